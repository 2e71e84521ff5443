#include "align/lone_run.h"

namespace recto {

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
