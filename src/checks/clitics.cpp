#include "checks/clitics.h"

#include <algorithm>
#include <array>

namespace recto {
namespace {

constexpr std::size_t kShortestRest = 6;  // bytes: three letters of either script

/// In the order in which they may stand before a word.
constexpr std::array<std::string_view, 12> kArabic = {"وال", "فال", "بال", "كال", "ولل", "لل",
                                                      "ال",  "و",   "ف",   "ب",   "ك",   "ل"};
constexpr std::array<std::string_view, 7> kHebrew = {"ו", "ה", "ב", "כ", "ל", "מ", "ש"};

template <std::size_t N>
void take_off(std::string_view word, const std::array<std::string_view, N>& prefixes,
              std::size_t more, std::vector<std::string_view>& rests) {
  for (const std::string_view prefix : prefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestRest) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (std::find(rests.begin(), rests.end(), rest) == rests.end()) rests.push_back(rest);
    if (more > 0) take_off(rest, prefixes, more - 1, rests);
  }
}

}  // namespace

std::vector<std::string_view> without_clitics(std::string_view word, const Locale& locale) {
  std::vector<std::string_view> rests;
  if (locale.language == "ar") {
    take_off(word, kArabic, 1, rests);
    if (word.starts_with("س")) take_off(word, std::array<std::string_view, 1>{"س"}, 0, rests);
  }
  if (locale.language == "he") take_off(word, kHebrew, 2, rests);
  return rests;
}

}  // namespace recto
