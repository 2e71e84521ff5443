#pragma once

#include <cstddef>

#include "post/post.h"

namespace recto {

/// The index behind the last block of the box (a tab, an admonition) that the directive at `mark`
/// opens: of what is indented below it, or stands before the line that closes it, which is counted
/// in. `mark + 1` when nothing does.
std::size_t behind_box(const Post& post, std::size_t mark);

/// Whether the block marks a tab: `=== "Linux"`.
bool is_tab(const Post& post, const Block& block);

}  // namespace recto
