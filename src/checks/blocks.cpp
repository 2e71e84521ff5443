#include "checks/blocks.h"

#include <algorithm>

namespace recto::checks {
namespace {

std::span<const Block> blocks_of(const Post& post, const Run& run) {
  return std::span(post.blocks).subspan(run.first, run.count);
}

}  // namespace

std::vector<BlockPair> block_pairs(const Subject& subject) {
  std::vector<BlockPair> pairs;
  for (const Match& match : subject.alignment) {
    if (match.source.count == 0 || match.translation.count == 0) continue;
    if (explains_source(subject.causes, match.source.first)) continue;
    if (explains_translation(subject.causes, match.translation.first)) continue;
    pairs.push_back({match, blocks_of(subject.source, match.source),
                     blocks_of(subject.translation, match.translation)});
  }
  return pairs;
}

std::vector<LoneBlock> missing_blocks(const Subject& subject) {
  std::vector<LoneBlock> lone;
  for (const Match& match : subject.alignment) {
    if (match.translation.count > 0 || explains_source(subject.causes, match.source.first)) {
      continue;
    }
    lone.push_back({match.source.first, match.translation.first});
  }
  return lone;
}

std::vector<LoneBlock> extra_blocks(const Subject& subject) {
  std::vector<LoneBlock> lone;
  for (const Match& match : subject.alignment) {
    if (match.source.count > 0 || explains_translation(subject.causes, match.translation.first)) {
      continue;
    }
    lone.push_back({match.translation.first, match.source.first});
  }
  // A section that moved stands elsewhere in the alignment.
  std::sort(lone.begin(), lone.end(),
            [](const LoneBlock& left, const LoneBlock& right) { return left.block < right.block; });
  return lone;
}

bool is_extra(const Subject& subject, std::size_t index) {
  return std::any_of(subject.alignment.begin(), subject.alignment.end(), [&](const Match& match) {
    return match.source.count == 0 && match.translation.holds(index);
  });
}

}  // namespace recto::checks
