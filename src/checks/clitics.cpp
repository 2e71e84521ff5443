#include "checks/clitics.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kShortestRest = 6;  // bytes: three letters of either script

/// In the order in which they may stand before a word.
constexpr std::array<std::string_view, 12> kArabic = {"وال", "فال", "بال", "كال", "ولل", "لل",
                                                      "ال",  "و",   "ف",   "ب",   "ك",   "ل"};
constexpr std::array<std::string_view, 7> kHebrew = {"ו", "ה", "ב", "כ", "ל", "מ", "ש"};

constexpr std::array<std::string_view, 14> kSpanish = {"selos", "selas", "melo", "telo", "selo",
                                                       "sela",  "los",   "las",  "les",  "lo",
                                                       "la",    "le",    "se",   "nos"};

/// Endings of Indonesian and Malay words: for verbs, of possession, for emphasis.
constexpr std::array<std::string_view, 6> kMalay = {"kan", "nya", "lah", "kah", "ku", "mu"};

template <std::size_t N>
void take_off_before(std::string_view word, const std::array<std::string_view, N>& prefixes,
                     std::size_t more, std::vector<std::string>& rests) {
  for (const std::string_view prefix : prefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestRest) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (std::find(rests.begin(), rests.end(), rest) == rests.end()) rests.emplace_back(rest);
    if (more > 0) take_off_before(rest, prefixes, more - 1, rests);
  }
}

template <std::size_t N>
void take_off_behind(std::string_view word, const std::array<std::string_view, N>& endings,
                     std::size_t shortest_rest, std::vector<std::string>& rests) {
  for (const std::string_view ending : endings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + shortest_rest) continue;
    rests.emplace_back(word.substr(0, word.size() - ending.size()));
  }
}

/// Spanish infinitives, however short, before their pronouns: dar of darle, adjuntar of adjuntarme.
void take_off_pronouns(std::string_view word, std::vector<std::string>& rests) {
  constexpr std::array<std::string_view, 11> kPronouns = {"me",  "te",  "lo",  "la",  "le", "se",
                                                          "los", "las", "les", "nos", "os"};
  constexpr std::size_t kShortestInfinitive = 3;
  std::vector<std::string> verbs;
  take_off_behind(word, kPronouns, kShortestInfinitive, verbs);
  for (std::string& verb : verbs) {
    const bool is_infinitive = verb.ends_with("ar") || verb.ends_with("er") ||
                               verb.ends_with("ir") || verb.ends_with("ír");
    if (is_infinitive) rests.push_back(std::move(verb));
  }
}

/// The Spanish infinitive of what may be done: descargar of descargables.
void add_infinitive(std::string_view word, std::vector<std::string>& rests) {
  constexpr std::array<std::string_view, 2> kEndings = {"able", "ables"};
  std::vector<std::string> stems;
  take_off_behind(word, kEndings, kShortestRest, stems);
  for (const std::string& stem : stems) rests.push_back(stem + "ar");
}

/// French words with a circumflex on an `i` or `u`, which may be left out since 1990: connaît of
/// connait.
void add_circumflexes(std::string_view word, std::vector<std::string>& rests) {
  if (word.size() < kShortestRest) return;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] != 'i' && word[at] != 'u') continue;
    const std::string_view marked = word[at] == 'i' ? "î" : "û";
    rests.push_back(std::string(word.substr(0, at)).append(marked).append(word.substr(at + 1)));
  }
}

/// Spanish verbs: with a pronoun behind them they may need an accent that they lack without.
void add_plain_ones(std::vector<std::string>& rests) {
  const std::vector<std::string> marked = rests;
  for (const std::string& rest : marked) {
    std::string plain = without_marks(rest);
    if (plain != rest) rests.push_back(std::move(plain));
  }
}

/// `word` with another ending, where it ends so and a stem is left.
void exchange_ending(std::string_view word,
                     std::span<const std::pair<std::string_view, std::string_view>> endings,
                     std::vector<std::string>& forms) {
  constexpr std::size_t kShortestStem = 3;
  for (const auto& [ending, other] : endings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + kShortestStem) continue;
    forms.push_back(std::string(word.substr(0, word.size() - ending.size())).append(other));
  }
}

}  // namespace

std::vector<std::string> without_clitics(std::string_view word, const Locale& locale) {
  std::vector<std::string> rests;
  if (locale.language == "ar") {
    take_off_before(word, kArabic, 1, rests);
    take_off_before(word, std::array<std::string_view, 1>{"س"}, 0, rests);
  }
  if (locale.language == "he") take_off_before(word, kHebrew, 2, rests);
  if (locale.language == "ru" && (word.ends_with("ний") || word.ends_with("нии"))) {
    // использований and использовании of использование
    rests.push_back(std::string(word.substr(0, word.size() - std::string_view("й").size())) + "е");
  }
  if (locale.language == "ru" && word.ends_with("ций")) {
    rests.push_back(std::string(word.substr(0, word.size() - std::string_view("й").size())) + "я");
  }
  if (locale.language == "fr") add_circumflexes(word, rests);
  if (locale.language == "es") {
    take_off_behind(word, kSpanish, kShortestRest, rests);
    add_plain_ones(rests);
    take_off_pronouns(word, rests);
    add_infinitive(word, rests);
  }
  if (locale.language == "id" || locale.language == "ms") {
    constexpr std::size_t kShortestStem = 4;
    take_off_behind(word, kMalay, kShortestStem, rests);
  }
  return rests;
}

std::vector<std::string> usual_forms(std::string_view word, const Locale& locale) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kVoseo = {
      {{"ás", "ar"}, {"és", "er"}, {"ís", "ir"}}};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kBritish = {
      {{"our", "or"},
       {"ours", "ors"},
       {"oured", "ored"},
       {"ouring", "oring"},
       {"ourite", "orite"},
       {"ourites", "orites"},
       {"ourable", "orable"},
       {"ise", "ize"},
       {"ised", "ized"},
       {"ises", "izes"},
       {"ising", "izing"},
       {"isation", "ization"},
       {"isations", "izations"},
       {"yse", "yze"},
       {"ysed", "yzed"}}};
  std::vector<std::string> forms;
  const bool has_voseo = locale.language == "es" && locale.region != "ES" && locale.region != "MX";
  if (has_voseo) exchange_ending(word, kVoseo, forms);
  if (locale.language == "en" && locale.region != "US") exchange_ending(word, kBritish, forms);
  return forms;
}

}  // namespace recto
