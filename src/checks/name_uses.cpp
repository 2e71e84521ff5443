#include "checks/name_uses.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "checks/names.h"
#include "checks/source_words.h"
#include "checks/term_units.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// So often must a name be lost in a post before a word that stands in its place is one by more
/// than chance.
constexpr std::size_t kFewestPlaces = 3;

bool is_upper_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_lower(next_code_point(text, at))) return false;
  }
  return true;
}

/// `OPENAI` in a heading keeps `OpenAI`.
bool keeps(const std::string& translation, const std::string& name) {
  if (translation.find(name) != std::string::npos) return true;
  std::string upper;
  for (const char c : name) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return !is_upper_text(name) && translation.find(upper) != std::string::npos;
}

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

/// The words of `text` that begin with a capital or a digit, but for what Arabic and Hebrew write
/// onto them.
std::vector<Span> name_like_words(std::string_view text, const Locale& locale) {
  std::vector<Span> words = word_spans(text, locale);
  for (Span& word : words) {
    std::size_t at = word.begin;
    while (at < word.end) {
      word.begin = static_cast<std::uint32_t>(at);
      const Script script = script_of(next_code_point(text, at));
      if (script != Script::arabic && script != Script::hebrew) break;
    }
  }
  std::erase_if(words, [&](const Span word) {
    std::size_t at = word.begin;
    const char32_t first = next_code_point(text, at);
    return !is_upper(first) && !is_digit(first);
  });
  return words;
}

class Reader {
 public:
  explicit Reader(const Subject& subject) : subject_(subject), units_(translated_units(subject)) {
    for (const TermUnit& unit : units_) {
      candidates_.push_back(
          name_like_words(unit.translation_prose.text, subject.translation.locale));
    }
  }

  std::vector<NameTreatment> read();

 private:
  using Words = std::unordered_map<std::string, Span>;  // folded, with the first place in the text

  /// The units whose source has a name; indices.
  struct Places {
    std::vector<std::size_t> all;
    std::vector<std::size_t> lost;  // whose translation does not keep it
  };

  std::map<std::string, Places> places() const;
  std::set<std::string> names(const std::vector<std::vector<Span>>& words) const;
  void look_for_slip(const std::vector<std::size_t>& places, NameTreatment& treatment) const;
  void look_for_companion(const std::vector<std::size_t>& lost, NameTreatment& treatment);
  void set_rendering(std::size_t unit, Span place, NameTreatment& treatment) const;
  const std::vector<Words>& words();

  const Subject& subject_;
  std::vector<TermUnit> units_;
  std::vector<std::vector<Span>> candidates_;  // words of each translation that may be a name
  std::vector<Words> words_;  // of each unit's translation, when they are asked for
};

void Reader::set_rendering(std::size_t unit, Span place, NameTreatment& treatment) const {
  treatment.place = place;
  treatment.rendering = nfc(slice(subject_.translation, place));
  const Prose& prose = units_[unit].source_prose;
  const std::size_t at = prose.text.find(treatment.name);
  treatment.source = prose.place(span_at(at, treatment.name.size()));
}

void Reader::look_for_slip(const std::vector<std::size_t>& places, NameTreatment& treatment) const {
  for (const std::size_t i : places) {
    const auto place = altered_name(units_[i], candidates_[i], treatment.name);
    if (!place) continue;
    if (treatment.rendered++ == 0) set_rendering(i, *place, treatment);
  }
}

const std::vector<Reader::Words>& Reader::words() {
  if (!words_.empty()) return words_;
  for (const TermUnit& unit : units_) {
    Words words;
    const std::string& text = unit.translation_prose.text;
    for (const Span span : dictionary_word_spans(text, subject_.translation.locale)) {
      words.try_emplace(folded(slice(text, span)), span);
    }
    // A foreign name in katakana is no word of the dictionary, which cuts it anywhere.
    for (const Span span : katakana_runs(text)) words.try_emplace(folded(slice(text, span)), span);
    words_.push_back(std::move(words));
  }
  return words_;
}

/// A word of most units that lose the name, and of nearly no other unit.
void Reader::look_for_companion(const std::vector<std::size_t>& lost, NameTreatment& treatment) {
  if (lost.size() < kFewestPlaces || treatment.kept * 4 > lost.size()) return;
  const SourceWords source(subject_.source);
  std::map<std::string, std::size_t> inside;
  for (const std::size_t i : lost) {
    for (const auto& [word, span] : words()[i]) ++inside[word];
  }
  std::erase_if(inside, [&](const auto& entry) {
    return entry.second < std::max(kFewestPlaces, lost.size() * 2 / 3) || length(entry.first) < 2 ||
           source.holds(entry.first);
  });
  const std::set<std::size_t> losing(lost.begin(), lost.end());
  std::map<std::string, std::size_t> outside;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (losing.contains(i)) continue;
    for (const auto& [word, count] : inside) outside[word] += words()[i].contains(word) ? 1 : 0;
  }
  std::erase_if(inside,
                [&](const auto& entry) { return outside[entry.first] * 10 > entry.second; });
  const auto best =
      std::max_element(inside.begin(), inside.end(), [](const auto& left, const auto& right) {
        return std::pair(left.second, length(left.first)) <
               std::pair(right.second, length(right.first));
      });
  if (best == inside.end()) return;
  for (const std::size_t i : lost) {
    const auto word = words()[i].find(best->first);
    if (word == words()[i].end()) continue;
    if (treatment.rendered++ == 0) {
      set_rendering(i, units_[i].translation_prose.place(word->second), treatment);
    }
  }
}

/// The words that the source uses as names, and never as ordinary words.
std::set<std::string> Reader::names(const std::vector<std::vector<Span>>& words) const {
  const Locale& locale = subject_.source.locale;
  std::set<std::string> names;
  std::unordered_map<std::string_view, std::size_t> written;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const std::string& text = units_[i].source_prose.text;
    names.merge(name_words(text, words[i]));
    for (const Span word : words[i]) ++written[without_possessive(slice(text, word))];
  }
  std::unordered_set<std::string> terms;
  for (const LocaleTerm& term : subject_.terms.terms) {
    if (!term.is_kept) terms.insert(folded(term.source));
  }
  std::erase_if(names, [&](const std::string& name) {
    const auto small = written.find(lower_case(name, locale));
    const bool is_ordinary = small != written.end() && small->second * 4 > written[name];
    return name.find('.') != std::string::npos || is_ordinary || terms.contains(folded(name));
  });
  return names;
}

std::map<std::string, Reader::Places> Reader::places() const {
  std::vector<std::vector<Span>> words;
  for (const TermUnit& unit : units_) {
    words.push_back(word_spans(unit.source_prose.text, subject_.source.locale));
  }
  const std::set<std::string> known = names(words);
  std::map<std::string, Places> places;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    std::set<std::string> here;
    for (const Span word : words[i]) {
      here.emplace(without_possessive(slice(units_[i].source_prose.text, word)));
    }
    for (const std::string& name : here) {
      if (!known.contains(name)) continue;
      places[name].all.push_back(i);
      if (!keeps(units_[i].translation, name)) places[name].lost.push_back(i);
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
    // A slip of a name of the termbase is another rule's finding.
    if (!kept_terms.contains(name)) look_for_slip(found.all, treatment);
    if (treatment.rendered == 0) look_for_companion(found.lost, treatment);
    treatments.push_back(std::move(treatment));
  }
  return treatments;
}

}  // namespace

std::vector<NameTreatment> name_treatments(const Subject& subject) {
  return Reader(subject).read();
}

}  // namespace recto::checks
