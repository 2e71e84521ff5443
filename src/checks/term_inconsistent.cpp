// term_inconsistent: one source term is rendered in two ways within a post: a term for which the
// termbase allows both, or a short text (tag, heading, bold lead-in, link text) that stands twice.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "checks/foreign.h"
#include "checks/short_units.h"
#include "checks/term_units.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

struct Use {
  Span source;
  Span translation;
  std::string found;
  std::size_t count = 1;
  bool is_doubtful = false;  // of two that are as frequent, the one to blame
};

/// The renderings of one source term, by their folded text.
using Uses = std::map<std::string, Use>;

void add(Uses& uses, const Use& use) {
  const auto [place, is_new] = uses.try_emplace(folded(use.found), use);
  if (!is_new) ++place->second.count;
}

/// Whether two renderings are the same words: with an article or another ending, or one inside the
/// other.
bool is_form_of(const std::string& left, const std::string& right, const Locale& locale) {
  const std::string folded_left = folded(left);
  const std::string folded_right = folded(right);
  return folded_left.find(folded_right) != std::string::npos ||
         folded_right.find(folded_left) != std::string::npos ||
         LazyWords(left, locale).hold_a_form_of(right) ||
         LazyWords(right, locale).hold_a_form_of(left);
}

/// The rendering with the fewest uses, of equals the doubtful or the later one, beside the one with
/// the most.
void judge(const std::string& term, const Uses& uses, const Locale& locale, Certainty certainty,
           Findings& findings) {
  std::vector<Use> sorted;
  for (const auto& [text, use] : uses) sorted.push_back(use);
  std::sort(sorted.begin(), sorted.end(), [](const Use& left, const Use& right) {
    if (left.count != right.count) return left.count > right.count;
    if (left.is_doubtful != right.is_doubtful) return right.is_doubtful;
    return left.translation < right.translation;
  });
  const Use usual = sorted.front();
  std::erase_if(sorted, [&](const Use& use) { return is_form_of(use.found, usual.found, locale); });
  if (sorted.empty()) return;
  const Use& odd = sorted.back();
  Finding finding{.span = odd.translation, .source = odd.source, .certainty = certainty};
  finding.fields = {{"term", term},
                    {"found", odd.found},
                    {"found_count", std::to_string(odd.count)},
                    {"expected", usual.found},
                    {"expected_count", std::to_string(usual.count)}};
  findings.push_back(std::move(finding));
}

/// Takes out what lies inside another: `nguồn mở` in `mã nguồn mở` is no use of its own.
void drop_inner(std::vector<WordFinder::Place>& places) {
  std::sort(places.begin(), places.end(), [](const auto& left, const auto& right) {
    return std::pair(left.span.begin, right.span.end) < std::pair(right.span.begin, left.span.end);
  });
  std::optional<Span> outer;  // of those that are kept, the one that ends last
  std::erase_if(places, [&](const WordFinder::Place& place) {
    const bool is_inner = outer && *outer != place.span && outer->holds(place.span);
    if (!is_inner) outer = place.span;
    return is_inner;
  });
}

/// Which of its renderings a unit uses for each of its terms; none where it has two, which may
/// stand for two things.
void add_uses(const Subject& subject, const TermUnit& unit,
              std::map<std::size_t, Uses>& uses_by_term) {
  std::map<std::size_t, std::vector<WordFinder::Place>> places_by_term;
  for (const auto& place : subject.terms.uses.places(unit.translation_prose.text)) {
    if (unit.origins.contains(place.owner)) places_by_term[place.owner].push_back(place);
  }
  for (auto& [term, places] : places_by_term) {
    drop_inner(places);
    std::set<std::size_t> phrases;
    for (const auto& place : places) phrases.insert(place.phrase);
    if (phrases.size() != 1) continue;
    add(uses_by_term[term], {.source = unit.origins.at(term),
                             .translation = unit.translation_prose.place(places.front().span),
                             .found = subject.terms.uses.phrases()[*phrases.begin()].text});
  }
}

/// Whether `text` is a name of code: `electron-builder`, `webContents`, `v2`.
bool is_code_name(std::string_view text) {
  const bool has_sign = text.find_first_of("-_.0123456789") != text.npos;
  const std::u32string letters = code_points(text);
  const bool has_hump =
      !letters.empty() && std::any_of(letters.begin() + 1, letters.end(), is_upper);
  return text.find(' ') == text.npos && (has_sign || has_hump);
}

/// The renderings of the short texts of the source, by their folded text. What stands in a text
/// that is not translated at all is none.
std::map<std::string, std::pair<std::string, Uses>> uses_of_texts(const Subject& subject) {
  const std::vector<Span> foreign = foreign_text(subject);
  std::map<std::string, std::pair<std::string, Uses>> uses_by_text;
  for (const ShortUnit& unit : short_units(subject)) {
    const bool is_foreign = std::any_of(foreign.begin(), foreign.end(), [&](Span text) {
      return text.holds(unit.translation_span);
    });
    if (is_foreign) continue;
    auto& [text, uses] = uses_by_text[folded(unit.source)];
    if (text.empty()) text = unit.source;
    const bool is_kept = folded(unit.translation) == folded(unit.source);
    add(uses, {unit.source_span, unit.translation_span, unit.translation, 1,
               is_kept != is_code_name(unit.source)});
  }
  return uses_by_text;
}

Findings run(const Subject& subject) {
  Findings findings;
  const Locale& locale = subject.translation.locale;
  const auto& terms = subject.terms.terms;
  const bool has_choice = std::any_of(terms.begin(), terms.end(),
                                      [](const LocaleTerm& term) { return term.use.size() > 1; });
  std::map<std::size_t, Uses> uses_by_term;
  if (has_choice) {
    for (const TermUnit& unit : term_units(subject)) add_uses(subject, unit, uses_by_term);
  }
  std::set<std::string> known;
  for (const auto& [term, uses] : uses_by_term) {
    // Where words change their form, two of them may be one rendering all the same.
    judge(terms[term].source, uses, locale,
          is_certain_about_forms(locale) ? Certainty::sure : Certainty::unsure, findings);
  }
  for (const LocaleTerm& term : terms) known.insert(folded(term.source));
  for (const auto& [text, entry] : uses_of_texts(subject)) {
    // The same words may stand in another case or number.
    if (!known.contains(text))
      judge(entry.first, entry.second, locale, Certainty::unsure, findings);
  }
  return findings;
}

}  // namespace

CheckKind term_inconsistent() {
  return pair_kind("term_inconsistent", "A source term is rendered in one way within a post.",
                   {"term", "found", "found_count", "expected", "expected_count"}, run);
}

}  // namespace recto::checks
