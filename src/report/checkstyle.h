#pragma once

#include <string>

#include "report/format.h"

namespace recto {

/// The XML of Checkstyle, which many services read.
std::string checkstyle_report(const Report& report);

}  // namespace recto
