#include "run/files_phase.h"

#include "run/allowances.h"
#include "run/diagnose.h"

namespace recto {
namespace {

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

/// Of files that nobody reads, only recto.yaml can say what is allowed.
Post unread(const Translation& translation) {
  Post post;
  post.path = translation.path;
  post.locale = translation.locale;
  return post;
}

/// Takes the finding about `translation` into `diagnostics`, unless the rule of that kind is
/// switched off there or the finding is allowed.
void take(const Plan& plan, std::string_view kind, const std::string& source_path,
          const Translation& translation, const Finding& finding,
          std::vector<Diagnostic>& diagnostics) {
  const ActiveRule* rule = rule_of_kind(*plan.rules_by_path.at(translation.path), kind);
  if (rule == nullptr) return;
  Post source;
  source.path = source_path;
  const Post post = unread(translation);
  UsedAllowances used;
  const auto answer = Allowances(plan, post, &source).ask(rule->rule, finding, used);
  if (answer.is_allowed) return;
  diagnostics.push_back(diagnose_file(*rule, translation.path, translation.locale, finding));
  note_expiry(answer, diagnostics.back());
}

}  // namespace

std::vector<Diagnostic> judge_files(const Plan& plan) {
  std::vector<Diagnostic> diagnostics;
  for (const Orphan& orphan : plan.orphans) {
    take(plan, "pair_orphan", orphan.source_path, orphan.translations.front(),
         orphan_finding(orphan), diagnostics);
  }
  for (const MissingTranslation& missing : plan.missing) {
    Finding finding;
    finding.fields = {{"locales", missing.translation.locale.tag()},
                      {"expected", missing.source_path}};
    take(plan, "pair_missing", missing.source_path, missing.translation, finding, diagnostics);
  }
  return diagnostics;
}

}  // namespace recto
