#pragma once

#include <cstddef>

#include "report/format.h"

namespace recto::fuzzing {

/// Renders `report` in one format, or in every one and as a summary, and stops the program when
/// that is not what its readers take: broken JSON or XML, or anything that a terminal or a log
/// would take for a command.
void require_valid_report(std::size_t format, const Report& report);
void require_valid_reports(const Report& report);

}  // namespace recto::fuzzing
