#pragma once

#include <vector>

#include "run/pair_phase.h"
#include "run/plan.h"

namespace recto {

/// What at least five posts of a locale, and most of them or the part that a rule names, do in the
/// same way is a custom, not drift:
/// its diagnostics are taken out of `results`, and one that counts them takes their place; none
/// when only a part of the site is reported, since it is about the locale.
void fold_customs(const Plan& plan, std::vector<SourceResult>& results);

}  // namespace recto
