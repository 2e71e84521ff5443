#pragma once

#include <cstddef>
#include <vector>

#include "post/post.h"

namespace recto {

/// The boxes of a post: tabs and admonitions, each with what is indented below its mark or stands
/// before the line that closes it.
class Boxes {
 public:
  explicit Boxes(const Post& post);

  /// The index behind the last block of the box that the directive at `mark` opens, the line that
  /// closes it included; `mark + 1` when nothing is in it.
  std::size_t behind(std::size_t mark) const { return ends_[mark]; }

 private:
  std::vector<std::size_t> ends_;  // by block
};

/// Whether the block marks a tab: `=== "Linux"`.
bool is_tab(const Post& post, const Block& block);
/// Whether the block marks a box of Python-Markdown, whose text is indented: `=== "Linux"`, `!!!
/// tip`.
bool is_indented_box(const Post& post, const Block& block);

}  // namespace recto
