#include "checks/name_uses.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "checks/names.h"
#include "checks/term_units.h"
#include "checks/unit_words.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// So often must a name be lost in a post before a word that stands in its place is one by more
/// than chance.
constexpr std::size_t kFewestPlaces = 3;
/// Words of a pair that are compared with names, letter by letter.
constexpr std::size_t kMostCompared = 4'000'000;
/// Bytes of a pair that are searched for names, and for words that stand in place of them.
constexpr std::size_t kMostSearched = std::size_t{64} << 20U;

/// A word of several translations.
struct CommonWord {
  std::string_view text;
  std::uint32_t number = 0;
  std::size_t count = 0;  // of them
};

class Reader {
 public:
  explicit Reader(const Subject& subject)
      : subject_(subject),
        units_(translated_units(subject)),
        candidates_(units_.size()),
        words_(units_, subject.translation.locale),
        folded_(units_.size()) {
    for (const TermUnit& unit : units_) {
      sources_.push_back(&subject.source_words.named(unit.source_prose.text));
    }
  }

  std::vector<NameTreatment> read();

 private:
  /// The units whose source has a name; indices.
  struct Places {
    std::vector<std::size_t> all;
    std::vector<std::size_t> lost;  // whose translation does not keep it
    std::size_t uses = 0;
    std::size_t behind_names = 0;  // uses right behind another name: `Network` of `Finch Network`

    bool ends_longer_names() const { return behind_names * 2 > uses; }
  };

  std::map<std::string, Places> places();
  bool loses(std::size_t unit, std::string_view name);
  std::vector<std::uint32_t> names() const;
  bool is_new(Span place) const;
  bool is_other_word(Span place, const std::string& name) const;
  void look_for_slip(const std::vector<std::size_t>& places, NameTreatment& treatment);
  void look_for_companion(const std::vector<std::size_t>& lost, NameTreatment& treatment);
  void set_rendering(std::size_t unit, Span place, NameTreatment& treatment) const;
  std::vector<CommonWord> common_words(const std::vector<std::size_t>& lost);
  bool is_rare_beside(const std::vector<std::size_t>& lost, std::string_view word,
                      std::size_t most);

  const Subject& subject_;
  std::vector<TermUnit> units_;
  std::vector<const NamedText*> sources_;  // of each unit
  // Of each unit's translation, made when they are asked for: words that may be names; the text.
  std::vector<std::optional<std::vector<Span>>> candidates_;
  UnitWords words_;
  std::vector<std::size_t> counts_;  // of words, by number; all 0 but while they are counted
  std::vector<std::optional<std::string>> folded_;
  std::unordered_set<std::string> folded_names_;  // of the source
  std::size_t searched_ = 0;
  std::size_t compared_ = 0;
};

void Reader::set_rendering(std::size_t unit, Span place, NameTreatment& treatment) const {
  treatment.place = place;
  treatment.rendering = nfc(slice(subject_.translation, place));
  const Prose& prose = units_[unit].source_prose;
  const std::size_t at = prose.text.find(treatment.name);
  treatment.source = prose.place(span_at(at, treatment.name.size()));
}

void Reader::look_for_slip(const std::vector<std::size_t>& places, NameTreatment& treatment) {
  // Between letters of another script, a foreign word is a name of the source, or a slip of one.
  const bool is_foreign = !is_written_in_latin(subject_.translation.locale);
  for (const std::size_t i : places) {
    searched_ += units_[i].translation_prose.text.size();
    if (searched_ > kMostSearched) return;
    const bool is_lost = lacks(units_[i], treatment.name);
    if (!is_foreign && !is_lost) continue;
    if (!candidates_[i]) candidates_[i] = name_like_words(units_[i].translation_prose.text);
    compared_ += candidates_[i]->size();
    if (compared_ > kMostCompared) return;
    const auto place = altered_name(units_[i], *candidates_[i], treatment.name);
    if (!place || is_other_word(*place, treatment.name) || (!is_lost && !is_new(*place))) continue;
    // No name goes on in the next sentence: `NV backup. In` for `NVBackups`.
    const bool goes_on = slice(subject_.translation, *place).find(". ") != std::string_view::npos;
    if (goes_on && treatment.name.find(". ") == std::string::npos) continue;
    if (treatment.rendered++ == 0) set_rendering(i, *place, treatment);
  }
}

/// Whether what stands at `place` is another name of the source than `name`, perhaps in other
/// letters (`Uint64` for `UInt64`), or its plural with an ending of the language (`WebSockety`).
bool Reader::is_other_word(Span place, const std::string& name) const {
  constexpr std::size_t kLongestEnding = 3;  // bytes of a letter of any script
  const std::string_view word = slice(subject_.translation, place);
  const std::string letters = folded(word);
  if (letters != folded(name) && folded_names_.contains(letters)) return true;
  const std::string_view stem = std::string_view(name).substr(0, name.size() - 1);
  if (!name.ends_with('s') || !word.starts_with(stem) || word == stem) return false;
  const std::string_view ending = word.substr(stem.size());
  std::size_t at = 0;
  const char32_t first = next_code_point(ending, at);
  constexpr std::u32string_view kVowels = U"aeiouy";
  const bool is_ending = first >= 0x80 || kVowels.find(first) != std::u32string_view::npos;
  return is_letter(first) && is_ending && ending.size() <= kLongestEnding;
}

/// Whether the source says nowhere what the translation says at `place`.
bool Reader::is_new(Span place) const {
  const std::string word = folded(slice(subject_.translation, place));
  return !subject_.source_words.whole_text().holds_folded(word);
}

