#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "run.h"
#include "run/judge.h"

// What commands tell on standard error while they work.

namespace recto {

/// Writes each of `texts` on a line of its own, behind `opening`.
void say(std::string_view opening, const std::vector<std::string>& texts,
         const Surroundings& surroundings);

/// The first phase, with progress on a terminal unless the command is `quiet`.
std::vector<SourceResult> judge_sources_with_progress(const Plan& plan, std::size_t jobs,
                                                      bool quiet, const Surroundings& surroundings);

}  // namespace recto
