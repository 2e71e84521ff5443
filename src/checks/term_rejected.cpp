// term_rejected: a rendering that the termbase rejects, where the source has the term.

#include <algorithm>

#include "checks/term_units.h"

namespace recto::checks {
namespace {

/// Whether `span` is a part of an allowed rendering: `nguồn mở` inside `mã nguồn mở`.
bool is_part_of_allowed(const Subject& subject, const TermUnit& unit, const Rendering& rendering,
                        Span span) {
  return std::any_of(rendering.use.begin(), rendering.use.end(), [&](const std::string& use) {
    const auto places = places_of(subject.translation, unit.translation_pieces, use, false);
    return std::any_of(places.begin(), places.end(), [&](Span place) { return place.holds(span); });
  });
}

void judge(const Subject& subject, const Term& term, const Rendering& rendering,
           const TermUnit& unit, Findings& findings) {
  const auto origins = places_of(subject.source, unit.source_pieces, term.source, term.match_case);
  if (origins.empty()) return;
  for (const std::string& rejected : rendering.reject) {
    for (const Span span :
         places_of(subject.translation, unit.translation_pieces, rejected, false)) {
      if (is_part_of_allowed(subject, unit, rendering, span)) continue;
      Finding finding{.span = span, .source = origins.front()};
      finding.fields = {{"term", term.source},
                        {"found", std::string(slice(subject.translation, span))},
                        {"expected", rendering.use.empty() ? "" : rendering.use.front()}};
      if (rendering.use.empty())
        finding.variant = "no_rendering";
      else
        finding.fix = Fix{.safety = Safety::unsafe, .edits = {{span, rendering.use.front()}}};
      findings.push_back(std::move(finding));
    }
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  if (subject.terms.empty()) return findings;
  const std::vector<TermUnit> units = term_units(subject);
  for (const Term& term : subject.terms) {
    const Rendering* rendering = term.rendering(subject.translation.locale);
    if (rendering == nullptr || rendering->reject.empty()) continue;
    for (const TermUnit& unit : units) judge(subject, term, *rendering, unit, findings);
  }
  return findings;
}

}  // namespace

CheckKind term_rejected() {
  return {"term_rejected",
          "No rendering stands for a term that the termbase rejects.",
          {"term", "found", "expected"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
