#pragma once

#include <span>

#include "align/evidence.h"

namespace recto::checks {

/// Whether `fewer`, the items of a list, say all that `more` do, some in one item what `more` say
/// in two, rather than lack some of them. `ratio`: code points of `fewer` for one of `more`.
bool are_joined(std::span<const Evidence> more, std::span<const Evidence> fewer, double ratio);

}  // namespace recto::checks
