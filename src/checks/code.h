#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/blocks.h"

// What the checks of code blocks share.

namespace recto::checks {

/// The code within the lines of both posts: what stands in a block on one side may stand there on
/// the other.
class CodeWithinLines {
 public:
  explicit CodeWithinLines(const Subject& subject);

  /// Whether the only line of `block` of `post` is code within a line more often in the translation
  /// than in the source.
  bool is_added(const Post& post, const Block& block) const;
  /// The same, less often.
  bool is_lost(const Post& post, const Block& block) const;

 private:
  int surplus(const Post& post, const Block& block) const;

  std::unordered_map<std::string_view, int> surplus_;  // in the translation
};

/// The language an info string names, in lower case and by its usual name: `js` for `JavaScript`;
/// empty for none.
std::string language_of(std::string_view info);

/// `{note}` of `{note} A title`, a directive of MyST that holds text for people; empty for others.
std::string_view prose_directive(std::string_view info);

/// The language of `block` as a message names it: `js`, or `code` for none.
std::string language_name(const Post& post, const Block& block);

/// The first line of `block` that is not blank, as a message quotes it.
std::string first_line(const Post& post, const Block& block);

}  // namespace recto::checks
