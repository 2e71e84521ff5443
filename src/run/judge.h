#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/progress.h"
#include "run/pair_phase.h"
#include "run/plan.h"

namespace recto {

/// What a run found, in the order of reports.
struct Judged {
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> notes;
  bool lacks_dictionary = false;
  std::size_t accepted = 0;          // findings that the baseline holds
  std::set<std::string> harmless{};  // fingerprints of those that fail no run
  Stats stats{};                     // when the plan asks for them
};

/// The first phase for every source, in the order of `plan.sources`; results of pairs that are not
/// reported and make no difference are empty. `progress` may be null.
std::vector<SourceResult> judge_sources(const Plan& plan, std::size_t jobs,
                                        Progress* progress = nullptr);

/// Judges anew the sources of the translations at `paths`, whose texts have changed.
void judge_again(const Plan& plan, const std::set<std::string>& paths, std::size_t jobs,
                 std::vector<SourceResult>& results);

/// Whether the finding is that a file cannot be judged, which is no matter of taste.
bool is_file_error(const Diagnostic& diagnostic);

/// The second phase, and all findings together.
Judged join(const Plan& plan, std::vector<SourceResult> results, std::size_t jobs);

}  // namespace recto
