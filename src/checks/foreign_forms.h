#pragma once

#include "checks/check.h"

namespace recto::checks {

/// Han characters in a form that the locale does not write: 體 in Simplified Chinese, 们 in
/// Japanese; one finding a passage.
Findings foreign_forms(const Subject& subject);

}  // namespace recto::checks
