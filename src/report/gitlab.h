#pragma once

#include <string>

#include "report/format.h"

namespace recto {

/// A Code Quality report as GitLab reads it.
std::string gitlab_report(const Report& report);

}  // namespace recto
