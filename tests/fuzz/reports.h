#pragma once

#include "report/format.h"

namespace recto::fuzzing {

/// Renders `report` in every format and stops the program when one is not what its readers take:
/// broken JSON or XML, or anything that a terminal or a log would take for a command.
void require_valid_reports(const Report& report);

}  // namespace recto::fuzzing
