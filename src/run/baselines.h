#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config.h"
#include "report/baseline.h"
#include "run/judge.h"
#include "run/plan.h"

namespace recto {

/// The baselines of the folder `name` below `root`, by locale. Throws Error for a file that cannot
/// be read or is none.
Baselines read_baselines(const std::filesystem::path& root, const std::string& name);

/// The folder of the baselines of a site: that of recto.yaml, else `.recto/baseline`.
std::string baseline_folder(const Config& config);

/// Takes the accepted findings out of `judged` and counts them; findings of rules that the baseline
/// does not know are kept, and marked as failing nothing. On whole runs, notes say what matches
/// nothing any more.
void apply_baselines(const Plan& plan, Judged& judged);

/// The accepted findings of `baseline` that are found no more, by rules that ran.
std::vector<AcceptedFinding> stale_findings(const Plan& plan, const Baseline& baseline,
                                            const std::vector<Diagnostic>& diagnostics);

}  // namespace recto
