#include "text/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "text/locale_data.h"
#include "text/number_bounds.h"
#include "text/unicode.h"

namespace recto {
namespace {

struct NamedUnit {
  const char* name = nullptr;  // of ICU
  Unit unit;
};

constexpr double kSecond = 1000;
constexpr double kMinute = 60 * kSecond;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;

constexpr std::array<NamedUnit, 25> kUnits = {
    {{"millisecond", {Measure::time, 1}},   {"second", {Measure::time, kSecond}},
     {"minute", {Measure::time, kMinute}},  {"hour", {Measure::time, kHour}},
     {"day", {Measure::time, kDay}},        {"week", {Measure::time, 7 * kDay}},
     {"month", {Measure::calendar, 1}},     {"year", {Measure::calendar, 12}},
     {"byte", {Measure::data, 1}},          {"kilobyte", {Measure::data, 1e3}},
     {"megabyte", {Measure::data, 1e6}},    {"gigabyte", {Measure::data, 1e9}},
     {"terabyte", {Measure::data, 1e12}},   {"millimeter", {Measure::length, 1}},
     {"centimeter", {Measure::length, 10}}, {"meter", {Measure::length, 1e3}},
     {"kilometer", {Measure::length, 1e6}}, {"milliliter", {Measure::volume, 1}},
     {"centiliter", {Measure::volume, 10}}, {"deciliter", {Measure::volume, 100}},
     {"liter", {Measure::volume, 1e3}},     {"milligram", {Measure::mass, 1}},
     {"gram", {Measure::mass, 1e3}},        {"kilogram", {Measure::mass, 1e6}},
     {"tonne", {Measure::mass, 1e9}}}};

/// Symbols, folded.
constexpr std::array<std::pair<std::string_view, Unit>, 19> kSymbols = {
    {{"gb", {Measure::data, 1e9}},
     {"gib", {Measure::data, 1e9}},
     {"kb", {Measure::data, 1e3}},
     {"kib", {Measure::data, 1e3}},
     {"mb", {Measure::data, 1e6}},
     {"mib", {Measure::data, 1e6}},
     {"ms", {Measure::time, 1}},
     {"tb", {Measure::data, 1e12}},
     {"tib", {Measure::data, 1e12}},
     {"sec", {Measure::time, kSecond}},
     {"mm", {Measure::length, 1}},
     {"cm", {Measure::length, 10}},
     {"km", {Measure::length, 1e6}},
     {"ml", {Measure::volume, 1}},
     {"cl", {Measure::volume, 10}},
     {"dl", {Measure::volume, 100}},
     {"mg", {Measure::mass, 1}},
     {"dag", {Measure::mass, 1e4}},
     {"kg", {Measure::mass, 1e6}}}};

/// What ICU does not list: what is written in any language, and in some.
constexpr std::array<std::pair<std::string_view, Unit>, 12> kMoreNames = {
    {{"h", {Measure::time, kHour}},
     {"min", {Measure::time, kMinute}},
     {"mins", {Measure::time, kMinute}},
     {"s", {Measure::time, kSecond}},
     {"m", {Measure::length, 1e3}},
     {"l", {Measure::volume, 1e3}},
     {"ℓ", {Measure::volume, 1e3}},
     {"g", {Measure::mass, 1e3}},
     {"secs", {Measure::time, kSecond}},
     {"分", {Measure::time, kMinute}},
     {"个小时", {Measure::time, kHour}},
     {"個小時", {Measure::time, kHour}}}};

/// What counts something else as well: days and years of dates, weeks, million.
bool is_ambiguous(const std::string& name) {
  constexpr std::array<std::string_view, 6> kOthers = {"日", "年", "일", "년", "주", "달"};
  const bool is_letter = name.size() == 1 || (name.size() == 2 && count_code_points(name) == 1);
  return is_letter || std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end();
}

using Names = std::map<std::string, Unit, std::less<>>;

Names read_names(const Locale& locale) {
  Names names;
  for (const NamedUnit& named : kUnits) {
    for (const std::string& written : unit_names(named.name, locale)) {
      std::string name = folded(written);
      if (name.ends_with('.')) name.pop_back();
      if (!name.empty() && !is_ambiguous(name)) names.try_emplace(std::move(name), named.unit);
    }
  }
  for (const auto& [name, unit] : kSymbols) names.try_emplace(std::string(name), unit);
  for (const auto& [name, unit] : kMoreNames) names.try_emplace(std::string(name), unit);
  return names;
}

/// The names of `locale`, folded; made on first use and kept.
const Names& names_of(const Locale& locale) {
  static std::mutex mutex;
  static std::map<Locale, Names> tables;  // a map's values keep their places
  const std::lock_guard lock(mutex);
  const auto known = tables.find(locale);
  return known != tables.end() ? known->second
                               : tables.emplace(locale, read_names(locale)).first->second;
}

/// Where the word of a unit begins, behind the digits that end at `at`.
std::size_t word_behind(std::string_view text, std::size_t at) {
  std::size_t behind = at;
  if (behind >= text.size()) return at;
  const char32_t gap = next_code_point(text, behind);
  return is_blank(gap) || gap == U'-' ? behind : at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = at; next < text.size(); end = next) {
    const char32_t c = next_code_point(text, next);
    if (!is_letter(c) && !is_mark(c)) break;
  }
  return end;
}

/// The unit that `word`, folded, names; its ending may be another: `Tagen`.
const Unit* unit_of(const std::string& word, const Names& names) {
  constexpr std::size_t kStem = 4;    // bytes
  constexpr std::size_t kEnding = 2;  // letters
  const auto found = names.upper_bound(word);
  if (found == names.begin()) return nullptr;
  const auto& [name, unit] = *std::prev(found);
  if (name == word) return &unit;
  const bool may_be_inflected = name.size() >= kStem && word.starts_with(name) &&
                                count_code_points(word.substr(name.size())) <= kEnding;
  return may_be_inflected ? &unit : nullptr;
}

/// The longest name that `text` begins with at `at`: East Asian words follow each other.
std::optional<PlacedUnit> longest_at(std::string_view text, std::size_t at, const Names& names) {
  constexpr int kLongest = 6;  // code points
  std::optional<PlacedUnit> found;
  std::size_t end = at;
  for (int i = 0; i < kLongest && end < text.size(); ++i) {
    next_code_point(text, end);
    const auto name = names.find(text.substr(at, end - at));
    if (name != names.end()) found = PlacedUnit{name->second, end};
  }
  // `5分の1` is a fifth.
  const char32_t next = found ? code_point_at(text, found->end) : 0;
  const bool is_fraction = (next == U'の' || next == U'之') && text.substr(at).starts_with("分");
  return is_fraction ? std::nullopt : found;
}

/// `MB/s` counts no bytes.
bool is_rate(std::string_view text, std::size_t end) {
  return end < text.size() && text[end] == '/';
}

}  // namespace

