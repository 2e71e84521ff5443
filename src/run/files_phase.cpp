#include "run/files_phase.h"

#include <algorithm>

#include "run/allowances.h"
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

/// Of files that nobody reads, only recto.yaml can say what is allowed.
Post unread(const Translation& translation) {
  Post post;
  post.path = translation.path;
  post.locale = translation.locale;
  return post;
}

/// Takes the finding about `translation` into `diagnostics`, unless it is allowed.
void take(const Plan& plan, const ActiveRule& rule, const std::string& source_path,
          const Translation& translation, const Finding& finding,
          std::vector<Diagnostic>& diagnostics) {
  Post source;
  source.path = source_path;
  const Post post = unread(translation);
  UsedAllowances used;
  const auto answer = Allowances(plan, post, &source).ask(rule.rule, finding, used);
  if (answer.is_allowed) return;
  diagnostics.push_back(diagnose_file(rule, translation.path, translation.locale, finding));
  note_expiry(answer, diagnostics.back());
}

}  // namespace

std::vector<Diagnostic> judge_files(const Plan& plan) {
  std::vector<Diagnostic> diagnostics;
  if (const ActiveRule* rule = rule_of_kind(*plan.usual_rules, "pair_orphan")) {
    for (const Orphan& orphan : plan.orphans) {
      take(plan, *rule, orphan.source_path, orphan.translations.front(), orphan_finding(orphan),
           diagnostics);
    }
  }
  if (const ActiveRule* rule = rule_of_kind(*plan.usual_rules, "pair_missing")) {
    for (const MissingTranslation& missing : plan.missing) {
      Finding finding;
      finding.fields = {{"locales", missing.translation.locale.tag()},
                        {"expected", missing.source_path}};
      take(plan, *rule, missing.source_path, missing.translation, finding, diagnostics);
    }
  }
  return diagnostics;
}

}  // namespace recto
