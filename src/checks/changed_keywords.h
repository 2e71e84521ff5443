#pragma once

#include "checks/check.h"

namespace recto::checks {

/// Adds the admonitions of the translation whose keyword is not the source's.
void add_changed_keywords(const Subject& subject, Findings& findings);

}  // namespace recto::checks
