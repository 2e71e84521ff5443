#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "report/format.h"
#include "run/check_command.h"
#include "run/make_plan.h"

namespace recto {

/// What the reports of a run are made of, but for its findings and what fails it.
Report report_outline(const PreparedRun& run, std::span<const Rule> rules,
                      const std::filesystem::path& working_folder);

/// Writes `report` in every format that was asked for, with no more than `most` findings of one
/// file but in summaries; a file is replaced as a whole. What could not be written, and why; the
/// others are written all the same.
std::vector<std::string> write_reports(const CheckCommand& command,
                                       const Surroundings& surroundings, Report report,
                                       std::size_t most);

}  // namespace recto
