#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace recto::checks {

/// In how many units of text a word of the source stands, and in how many translations it is kept.
struct NameUse {
  std::size_t count = 0;
  std::size_t kept = 0;

  NameUse& operator+=(const NameUse& other) {
    count += other.count;
    kept += other.kept;
    return *this;
  }
};

/// The words of `text` that may be a name or a part of one: with a capital amid a sentence, where
/// that says something (not in a title), or inside the word. `words` are the source_words() of
/// `text`.
std::set<std::string_view> name_words(std::string_view text, const std::vector<Span>& words);

/// The words of `text`, of the source, without what stands behind an apostrophe: `DeepSeek` of
/// `DeepSeek's`.
std::vector<Span> source_words(std::string_view text, const Locale& locale);

/// Whether `translation` has `name`, be it in capitals throughout.
bool keeps_name(const std::string& translation, std::string_view name);

/// The words of the translated `text` that begin with a capital or a digit, without what is written
/// onto them: articles and prepositions in Arabic and Hebrew, elided ones elsewhere.
std::vector<Span> name_like_words(std::string_view text);

/// The names of the source, with how often the translation keeps them.
std::map<std::string, NameUse> kept_names(const Subject& subject);

}  // namespace recto::checks
