#pragma once

#include <string>

#include "report/format.h"

namespace recto {

/// A SARIF 2.1.0 log as GitHub code scanning takes it; of more findings than it takes, the worst.
std::string sarif_report(const Report& report);

}  // namespace recto
