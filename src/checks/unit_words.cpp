#include "checks/unit_words.h"

#include <algorithm>

#include "text/unicode.h"

namespace recto::checks {
namespace {

std::vector<Span> katakana_runs(std::string_view text) {
  constexpr char32_t kLongVowel = 0x30FC;
  std::vector<Span> runs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c != kLongVowel && script_of(c) != Script::katakana) continue;
    if (!runs.empty() && runs.back().end == from)
      runs.back().end = static_cast<std::uint32_t>(at);
    else
      runs.push_back(span_at(from, at - from));
  }
  return runs;
}

}  // namespace

UnitWords::UnitWords(const std::vector<TermUnit>& units, const Locale& locale)
    : units_(units), locale_(locale), words_(units.size()) {}

std::uint32_t UnitWords::number_of(std::string_view written) {
  const auto next = static_cast<std::uint32_t>(numbered_.size());
  const auto [known, is_new] = written_.try_emplace(written, next);
  if (!is_new) return known->second;
  const auto [word, is_new_word] = folded_.try_emplace(folded(written), next);
  if (is_new_word) {
    numbered_.push_back(&word->first);
    last_unit_.push_back(0);
  }
  known->second = word->second;
  return known->second;
}

const std::vector<UnitWords::Word>& UnitWords::of(std::size_t unit) {
  if (words_[unit]) return *words_[unit];
  std::vector<Word>& words = words_[unit].emplace();
  const std::string& text = units_[unit].translation_prose.text;
  const auto add = [&](Span place) {
    const std::uint32_t number = number_of(slice(text, place));
    if (last_unit_[number] == unit + 1) return;
    last_unit_[number] = unit + 1;
    words.push_back({number, place});
  };
  for (const Span place : word_spans(text, locale_)) add(place);
  // A foreign name in katakana is no word of the dictionary, which cuts it anywhere.
  if (locale_.language == "ja") {
    for (const Span place : katakana_runs(text)) add(place);
  }
  return words;
}

std::optional<Span> UnitWords::place_in(std::size_t unit, std::uint32_t number) {
  const std::vector<Word>& words = of(unit);
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return word.number == number; });
  return found == words.end() ? std::nullopt : std::optional(found->place);
}

}  // namespace recto::checks
