#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "run/plan.h"

namespace recto {

/// Findings of pairs that lack a side: translations whose source is gone, sources without a
/// translation.
std::vector<Diagnostic> judge_files(const Plan& plan);

}  // namespace recto
