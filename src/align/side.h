#pragma once

#include <cstddef>
#include <vector>

#include "align/evidence.h"
#include "align/section.h"
#include "post/post.h"

namespace recto {

/// One of the two posts, with what alignment knows about it.
struct Side {
  const Post& post;
  std::vector<Evidence> evidence;  // one a block
  std::vector<Section> sections;   // filled when the evidence of both posts has been compared

  const Evidence& heading(std::size_t section) const { return evidence[sections[section].heading]; }
};

/// Blocks of one side between two pairs of headings.
struct BlockStretch {
  std::size_t begin = 0;
  std::vector<std::size_t> blocks;

  /// Where the block at `i` stands, or would stand if there is none.
  std::size_t place(std::size_t i) const {
    if (i < blocks.size()) return blocks[i];
    return blocks.empty() ? begin : blocks.back() + 1;
  }
};

/// The blocks from `begin` to `end`, but for those that a moved section took along.
inline BlockStretch stretch(std::size_t begin, std::size_t end,
                            const std::vector<bool>& moved = {}) {
  BlockStretch result{.begin = begin, .blocks = {}};
  for (std::size_t i = begin; i < end; ++i) {
    if (moved.empty() || !moved[i]) result.blocks.push_back(i);
  }
  return result;
}

/// The blocks under a heading.
inline BlockStretch stretch(const Section& section) {
  return stretch(section.heading + 1, section.end);
}

}  // namespace recto