std::optional<PlacedUnit> unit_at(std::string_view text, std::size_t at, const Locale& locale) {
  const std::size_t begin = word_behind(text, at);
  if (begin >= text.size()) return std::nullopt;
  const char32_t first = code_point_at(text, begin);
  if (!is_letter(first)) return std::nullopt;
  const Names& names = names_of(locale);
  if (is_east_asian(first)) return longest_at(text, begin, names);
  const std::size_t end = end_of_word(text, begin);
  if (is_rate(text, end)) return std::nullopt;
  const Unit* unit = unit_of(folded(text.substr(begin, end - begin)), names);
  if (unit == nullptr) return std::nullopt;
  return PlacedUnit{*unit, end};
}

std::optional<PlacedUnit> symbol_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 3;
  const std::size_t begin = word_behind(text, at);
  const std::size_t end = end_of_word(text, begin);
  if (end == begin || end - begin > kLongest || is_rate(text, end)) return std::nullopt;
  const std::string word = folded(text.substr(begin, end - begin));
  const auto found = std::find_if(kSymbols.begin(), kSymbols.end(),
                                  [&](const auto& symbol) { return symbol.first == word; });
  if (found == kSymbols.end()) return std::nullopt;
  return PlacedUnit{found->second, end};
}

bool is_same_amount(Measure measure, double left, double right) {
  constexpr double kExactly = 1e-9;
  constexpr double kBinary = 1.024;
  const double most = std::max(left, right);
  const double least = std::min(left, right);
  const auto is_near = [&](double value) { return std::abs(value - least) <= kExactly * most; };
  if (is_near(most)) return true;
  return measure == Measure::data &&
         (is_near(most / kBinary) || is_near(most / kBinary / kBinary) ||
          is_near(most / kBinary / kBinary / kBinary));
}

}  // namespace recto
