#include "run/baseline_command.h"

#include <filesystem>
#include <ostream>
#include <set>
#include <system_error>

#include "base/error.h"
#include "base/inside.h"
#include "base/replace_file.h"
#include "checks/rule_set.h"
#include "discover/root.h"
#include "report/counts.h"
#include "report/visible.h"
#include "run/baselines.h"
#include "run/judge.h"
#include "run/make_plan.h"
#include "run/telling.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

/// Today's findings, one baseline for each locale of the site, though it may be empty: it says
/// which rules there were.
Baselines accepted_today(const Plan& plan, const std::vector<Rule>& rules, const Judged& judged) {
  Baseline empty;
  std::set<std::string> cannot_be_accepted;
  for (const Rule& rule : rules) {
    empty.rules.insert(rule.name);
    if (rule.fixed_severity) cannot_be_accepted.insert(rule.name);
  }
  Baselines baselines{{plan.source_locale.tag(), empty}};
  for (const PlannedSource& source : plan.sources) {
    for (const PlannedPair& pair : source.pairs) {
      baselines.emplace(pair.translation.locale.tag(), empty);
    }
  }
  for (const Diagnostic& diagnostic : judged.diagnostics) {
    if (cannot_be_accepted.contains(diagnostic.rule)) continue;
    auto& baseline = baselines.emplace(diagnostic.locale.tag(), empty).first->second;
    baseline.findings.push_back(accepted(diagnostic));
  }
  return baselines;
}

Baselines pruned(const Plan& plan, Baselines baselines, const Judged& judged) {
  for (auto& [tag, baseline] : baselines) {
    const auto stale = stale_findings(plan, baseline, judged.diagnostics);
    const std::set<AcceptedFinding> gone(stale.begin(), stale.end());
    std::erase_if(baseline.findings,
                  [&](const AcceptedFinding& finding) { return gone.contains(finding); });
  }
  return baselines;
}

void write(const fs::path& root, const std::string& folder, const Baselines& baselines) {
  std::error_code failure;
  fs::create_directories(root / folder, failure);
  if (failure) throw Error(folder, 0, "cannot be made: " + failure.message());
  for (const auto& [tag, baseline] : baselines) {
    const std::string name = folder + "/" + tag + ".json";
    const auto reason = replace_file(root / name, baseline_text(baseline));
    if (reason) throw Error(name, 0, "cannot be written: " + *reason);
  }
}

std::size_t count_of(const Baselines& baselines) {
  std::size_t count = 0;
  for (const auto& [tag, baseline] : baselines) count += baseline.findings.size();
  return count;
}

}  // namespace

int run_baseline(const BaselineCommand& command, const Surroundings& surroundings) {
  const CheckCommand check{.config = command.config, .hints = command.hints};
  const Root root = find_root(surroundings.working_folder, command.config, {});
  const bool shows_hints = command.hints || root.config.fail_on == FailOn::hint;
  RuleSet rules(all_rules(root.config, root.folder.string()), root.config, {.hints = shows_hints});
  const PreparedRun run =
      prepare_site(check, surroundings.working_folder, {}, root.folder, root.config, rules);
  if (command.prune && !run.problems.empty()) {
    say("recto: ", run.problems, surroundings);
    throw Error("what is gone cannot be told; the baseline stays as it is");
  }
  const Judged judged = judged_site(run, false, surroundings);
  const std::string folder = baseline_folder(root.config);
  inside(root.folder, folder);  // or it throws
  const Baselines before = command.prune ? read_baselines(root.folder, folder) : Baselines();
  const Baselines after = command.prune ? pruned(run.plan, before, judged)
                                        : accepted_today(run.plan, rules.all(), judged);
  write(root.folder, folder, after);
  if (command.prune) {
    surroundings.errors << "took " << counted(count_of(before) - count_of(after), "finding")
                        << " out of " << visible(run.path_prefix + folder) << '\n';
  } else {
    surroundings.errors << "accepted " << counted(count_of(after), "finding") << " in "
                        << visible(run.path_prefix + folder) << '\n';
  }
  return tell_what_was_left_out(run, judged, surroundings);
}

}  // namespace recto
