#include "base/locale.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace recto {
namespace {

bool is_alpha(std::string_view part) {
  return std::all_of(part.begin(), part.end(),
                     [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; });
}

bool is_digits(std::string_view part) {
  return std::all_of(part.begin(), part.end(),
                     [](unsigned char c) { return c >= '0' && c <= '9'; });
}

std::string cased(std::string_view part, bool upper_first, bool upper_rest) {
  std::string result(part);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto c = static_cast<unsigned char>(result[i]);
    const bool upper = i == 0 ? upper_first : upper_rest;
    result[i] = static_cast<char>(upper ? std::toupper(c) : std::tolower(c));
  }
  return result;
}

std::vector<std::string_view> parts_of(std::string_view tag) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (begin <= tag.size()) {
    const std::size_t end = std::min(tag.find_first_of("-_", begin), tag.size());
    parts.push_back(tag.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// What people write for a language where it is another code's: a country's (`jp`), which is no
/// language but for `kr`, Kanuri, and `tw`, Twi, which hardly anybody means; or one that ISO 639
/// has withdrawn (`iw`).
Locale meant_by(std::string language, std::string region) {
  struct Meant {
    std::string_view written, language, region;
  };
  constexpr std::array<Meant, 15> kMeant = {{{"by", "be", ""},
                                             {"cn", "zh", "CN"},
                                             {"cz", "cs", ""},
                                             {"dk", "da", ""},
                                             {"ge", "ka", ""},
                                             {"gr", "el", ""},
                                             {"hk", "zh", "HK"},
                                             {"ir", "fa", ""},
                                             {"iw", "he", ""},
                                             {"jp", "ja", ""},
                                             {"kr", "ko", ""},
                                             {"rs", "sr", ""},
                                             {"tw", "zh", "TW"},
                                             {"ua", "uk", ""},
                                             {"vn", "vi", ""}}};
  for (const Meant& meant : kMeant) {
    if (language != meant.written) continue;
    if (region.empty()) region = meant.region;
    return {std::string(meant.language), "", region};
  }
  return {std::move(language), "", std::move(region)};
}

template <std::size_t N>
bool is_one_of(std::string_view value, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// The script that people mean by `zh-TW`; empty where the region says nothing of it.
std::string_view implied_script(std::string_view language, std::string_view region) {
  constexpr std::array<std::string_view, 3> kTraditional = {"TW", "HK", "MO"};
  if (language != "zh" || region.empty()) return "";
  return is_one_of(region, kTraditional) ? "Hant" : "Hans";
}

}  // namespace

std::string Locale::tag() const {
  std::string result = language;
  const bool is_implied = script == implied_script(language, region);
  if (!script.empty() && !is_implied) result += "-" + script;
  if (!region.empty()) result += "-" + region;
  return result;
}

std::vector<std::string> Locale::names() const {
  std::vector<std::string> names{tag()};
  if (!script.empty()) names.push_back(language + '-' + script);
  names.push_back(language);
  return names;
}

std::optional<Locale> parse_locale(std::string_view tag) {
  const auto parts = parts_of(tag);
  const std::string_view first = parts.front();
  if (first.size() < 2 || first.size() > 3 || !is_alpha(first)) return std::nullopt;
  Locale locale{.language = cased(first, false, false), .script = {}, .region = {}};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view part = parts[i];
    if (part.size() == 4 && is_alpha(part) && locale.script.empty() && locale.region.empty()) {
      locale.script = cased(part, true, false);
    } else if (((part.size() == 2 && is_alpha(part)) || (part.size() == 3 && is_digits(part))) &&
               locale.region.empty()) {
      locale.region = cased(part, true, true);
    } else {
      return std::nullopt;
    }
  }
  const Locale meant = meant_by(locale.language, locale.region);
  locale.language = meant.language;
  locale.region = meant.region;
  if (locale.script.empty()) locale.script = implied_script(locale.language, locale.region);
  return locale;
}

bool is_variant(const Locale& left, const Locale& right) {
  return left.language == right.language && left.script == right.script;
}

bool is_right_to_left(const Locale& locale) {
  constexpr std::array<std::string_view, 12> kLanguages = {"ar", "fa", "he", "iw", "ur",  "ug",
                                                           "ps", "sd", "yi", "dv", "ckb", "nqo"};
  constexpr std::array<std::string_view, 4> kScripts = {"Arab", "Hebr", "Thaa", "Nkoo"};
  if (!locale.script.empty()) return is_one_of(locale.script, kScripts);
  return is_one_of(locale.language, kLanguages);
}

bool separates_words(const Locale& locale) {
  constexpr std::array<std::string_view, 7> kLanguages = {"zh", "ja", "th", "lo", "km", "my", "bo"};
  return !is_one_of(locale.language, kLanguages);
}

}  // namespace recto
