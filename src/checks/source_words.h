#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/hash.h"
#include "post/post.h"

namespace recto {

/// The words of a source post, all of its text: what stands there is not misspelt in a translation.
class SourceWords {
 public:
  explicit SourceWords(const Post& source);

  /// Whether `word` stands in the post, in any case, or grows from one of its words by an ending:
  /// `hacker` beside `hacking`, `GPUs` beside `GPU`.
  bool holds(std::string_view word) const;
  bool holds_folded(std::string_view word) const;

 private:
  void add(std::string_view word);

  using Words = std::unordered_set<std::string, TextHash, std::equal_to<>>;

  Words words_;
  Words stems_;
  std::unordered_set<std::uint32_t> beginnings_;  // of both, where they are long enough
};

}  // namespace recto
