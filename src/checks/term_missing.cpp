// term_missing: the source has a term, its translation none of the allowed renderings.

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
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

/// Tells a name to keep that the source has again and again and the translation nowhere once, for
/// sure: no pronoun is all that is left of it, and no ending.
class KeptNames {
 public:
  KeptNames(const Subject& subject, const std::vector<TermUnit>& units)
      : subject_(subject), rendered_(rendered_in(subject.terms.uses, subject.translation.text)) {
    for (const TermUnit& unit : units) {
      for (const auto& [index, origin] : unit.origins) ++units_[index];
    }
  }

  /// Whether a finding about the term at `index` is to be told, which becomes sure where it is the
  /// only one.
  bool takes(std::size_t index, Finding& finding) {
    constexpr std::size_t kOften = 2;
    const bool is_lost = !rendered_.contains(index) && units_[index] >= kOften &&
                         !may_stand_in_another_form(subject_.terms.terms[index].source);
    if (!is_lost) return true;
    finding.certainty = Certainty::sure;
    finding.variant = "nowhere";
    return told_.insert(index).second;
  }

 private:
  /// Whether a word of the translation begins as `name` does: other endings change its letters,
  /// too.
  bool may_stand_in_another_form(std::string_view name) {
    constexpr std::size_t kStem = 3;  // bytes
    if (text_.empty()) text_ = folded(subject_.translation.text);
    const std::string stem = folded(name).substr(0, kStem);
    for (std::size_t at = text_.find(stem); at != text_.npos; at = text_.find(stem, at + 1)) {
      if (at == 0 || !is_ascii_letter(text_[at - 1])) return true;
    }
    return stem.size() < kStem;
  }

  const Subject& subject_;
  std::set<std::size_t> rendered_;            // anywhere
  std::string text_;                          // of the translation, folded, once it is asked for
  std::map<std::size_t, std::size_t> units_;  // that have the term, by its index
  std::set<std::size_t> told_;
};

void judge(const Subject& subject, std::size_t index, Span origin, const TermUnit& unit,
           AlteredNames& altered, KeptNames& kept, Findings& findings) {
  const LocaleTerm& term = subject.terms.terms[index];
  // A name that was changed is another rule's finding.
  if (term.is_kept && altered.find(unit, term.source)) return;
  Finding finding{.span = unit.place, .source = origin};
  finding.fields = {{"term", term.source}, {"expected", joined(term.use, "`, `")}};
  // A pronoun may stand for a name, another form of the word for the term.
  const bool is_sure = !term.is_kept && is_certain_about_forms(subject.translation.locale);
  finding.certainty = is_sure ? Certainty::sure : Certainty::unsure;
  if (term.is_kept && !kept.takes(index, finding)) return;
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  Findings findings;
  const LocaleTerms& terms = subject.terms;
  if (terms.terms.empty()) return findings;
  AlteredNames altered(subject.translation.locale);
  const std::vector<TermUnit>& units = term_units(subject);
  KeptNames kept(subject, units);
  for (const TermUnit& unit : units) {
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
