// term_rejected: a rendering that the termbase rejects, where the source has the term.

#include <algorithm>

#include "checks/term_units.h"

namespace recto::checks {
namespace {

void judge(const Subject& subject, const LocaleTerm& term, Span origin, Span span,
           Findings& findings) {
  Finding finding{.span = span, .source = origin};
  finding.fields = {{"term", term.source},
                    {"found", std::string(slice(subject.translation, span))},
                    {"expected", term.use.empty() ? "" : term.use.front()}};
  if (term.use.empty())
    finding.variant = "no_rendering";
  else
    finding.fix = Fix{.safety = Safety::unsafe, .edits = {{span, term.use.front()}}};
  findings.push_back(std::move(finding));
}

void judge(const Subject& subject, const TermUnit& unit, Findings& findings) {
  const LocaleTerms& terms = subject.terms;
  const auto rejected = terms.rejects.places(unit.translation_prose.text);
  if (rejected.empty()) return;
  const auto allowed = terms.uses.places(unit.translation_prose.text);
  for (const auto& place : rejected) {
    const auto origin = unit.origins.find(place.owner);
    if (origin == unit.origins.end()) continue;
    // `nguồn mở` inside `mã nguồn mở`
    const bool is_part = std::any_of(allowed.begin(), allowed.end(), [&](const auto& use) {
      return use.owner == place.owner && use.span.holds(place.span);
    });
    if (is_part) continue;
    judge(subject, terms.terms[place.owner], origin->second,
          unit.translation_prose.place(place.span), findings);
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  if (subject.terms.rejects.phrases().empty()) return findings;
  for (const TermUnit& unit : term_units(subject)) judge(subject, unit, findings);
  return findings;
}

}  // namespace

CheckKind term_rejected() {
  return pair_kind("term_rejected", "No rendering stands for a term that the termbase rejects.",
                   {"term", "found", "expected"}, run);
}

}  // namespace recto::checks
