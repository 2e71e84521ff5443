#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "checks/check.h"

namespace recto::checks {

/// The words of the code of a pair, in lines and in blocks, and what they tell of a slip: whether
/// it can be mended without anyone's judgement. Views into both posts.
class CodeSlips {
 public:
  explicit CodeSlips(const Subject& subject);

  /// Whether `theirs` is a slip of `ours`, as the code of a line or a part of a block: a word in
  /// which a letter or two differ, no other number, operator or locale. `theirs` stands nowhere
  /// else in the translation's code, which would be parted from it, and is no spelling that the
  /// source has, too, which may be the one that is wrong.
  bool can_mend(std::string_view ours, std::string_view theirs) const;
  /// Whether it may be the source that has the slip: a letter or two of one word differ, which its
  /// code has nowhere else, and as the translation has it in other places.
  bool may_be_of_source(std::string_view ours, std::string_view theirs) const;

 private:
  using Counts = std::unordered_map<std::string_view, std::size_t>;

  static Counts counts_of(const Post& post);
  bool is_locale(std::string_view word) const;
  bool stands_elsewhere(std::string_view word, std::string_view code) const;

  const Locale& locale_;
  Counts source_;       // of words
  Counts translation_;  // of words
  Counts codes_;        // of the translation's whole codes in lines
};

}  // namespace recto::checks
