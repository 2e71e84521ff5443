#include "align/lone_run.h"

namespace recto {

Lone lone_blocks(const Post& post, const Alignment& alignment, Run Match::*have, Run Match::*lack) {
  Lone lone(post.blocks.size());
  for (const Match& match : alignment) {
    const Run& run = match.*have;
    if ((match.*lack).count > 0) continue;
    for (std::size_t i = run.first; i < run.end(); ++i) {
      lone[i] = (match.*lack).first;
    }
  }
  return lone;
}

Causes causes_of_missing(CauseKind kind, const std::vector<LoneRun>& runs,
                         const Post& translation) {
  Causes causes;
  for (const LoneRun& lone : runs) {
    causes.push_back({kind, lone.blocks, {lone.place, 0}, place_before(translation, lone.place)});
  }
  return causes;
}

Causes causes_of_extra(CauseKind kind, const std::vector<LoneRun>& runs, const Post& translation) {
  Causes causes;
  for (const LoneRun& lone : runs) {
    const Block& first = translation.blocks[lone.blocks.first];
    causes.push_back({kind, {lone.place, 0}, lone.blocks, first.span});
  }
  return causes;
}

}  // namespace recto
