#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/blocks.h"

// Blocks that the rules on whole blocks judge: what no list, table, code, heading or image owns.

namespace recto::checks {

/// Neighbouring blocks that the other side lacks.
struct LostBlocks {
  Run blocks;
  std::size_t place = 0;  // index of the block of the other post before which they would stand
  Certainty certainty = Certainty::sure;
};

/// The whole blocks of the source that the translation lacks, and the reverse.
std::vector<LostBlocks> missing_whole_blocks(const Subject& subject);
std::vector<LostBlocks> extra_whole_blocks(const Subject& subject);

/// Blocks that are lost with the tab or admonition in which they stand.
struct LostBoxes {
  Run blocks;
  std::size_t place = 0;         // as of LostBlocks
  std::size_t behind_first = 0;  // index behind the first of them
  std::size_t count = 0;         // of boxes
  std::string kind = {};         // `tab`, `admonition`, or `block` for some of each
};

/// The boxes of the source that the translation lacks, and the reverse.
std::vector<LostBoxes> missing_boxes(const Subject& subject);
std::vector<LostBoxes> extra_boxes(const Subject& subject);

/// Whether `block` is the comment that ends the part of a post which lists of posts show:
/// `<!-- truncate -->`.
bool is_truncate_marker(const Post& post, const Block& block);

/// What `block` is, in the words of a message: `paragraph`, `quote`, `divider`, `admonition`...
std::string kind_of(const Post& post, const Block& block);
/// The same of the first of several, which may open a list.
std::string kind_of_first(const Post& post, const Run& run);

}  // namespace recto::checks
