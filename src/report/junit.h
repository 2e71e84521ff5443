#pragma once

#include <string>

#include "report/format.h"

namespace recto {

/// JUnit XML that the schemas of Ant and of Jenkins both accept: a suite for each locale, a test
/// for each pair, clean ones included. What does not fail the run is printed by its suite.
std::string junit_report(const Report& report);

}  // namespace recto
