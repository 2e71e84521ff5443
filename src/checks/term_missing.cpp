// term_missing: the source has a term, its translation none of the allowed renderings.

#include <algorithm>
#include <set>

#include "base/joined.h"
#include "checks/term_units.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

bool has_a_form(LazyWords& words, const std::vector<std::string>& renderings) {
  return std::any_of(renderings.begin(), renderings.end(),
                     [&](const std::string& rendering) { return words.hold_a_form_of(rendering); });
}

/// The terms of which a rendering stands in `text` as it is.
std::set<std::size_t> rendered_in(const WordFinder& renderings, std::string_view text) {
  std::set<std::size_t> terms;
  for (const auto& place : renderings.places(text)) terms.insert(place.owner);
  return terms;
}

void judge(const Subject& subject, const LocaleTerm& term, Span origin, const TermUnit& unit,
           AlteredNames& altered, Findings& findings) {
  // A name that was changed is another rule's finding.
  if (term.is_kept && altered.find(unit, term.source)) return;
  Finding finding{.span = unit.place, .source = origin};
  finding.fields = {{"term", term.source}, {"expected", joined(term.use, "`, `")}};
  // A pronoun may stand for a name, another form of the word for the term.
  const bool is_sure = !term.is_kept && is_certain_about_forms(subject.translation.locale);
  finding.certainty = is_sure ? Certainty::sure : Certainty::unsure;
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  Findings findings;
  const LocaleTerms& terms = subject.terms;
  if (terms.terms.empty()) return findings;
  AlteredNames altered(subject.translation.locale);
  for (const TermUnit& unit : term_units(subject)) {
    std::set<std::size_t> rendered = rendered_in(terms.uses, unit.translation);
    // A rejected rendering is a finding of its own.
    rendered.merge(rendered_in(terms.rejects, unit.translation));
    LazyWords words(unit.translation, subject.translation.locale);
    for (const auto& [index, origin] : unit.origins) {
      const LocaleTerm& term = terms.terms[index];
      if (term.use.empty() || rendered.contains(index) || has_a_form(words, term.use) ||
          has_a_form(words, term.reject)) {
        continue;
      }
      judge(subject, term, origin, unit, altered, findings);
    }
  }
  return findings;
}

}  // namespace

CheckKind term_missing() {
  return pair_kind("term_missing",
                   "Where the source has a term, the translation has one of its renderings.",
                   {"term", "expected"}, run);
}

}  // namespace recto::checks
