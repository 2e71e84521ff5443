// term_altered: a name that is to be kept was changed: other capitals, a slip, a blank or a hyphen
// more.

#include <algorithm>
#include <optional>

#include "checks/term_units.h"

namespace recto::checks {
namespace {

void judge(const Subject& subject, const Term& term, const TermUnit& unit, Findings& findings) {
  const auto origins = places_of(subject.source, unit.source_pieces, term.source, term.match_case);
  if (origins.empty()) return;
  const auto found = altered_name(subject, unit, term.source);
  if (!found) return;
  Finding finding{.span = *found, .source = origins.front()};
  finding.fields = {{"term", term.source},
                    {"expected", term.source},
                    {"found", std::string(slice(subject.translation, *found))}};
  finding.fix = Fix{.safety = Safety::unsafe, .edits = {{*found, term.source}}};
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  Findings findings;
  const bool has_names = std::any_of(subject.terms.begin(), subject.terms.end(),
                                     [](const Term& term) { return term.keep; });
  if (!has_names) return findings;
  const std::vector<TermUnit> units = term_units(subject);
  for (const Term& term : subject.terms) {
    if (!term.keep || term.rendering(subject.translation.locale) != nullptr) continue;
    for (const TermUnit& unit : units) judge(subject, term, unit, findings);
  }
  return findings;
}

}  // namespace

CheckKind term_altered() {
  return {"term_altered",
          "A name that is to be kept stands in the translation as it is.",
          {"term", "expected", "found"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
