#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "base/key_policy.h"
#include "base/locale.h"
#include "post/post.h"

namespace recto {

/// Words that are right without asking a dictionary, folded: recto's own for every locale and for
/// this one, the project's, and those of the terms.
struct AcceptedWords {
  std::unordered_set<std::string, TextHash, std::equal_to<>> folded;

  bool holds(std::string_view word) const;
  bool holds_folded(std::string_view word) const { return folded.find(word) != folded.end(); }
};

/// A distinct word of a post's prose, in NFC as first written, with its first place and its count.
struct WordUse {
  std::string word;
  std::string folded;
  Span span;
  std::uint32_t count = 0;

  friend bool operator==(const WordUse&, const WordUse&) = default;
};

/// The distinct words of the prose of `post` and of the front matter that `policy` calls translated
/// which a dictionary of its locale may judge: no code, URLs, HTML, placeholders, numbers, nor
/// words in another script; elisions and suffixes on names are split off.
std::vector<WordUse> spellable_words(const Post& post, const KeyPolicy& policy);

}  // namespace recto
