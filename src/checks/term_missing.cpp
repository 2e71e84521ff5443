// term_missing: the source has a term, its translation none of the allowed renderings.

#include <algorithm>

#include "checks/term_units.h"

namespace recto::checks {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : "`, `") + text;
  return result;
}

bool has_any(const TermUnit& unit, const std::vector<std::string>& renderings,
             const Locale& locale) {
  return std::any_of(renderings.begin(), renderings.end(), [&](const std::string& rendering) {
    return is_rendered(unit.translation, rendering, locale);
  });
}

void judge(const Subject& subject, const Term& term, const std::vector<std::string>& allowed,
           const TermUnit& unit, Findings& findings) {
  const auto origins = places_of(subject.source, unit.source_pieces, term.source, term.match_case);
  if (origins.empty() || has_any(unit, allowed, subject.translation.locale)) return;
  // A name that was changed is another rule's finding.
  if (term.keep && altered_name(subject, unit, term.source)) return;
  Finding finding{.span = unit.place, .source = origins.front()};
  finding.fields = {{"term", term.source}, {"expected", joined(allowed)}};
  // A pronoun may stand for a name, another form of the word for the term.
  const bool is_sure = !term.keep && is_certain_about_forms(subject.translation.locale);
  finding.certainty = is_sure ? Certainty::sure : Certainty::unsure;
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  Findings findings;
  if (subject.terms.empty()) return findings;
  const std::vector<TermUnit> units = term_units(subject);
  for (const Term& term : subject.terms) {
    const Rendering* rendering = term.rendering(subject.translation.locale);
    std::vector<std::string> allowed;
    if (rendering != nullptr) allowed = rendering->use;
    if (allowed.empty() && term.keep) allowed = {term.source};
    if (allowed.empty()) continue;
    for (const TermUnit& unit : units) {
      // A rejected rendering is a finding of its own.
      const bool is_rejected =
          rendering != nullptr && has_any(unit, rendering->reject, subject.translation.locale);
      if (!is_rejected) judge(subject, term, allowed, unit, findings);
    }
  }
  return findings;
}

}  // namespace

CheckKind term_missing() {
  return {"term_missing",
          "Where the source has a term, the translation has one of its renderings.",
          {"term", "expected"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
