#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/causes.h"

namespace recto {

/// The blocks of one side that have no match, each with the index of the block of the other side
/// before which it would stand.
using Lone = std::vector<std::optional<std::size_t>>;

/// Those of `post`, which has `have` of each match and lacks `lack`.
Lone lone_blocks(const Post& post, const Alignment& alignment, Run Match::*have, Run Match::*lack);

/// Neighbouring blocks of one side that the other lacks.
struct LoneRun {
  Run blocks;
  std::size_t place = 0;  // index of the block of the other post before which they would stand
};

/// The causes of `kind` that runs of the source, or of the translation, are.
Causes causes_of_missing(CauseKind kind, const std::vector<LoneRun>& runs, const Post& translation);
Causes causes_of_extra(CauseKind kind, const std::vector<LoneRun>& runs, const Post& translation);

}  // namespace recto
