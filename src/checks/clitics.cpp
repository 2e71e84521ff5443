#include "checks/clitics.h"

#include <algorithm>
#include <array>
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

/// Spanish verbs: with a pronoun behind them they may need an accent that they lack without.
void take_off_behind(std::string_view word, std::vector<std::string>& rests) {
  for (const std::string_view pronoun : kSpanish) {
    if (!word.ends_with(pronoun) || word.size() < pronoun.size() + kShortestRest) continue;
    rests.emplace_back(word.substr(0, word.size() - pronoun.size()));
    std::string plain = without_marks(rests.back());
    if (plain != rests.back()) rests.push_back(std::move(plain));
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
  if (locale.language == "es") take_off_behind(word, rests);
  return rests;
}

}  // namespace recto
