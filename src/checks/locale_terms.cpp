#include "checks/locale_terms.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "checks/clitics.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kShortestStem = 4;  // letters
constexpr std::size_t kLongestEnding = 3;
constexpr std::size_t kLongestProclitic = 3;

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c) || is_mark(c);
}

/// Scripts that put no blanks between words: a term may stand anywhere.
bool runs_on(Script script) {
  return script == Script::han || script == Script::hiragana || script == Script::katakana ||
         script == Script::thai;
}

/// Whether `c` goes on with a word in `script`.
bool goes_on(char32_t c, Script script) {
  return is_word_character(c) && (is_mark(c) || script_of(c) == script);
}

/// The letters of the same script that go on behind `at`, counted up to one more than an ending
/// has: an ending, or another word that begins alike.
std::size_t letters_behind(std::string_view text, std::size_t at, Script script) {
  std::size_t count = 0;
  while (at < text.size() && count <= kLongestEnding && goes_on(next_code_point(text, at), script))
    ++count;
  return count;
}

std::size_t letters_before(std::string_view text, std::size_t at, Script script) {
  std::size_t count = 0;
  while (at > 0 && count <= kLongestProclitic && goes_on(previous_code_point(text, at), script))
    ++count;
  return count;
}

bool stands_as_word(std::string_view text, Span span, const Locale& locale) {
  std::size_t at = span.begin;
  const Script first = script_of(next_code_point(text, at));
  at = span.end;
  const Script last = script_of(previous_code_point(text, at));
  if (runs_on(first) && runs_on(last)) return true;
  // Arabic and Hebrew write articles and prepositions in one with the word.
  const bool has_proclitics = first == Script::arabic || first == Script::hebrew;
  if (letters_before(text, span.begin, first) > (has_proclitics ? kLongestProclitic : 0)) {
    return false;
  }
  // Korean particles follow in Hangul; elsewhere a short ending is a case or a plural.
  if (last == Script::hangul) return true;
  const std::size_t ending = letters_behind(text, span.end, last);
  return ending == 0 || (!is_certain_about_forms(locale) && ending <= kLongestEnding);
}

/// What two forms of `word` have in common at least: three fifths of it.
std::string stem(const std::string& word) {
  const std::size_t letters = std::max(kShortestStem, (count_code_points(word) * 3 + 4) / 5);
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters && at < word.size(); ++i) next_code_point(word, at);
  return word.substr(0, at);
}

std::vector<std::string> each_once(const std::vector<std::string>& texts) {
  std::vector<std::string> result;
  std::set<std::string> known;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(result),
               [&](const std::string& text) { return known.insert(text).second; });
  return result;
}

LocaleTerm of_locale(const Term& term, const Locale& locale) {
  LocaleTerm result{.source = term.source};
  if (const Rendering* rendering = term.rendering(locale)) {
    result.use = each_once(rendering->use);
    result.reject = each_once(rendering->reject);
    result.is_kept = result.use == std::vector<std::string>{term.source};
  } else {
    result.is_kept = term.keep;
  }
  if (result.use.empty() && term.keep) result.use = {term.source};
  return result;
}

}  // namespace

WordFinder::WordFinder(std::vector<Phrase> phrases, Locale locale)
    : phrases_(std::move(phrases)), locale_(std::move(locale)) {
  std::vector<std::string> folded_phrases;
  for (const Phrase& phrase : phrases_) {
    folded_phrases.push_back(folded_with_offsets(phrase.text).text);
  }
  automaton_ = Phrases(folded_phrases);
}

std::vector<WordFinder::Place> WordFinder::places(std::string_view text) const {
  std::vector<Place> found;
  if (phrases_.empty()) return found;
  const FoldedText haystack = folded_with_offsets(text);
  for (const auto& [index, place] : automaton_.places(haystack.text)) {
    const Span span{haystack.offsets[place.begin], haystack.offsets[place.end]};
    const Phrase& phrase = phrases_[index];
    if (span.is_empty() || !stands_as_word(text, span, locale_)) continue;
    if (phrase.match_case && nfc(slice(text, span)) != nfc(phrase.text)) continue;
    found.push_back({index, phrase.owner, span});
  }
  return found;
}

LocaleTerms::LocaleTerms(const Terms& all, const Locale& source_locale, const Locale& locale) {
  std::vector<WordFinder::Phrase> in_source;
  std::vector<WordFinder::Phrase> allowed;
  std::vector<WordFinder::Phrase> rejected;
  // What stands twice would be found twice.
  std::set<std::tuple<std::string, bool, std::vector<std::string>, std::vector<std::string>>> known;
  for (const Term& term : all) {
    LocaleTerm entry = of_locale(term, locale);
    if (entry.use.empty() && entry.reject.empty()) continue;
    if (!known.emplace(entry.source, entry.is_kept, entry.use, entry.reject).second) continue;
    const std::size_t owner = terms.size();
    in_source.push_back({term.source, term.match_case, owner});
    for (const std::string& use : entry.use) allowed.push_back({use, false, owner});
    for (const std::string& text : entry.reject) rejected.push_back({text, false, owner});
    terms.push_back(std::move(entry));
  }
  sources = WordFinder(std::move(in_source), source_locale);
  uses = WordFinder(std::move(allowed), locale);
  rejects = WordFinder(std::move(rejected), locale);
}

const std::vector<std::string>& LazyWords::words() {
  if (std::exchange(is_made_, true)) return words_;
  for (const Span span : word_spans(text_, locale_)) {
    words_.push_back(folded(slice(text_, span)));
    for (std::string& rest : without_clitics(words_.back(), locale_)) {
      words_.push_back(std::move(rest));
    }
  }
  return words_;
}

bool LazyWords::hold_a_form_of(std::string_view rendering) {
  if (is_certain_about_forms(locale_)) return false;
  const std::vector<Span> parts = word_spans(rendering, locale_);
  return std::all_of(parts.begin(), parts.end(), [&](Span part) {
    const std::string begin = stem(folded(slice(rendering, part)));
    return std::any_of(words().begin(), words().end(),
                       [&](const std::string& word) { return word.starts_with(begin); });
  });
}

bool is_certain_about_forms(const Locale& locale) {
  constexpr std::array<std::string_view, 8> kFixed = {"vi", "zh", "ja", "ko",
                                                      "th", "id", "ms", "lo"};
  return std::find(kFixed.begin(), kFixed.end(), locale.language) != kFixed.end();
}

}  // namespace recto
