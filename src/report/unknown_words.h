#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace recto {

enum class WordsFormat { text, json };

/// A word that nobody knows, in all posts of a locale.
struct UnknownWord {
  std::string word;
  std::string meant;  // what it is a slip of, `a, b`; empty when it may be right
  std::size_t count = 0;
  std::vector<Location> posts;  // its first place in each
};

/// The words of a locale, the most frequent first.
struct UnknownWords {
  std::string locale;
  std::string file;  // the list that would accept them
  std::vector<UnknownWord> words;
};

/// All words by locale. As text, in the form of a list of words. `path_prefix` leads from where the
/// reader is to the root.
std::string unknown_words_report(const std::vector<UnknownWords>& locales, WordsFormat format,
                                 const std::string& path_prefix);

}  // namespace recto
