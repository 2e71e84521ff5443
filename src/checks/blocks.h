#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "checks/check.h"
#include "checks/lone_block.h"

// What the checks of the body share: blocks that stand for each other, and blocks that stand alone,
// less what a single mistake already explains.

namespace recto::checks {

/// Blocks that stand for each other: one each, or two or three neighbours on a side.
struct BlockPair {
  const Match& match;
  std::span<const Block> source;
  std::span<const Block> translation;
};

/// The matched blocks of `subject` that no cause explains, in the order of the source.
std::vector<BlockPair> block_pairs(const Subject& subject);

/// The source's blocks without a match that no cause explains, and those of the translation.
std::vector<LoneBlock> missing_blocks(const Subject& subject);
std::vector<LoneBlock> extra_blocks(const Subject& subject);

/// Whether the block of the translation at `index` has no match in the source.
bool is_extra(const Subject& subject, std::size_t index);

}  // namespace recto::checks
