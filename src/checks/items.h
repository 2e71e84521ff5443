#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/blocks.h"

// What the checks of lists share. Items are compared flat: how they nest, and where one list ends
// and the next begins, differs rightly.

namespace recto::checks {

/// Items in a row that the other side lacks.
struct LoneItems {
  std::vector<std::size_t> blocks;  // the first block of each
  std::size_t place = 0;  // index of the block of the other post before which they would stand
};

/// The items of `post` among its blocks without a match.
std::vector<LoneItems> lone_items(const Post& post, const std::vector<LoneBlock>& blocks);

/// Whether the other side has as many lone items near `lone`: then none may be missing, only the
/// pairing of the items failed.
bool is_balanced(const LoneItems& lone, const std::vector<LoneItems>& others);

/// From the mark of the item that the block at `index` opens to the end of that block.
Span item_span(const Post& post, std::size_t index);

/// The text of an item as a message quotes it.
std::string item_text(const Post& post, std::size_t index);

}  // namespace recto::checks
