// term_altered: a name that is to be kept was changed: other capitals, a slip, a blank or a hyphen
// more.

#include <algorithm>

#include "checks/term_units.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

void judge(const Subject& subject, const LocaleTerm& term, Span origin, const TermUnit& unit,
           AlteredNames& altered, Findings& findings) {
  if (!lacks(unit, term.source)) return;
  const auto found = altered.find(unit, term.source);
  if (!found) return;
  Finding finding{.span = *found, .source = origin};
  finding.fields = {{"term", term.source},
                    {"expected", term.source},
                    {"found", std::string(slice(subject.translation, *found))}};
  finding.fix = Fix{.safety = Safety::unsafe, .edits = {{*found, term.source}}};
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  Findings findings;
  const auto& terms = subject.terms.terms;
  const bool has_names =
      std::any_of(terms.begin(), terms.end(), [](const LocaleTerm& term) { return term.is_kept; });
  if (!has_names) return findings;
  AlteredNames altered(subject.translation.locale);
  for (const TermUnit& unit : term_units(subject)) {
    for (const auto& [term, origin] : unit.origins) {
      if (terms[term].is_kept) judge(subject, terms[term], origin, unit, altered, findings);
    }
  }
  return findings;
}

}  // namespace

CheckKind term_altered() {
  return pair_kind("term_altered", "A name that is to be kept stands in the translation as it is.",
                   {"term", "expected", "found"}, run);
}

}  // namespace recto::checks
