#pragma once

#include <vector>

#include "align/causes.h"

namespace recto {

/// Neighbouring blocks of one side that the other lacks.
struct LoneRun {
  Run blocks;
  std::size_t place = 0;  // index of the block of the other post before which they would stand
};

/// The causes of `kind` that runs of the source, or of the translation, are.
Causes causes_of_missing(CauseKind kind, const std::vector<LoneRun>& runs, const Post& translation);
Causes causes_of_extra(CauseKind kind, const std::vector<LoneRun>& runs, const Post& translation);

}  // namespace recto
