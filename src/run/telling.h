#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "run.h"
#include "run/judge.h"
#include "run/make_plan.h"

// What commands tell while they work.

namespace recto {

/// Writes each of `texts` on a line of its own, behind `opening`.
void say(std::string_view opening, const std::vector<std::string>& texts,
         const Surroundings& surroundings);

/// Says which folders cannot be read and how many files cannot be judged. Returns the exit status
/// of a command that reports no findings: 0 when nothing was left out, else kCannotDoTheJob.
int tell_what_was_left_out(const PreparedRun& run, const Judged& judged,
                           const Surroundings& surroundings);

/// Writes `text`, which is meant for a program: exactly, but each line visible on a terminal.
void print(const std::string& text, const Surroundings& surroundings);

/// The first phase, with progress on a terminal unless the command is `quiet`.
std::vector<SourceResult> judge_sources_with_progress(const Plan& plan, std::size_t jobs,
                                                      bool quiet, const Surroundings& surroundings);

/// Both phases over all that `run` looks at, with the same progress.
Judged judged_site(const PreparedRun& run, bool quiet, const Surroundings& surroundings);

}  // namespace recto
