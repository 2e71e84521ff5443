#pragma once

#include <vector>

#include "align/align.h"
#include "align/evidence.h"

namespace recto {

/// Blocks that stand in a post twice, one run like the other.
struct Copy {
  Run first;
  Run second;
};

/// What stands twice in a post by its evidence, where it is too much to be said twice: several
/// blocks in a row. In document order of the second runs.
std::vector<Copy> copies_in(const std::vector<Evidence>& blocks);

}  // namespace recto
