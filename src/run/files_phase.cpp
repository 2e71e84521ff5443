#include "run/files_phase.h"

#include <algorithm>

#include "run/diagnose.h"

namespace recto {
namespace {

const ActiveRule* rule_of_kind(const std::vector<ActiveRule>& rules, std::string_view kind) {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const ActiveRule& rule) { return rule.rule.check == kind; });
  return found == rules.end() ? nullptr : &*found;
}

Finding orphan_finding(const Orphan& orphan) {
  Finding finding;
  std::string locales;
  for (const Translation& translation : orphan.translations) {
    locales += (locales.empty() ? "" : ", ") + translation.locale.tag();
  }
  finding.fields = {{"expected", orphan.source_path},
                    {"locales", locales},
                    {"likely_source", orphan.likely_source}};
  if (!orphan.likely_source.empty()) finding.variant = "moved";
  return finding;
}

}  // namespace

std::vector<Diagnostic> judge_files(const Plan& plan) {
  std::vector<Diagnostic> diagnostics;
  if (const ActiveRule* rule = rule_of_kind(*plan.usual_rules, "pair_orphan")) {
    for (const Orphan& orphan : plan.orphans) {
      const Translation& first = orphan.translations.front();
      diagnostics.push_back(diagnose_file(*rule, first.path, first.locale, orphan_finding(orphan)));
    }
  }
  if (const ActiveRule* rule = rule_of_kind(*plan.usual_rules, "pair_missing")) {
    for (const MissingTranslation& missing : plan.missing) {
      Finding finding;
      finding.fields = {{"locales", missing.translation.locale.tag()},
                        {"expected", missing.source_path}};
      diagnostics.push_back(
          diagnose_file(*rule, missing.translation.path, missing.translation.locale, finding));
    }
  }
  return diagnostics;
}

}  // namespace recto
