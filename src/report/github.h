#pragma once

#include <string>

#include "report/format.h"

namespace recto {

/// Commands to the log of GitHub Actions, which become annotations: the worst first, at most ten a
/// level, then one that counts the rest.
std::string github_report(const Report& report);

}  // namespace recto