/// The words of most of the units `lost`, in alphabetical order.
std::vector<CommonWord> Reader::common_words(const std::vector<std::size_t>& lost) {
  const std::size_t fewest = std::max(kFewestPlaces, lost.size() * 2 / 3);
  std::vector<std::uint32_t> seen;
  for (const std::size_t unit : lost) {
    const std::vector<UnitWords::Word>& words = words_.of(unit);
    counts_.resize(words_.numbered().size());
    for (const UnitWords::Word& word : words) {
      if (counts_[word.number]++ == 0) seen.push_back(word.number);
    }
  }
  std::vector<CommonWord> common;
  for (const std::uint32_t number : seen) {
    const std::size_t count = std::exchange(counts_[number], 0);
    const std::string& word = *words_.numbered()[number];
    if (count >= fewest && count_code_points(word) > 1) common.push_back({word, number, count});
  }
  std::sort(common.begin(), common.end(),
            [](const CommonWord& left, const CommonWord& right) { return left.text < right.text; });
  return common;
}

/// Whether no more than `most` units but `lost` have `word` anywhere.
bool Reader::is_rare_beside(const std::vector<std::size_t>& lost, std::string_view word,
                            std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < units_.size() && count <= most; ++i) {
    if (std::binary_search(lost.begin(), lost.end(), i)) continue;
    if (!folded_[i]) folded_[i] = folded(units_[i].translation_prose.text);
    searched_ += folded_[i]->size();
    if (searched_ > kMostSearched) return false;
    if (folded_[i]->find(word) != std::string::npos) ++count;
  }
  return count <= most;
}

/// A word of most units that lose the name, and of nearly no other unit.
void Reader::look_for_companion(const std::vector<std::size_t>& lost, NameTreatment& treatment) {
  if (lost.size() < kFewestPlaces || treatment.kept * 4 > lost.size()) return;
  const SourceWords& source_text = subject_.source_words.whole_text();
  CommonWord best;
  for (const CommonWord& word : common_words(lost)) {
    const bool is_better = std::pair(word.count, count_code_points(word.text)) >
                               std::pair(best.count, count_code_points(best.text)) &&
                           !source_text.holds_folded(word.text) &&
                           is_rare_beside(lost, word.text, word.count / 10);
    if (is_better) best = word;
  }
  if (best.count == 0) return;
  for (const std::size_t i : lost) {
    const auto place = words_.place_in(i, best.number);
    if (place && treatment.rendered++ == 0) {
      set_rendering(i, units_[i].translation_prose.place(*place), treatment);
    }
  }
}

/// The words that the source uses as names, and never as ordinary words; by number.
std::vector<std::uint32_t> Reader::names() const {
  const std::vector<std::string_view>& words = subject_.source_words.numbered();
  std::vector<bool> may_be_name(words.size());
  std::vector<std::size_t> written(words.size());
  for (const NamedText* source : sources_) {
    for (const std::uint32_t name : source->names) may_be_name[name] = true;
    for (const std::uint32_t word : source->words) ++written[word];
  }
  std::unordered_set<std::string> terms;
  for (const LocaleTerm& term : subject_.terms.terms) {
    if (!term.is_kept) terms.insert(folded(term.source));
  }
  std::vector<std::uint32_t> names;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!may_be_name[i] || words[i].find('.') != std::string_view::npos) continue;
    const auto small =
        subject_.source_words.number_of(lower_case(words[i], subject_.source.locale));
    const bool is_ordinary = small && written[*small] * 4 > written[i];
    if (!is_ordinary && !terms.contains(folded(words[i]))) names.push_back(i);
  }
  return names;
}

/// Whether the translation of a unit lacks the name; false when too much has been searched.
bool Reader::loses(std::size_t unit, std::string_view name) {
  searched_ += units_[unit].translation_prose.text.size();
  return searched_ <= kMostSearched && !keeps_name(units_[unit].translation, name);
}

std::map<std::string, Reader::Places> Reader::places() {
  const std::vector<std::string_view>& words = subject_.source_words.numbered();
  std::map<std::string, Places> places;
  std::vector<Places*> by_number(words.size());
  for (const std::uint32_t name : names()) {
    by_number[name] = &places[std::string(words[name])];
    folded_names_.insert(folded(words[name]));
  }
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const Places* before = nullptr;
    for (const std::uint32_t word : sources_[i]->words) {
      const Places* name_before = std::exchange(before, by_number[word]);
      if (by_number[word] == nullptr) continue;
      Places& found = *by_number[word];
      ++found.uses;
      if (name_before != nullptr) ++found.behind_names;
      if (!found.all.empty() && found.all.back() == i) continue;
      found.all.push_back(i);
      if (loses(i, words[word])) found.lost.push_back(i);
    }
  }
  return places;
}

std::vector<NameTreatment> Reader::read() {
  std::set<std::string> kept_terms;
  for (const LocaleTerm& term : subject_.terms.terms) {
    if (term.is_kept) kept_terms.insert(term.source);
  }
  std::vector<NameTreatment> treatments;
  for (const auto& [name, found] : places()) {
    NameTreatment treatment{
        .name = name, .kept = found.all.size() - found.lost.size(), .lost = found.lost.size()};
    // A name of the termbase that is misspelt, or that stands nowhere, is another rule's finding.
    const bool is_kept_term = kept_terms.contains(name);
    const bool is_told = is_kept_term && treatment.kept == 0;
    if (!is_kept_term) look_for_slip(found.all, treatment);
    // What ends longer names is most often an ordinary word, which may be translated.
    if (treatment.rendered == 0 && !is_told && !found.ends_longer_names()) {
      look_for_companion(found.lost, treatment);
    }
    treatments.push_back(std::move(treatment));
  }
  return treatments;
}

}  // namespace

std::vector<NameTreatment> name_treatments(const Subject& subject) {
  return Reader(subject).read();
}

}  // namespace recto::checks
