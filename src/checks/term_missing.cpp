// term_missing: the source has a term, its translation none of the allowed renderings.

#include <algorithm>
#include <optional>
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

/// Tells a name to keep that stands nowhere in the translation once, for sure: no pronoun is all
/// that is left of it.
class KeptNames {
 public:
  explicit KeptNames(const Subject& subject)
      : rendered_(rendered_in(subject.terms.uses, subject.translation.text)) {}

  /// Whether a finding about the term at `index` is to be told, which becomes sure where it is the
  /// only one.
  bool takes(std::size_t index, Finding& finding) {
    if (rendered_.contains(index)) return true;
    finding.certainty = Certainty::sure;
    finding.variant = "nowhere";
    return told_.insert(index).second;
  }

 private:
  std::set<std::size_t> rendered_;  // anywhere
  std::set<std::size_t> told_;
};

void judge(const Subject& subject, std::size_t index, Span origin, const TermUnit& unit,
           AlteredNames& altered, std::optional<KeptNames>& kept, Findings& findings) {
  const LocaleTerm& term = subject.terms.terms[index];
  // A name that was changed is another rule's finding.
  if (term.is_kept && altered.find(unit, term.source)) return;
  Finding finding{.span = unit.place, .source = origin};
  finding.fields = {{"term", term.source}, {"expected", joined(term.use, "`, `")}};
  // A pronoun may stand for a name, another form of the word for the term.
  const bool is_sure = !term.is_kept && is_certain_about_forms(subject.translation.locale);
  finding.certainty = is_sure ? Certainty::sure : Certainty::unsure;
  if (term.is_kept && !kept) kept.emplace(subject);
  if (term.is_kept && !kept->takes(index, finding)) return;
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  Findings findings;
  const LocaleTerms& terms = subject.terms;
  if (terms.terms.empty()) return findings;
  AlteredNames altered(subject.translation.locale);
  std::optional<KeptNames> kept;
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
      judge(subject, index, origin, unit, altered, kept, findings);
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
