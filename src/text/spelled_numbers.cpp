// Numbers that stand in words: by ICU's names of small numbers and months, and Han numerals.

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

#include "text/number_bounds.h"
#include "text/numbers.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// Appends the numbers that `text` writes in Han numerals: `三百`, `二〇二四`, `十五万`.
void add_han_numerals(std::string_view text, std::vector<double>& values) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  constexpr std::u32string_view kUnits = U"十百千";
  constexpr std::u32string_view kMyriads = U"万萬亿億";
  double total = 0;
  double section = 0;
  double digits = 0;
  bool is_open = false;
  for (std::size_t at = 0; at <= text.size();) {
    const char32_t raw = at < text.size() ? next_code_point(text, at) : (++at, U' ');
    const char32_t c = raw == U'零' ? U'〇' : raw == U'两' || raw == U'兩' ? U'二' : raw;
    const std::size_t digit = kDigits.find(c);
    const std::size_t unit = kUnits.find(c);
    const std::size_t myriad = kMyriads.find(c);
    if (digit != std::u32string_view::npos) {
      digits = digits * 10 + static_cast<double>(digit);
    } else if (unit != std::u32string_view::npos) {
      section += std::max(digits, 1.0) * std::pow(10.0, static_cast<double>(unit + 1));
      digits = 0;
    } else if (is_open && myriad != std::u32string_view::npos) {
      total += (section + digits) * (myriad < 2 ? 1e4 : 1e8);
      section = digits = 0;
    } else {
      if (is_open) values.push_back(total + section + digits);
      total = section = digits = 0;
      is_open = false;
      continue;
    }
    is_open = true;
  }
}

/// Whether `word` stands in `text`; by itself, where words have boundaries.
bool has_word(std::string_view text, std::string_view word, bool has_boundaries) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if (!has_boundaries) return true;
    if (!is_letter(code_point_before(text, at)) &&
        !is_letter(code_point_at(text, at + word.size()))) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<double> spelled_numbers(std::string_view text, const Locale& locale) {
  static std::mutex mutex;
  static std::map<Locale, std::vector<NumberWord>> tables;
  const std::vector<NumberWord>* table = nullptr;
  {
    const std::lock_guard lock(mutex);
    const auto [place, is_new] = tables.try_emplace(locale);
    if (is_new) place->second = number_words(locale);
    table = &place->second;
  }
  const std::string plain = folded(text);
  const bool has_boundaries = separates_words(locale);
  std::vector<double> values;
  for (const NumberWord& word : *table) {
    if (has_word(plain, word.word, has_boundaries)) values.push_back(word.value);
  }
  add_han_numerals(plain, values);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace recto
