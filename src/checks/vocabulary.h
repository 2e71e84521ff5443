#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/locale.h"
#include "base/span.h"
#include "checks/source_words.h"
#include "post/post.h"

namespace recto {

/// Whether `word` holds nothing but small letters, three or more.
bool is_lower_case_word(std::string_view word);

/// A text of a source as names are looked for in it. Words have numbers, the same in all texts of a
/// post.
struct NamedText {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> names;  // those that may be a name or a part of one, each once
};

/// The words of a post, for all checks of all its pairs. Made when they are asked for first; one
/// thread at a time. Lives while the post does.
class Vocabulary {
 public:
  /// `post` as a reader of `language` divides it into words.
  Vocabulary(const Post& post, Locale language) : post_(&post), language_(std::move(language)) {}
  Vocabulary(const Vocabulary&) = delete;  // what it hands out points into it
  Vocabulary& operator=(const Vocabulary&) = delete;

  /// Whether the prose writes `word`, which is in lower case, in small letters.
  bool has_small(std::string_view word) const {
    return is_lower_case_word(word) && prose().words.contains(word);
  }
  /// Whether the prose writes `word`, which is in lower case, with a capital.
  bool has_name(std::string_view word) const { return prose().names.contains(word); }
  /// The words of all of the text.
  const SourceWords& whole_text() const;
  /// The words and names of `text`, which is some of the post's prose.
  const NamedText& named(const std::string& text) const;
  /// The words of all texts that were asked for, by their numbers.
  const std::vector<std::string_view>& numbered() const { return numbered_; }
  /// The number of one of them, as it is written.
  std::optional<std::uint32_t> number_of(std::string_view word) const;

 private:
  struct Prose {
    std::unordered_set<std::string_view> words;  // as they are written
    // In lower case, those that are written with a capital, and whatever else is no word in small
    // letters.
    std::unordered_set<std::string, TextHash, std::equal_to<>> names;
  };
  const Prose& prose() const;
  std::uint32_t number(std::string_view word) const;

  const Post* post_;
  Locale language_;
  mutable std::optional<Prose> prose_;
  mutable std::optional<SourceWords> whole_text_;
  mutable std::unordered_map<std::string, NamedText> named_;
  mutable std::vector<std::string_view> numbered_;  // in the keys of `named_`
  mutable std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace recto
