#pragma once

#include <vector>

#include "base/diagnostic.h"

namespace recto {

/// Says once what is said in the same words of several places of a post: the first stands for all,
/// names the lines of the others and has one fix for them. `diagnostics` come in their order. What
/// is old, allowed or mended must be gone by now: each place counts for itself there.
std::vector<Diagnostic> without_repeats(std::vector<Diagnostic> diagnostics);

}  // namespace recto
