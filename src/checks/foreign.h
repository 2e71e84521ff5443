#pragma once

#include <vector>

#include "checks/check.h"

namespace recto::checks {

/// What of the body of the translation is in a third language.
const std::vector<ForeignRun>& foreign_runs(const Subject& subject);

/// The stretches of the body that are not in the locale's language at all: left in the source's, or
/// in a third one. Rules of their own report them.
std::vector<Span> foreign_text(const Subject& subject);

}  // namespace recto::checks
