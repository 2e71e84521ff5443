#pragma once

#include <optional>
#include <vector>

#include "checks/check.h"
#include "text/language.h"

// Text that was left in the source's language. What tells are the scripts, or the small words of
// the two languages; a paraphrase is found as well as a copy.

namespace recto::checks {

/// Everything in the body of the translation that was left untranslated.
const std::vector<LeftRun>& left_runs(const Subject& subject);

}  // namespace recto::checks
