#include "run/baselines.h"

#include <set>
#include <system_error>

#include "base/error.h"
#include "base/file.h"
#include "base/inside.h"
#include "base/joined.h"
#include "report/counts.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr std::size_t kLargestBaseline = 256U << 20U;

std::set<std::string> fingerprints_of(const Baseline& baseline) {
  std::set<std::string> fingerprints;
  for (const AcceptedFinding& finding : baseline.findings) {
    fingerprints.insert(finding.fingerprint);
  }
  return fingerprints;
}

void note_newer(std::size_t count, const std::set<std::string>& rules, Judged& judged) {
  if (count == 0) return;
  judged.notes.push_back(counted(count, "finding") + " of rules newer than the baseline (" +
                         joined(rules, ", ") +
                         "), which fail nothing until `recto baseline` renews it");
}

}  // namespace

Baselines read_baselines(const fs::path& root, const std::string& name) {
  Baselines baselines;
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::directory_iterator entries(root / name, failure);
       !failure && entries != fs::directory_iterator(); entries.increment(failure)) {
    if (entries->path().extension() == ".json") files.push_back(entries->path());
  }
  if (failure) throw Error(name, 0, "no baseline can be read here: " + failure.message());
  for (const fs::path& file : files) {
    const std::string shown = name + "/" + file.filename().generic_string();
    // `--baseline` may name a folder elsewhere; a link in it leads no further.
    if (!is_inside(file, root) && !is_inside(file, root / name)) {
      throw Error(shown, 0, "leads out of the folder of recto.yaml; it is not followed");
    }
    const FileContent content = read_file(file, kLargestBaseline);
    if (content.failure != FileContent::Failure::none) {
      throw Error(shown, 0, "cannot be read: " + content.reason);
    }
    const auto locale = parse_locale(file.stem().string());
    const std::string tag = locale ? locale->tag() : file.stem().string();
    baselines[tag] = parse_baseline(content.bytes, shown);
  }
  return baselines;
}

std::string baseline_folder(const Config& config) {
  return config.baseline.empty() ? ".recto/baseline" : config.baseline;
}

std::vector<AcceptedFinding> stale_findings(const Plan& plan, const Baseline& baseline,
                                            const std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> found;
  std::set<std::string> broken;  // files that cannot be judged, which may be for today only
  for (const Diagnostic& diagnostic : diagnostics) {
    found.insert(diagnostic.fingerprint);
    if (is_file_error(diagnostic)) broken.insert(diagnostic.at.path);
  }
  std::map<std::string, bool> shows_hints;  // by name of the rules that ran
  for (const ActiveRule& rule : *plan.usual_rules) shows_hints[rule.rule.name] = rule.shows_hints;
  std::vector<AcceptedFinding> stale;
  for (const AcceptedFinding& finding : baseline.findings) {
    const auto rule = shows_hints.find(finding.rule);
    const bool was_judged = rule != shows_hints.end() &&
                            (rule->second || finding.severity != "hint") &&
                            !broken.contains(finding.path);
    if (was_judged && !found.contains(finding.fingerprint)) stale.push_back(finding);
  }
  return stale;
}

void apply_baselines(const Plan& plan, Judged& judged) {
  if (plan.baselines.empty()) return;
  std::size_t stale = 0;
  std::map<std::string, std::set<std::string>> fingerprints;
  for (const auto& [tag, baseline] : plan.baselines) {
    fingerprints[tag] = fingerprints_of(baseline);
    stale += stale_findings(plan, baseline, judged.diagnostics).size();
  }
  std::size_t newer = 0;
  std::set<std::string> newer_rules;
  const auto is_accepted = [&](const Diagnostic& diagnostic) {
    const std::string tag = diagnostic.locale.tag();
    const auto baseline = plan.baselines.find(tag);
    if (baseline == plan.baselines.end() || is_file_error(diagnostic)) return false;
    if (fingerprints[tag].contains(diagnostic.fingerprint)) return true;
    if (!baseline->second.rules.contains(diagnostic.rule)) {
      judged.harmless.insert(diagnostic.fingerprint);
      newer_rules.insert(diagnostic.rule);
      ++newer;
    }
    return false;
  };
  judged.accepted = std::erase_if(judged.diagnostics, is_accepted);
  note_newer(newer, newer_rules, judged);
  if (stale > 0 && plan.is_whole_site && !plan.is_sharded) {
    judged.notes.push_back(
        counted(stale, "finding") +
        " of the baseline found no more; `recto baseline --prune` forgets what is gone");
  }
}

}  // namespace recto
