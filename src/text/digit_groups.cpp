#include "text/digit_groups.h"

#include <algorithm>
#include <cstdlib>

#include "text/number_bounds.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kMostDigits = 18;  // more are an id
constexpr char32_t kArabicDecimal = U'٫';
constexpr char32_t kArabicGroup = U'٬';

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’';
}

bool is_point_or_comma(char32_t c) {
  return c == U'.' || c == U',' || c == U'،';
}

/// Whether `c` may stand inside a number. A blank may: people write `50 000` in every language.
bool may_part_digits(char32_t c) {
  return is_point_or_comma(c) || c == kArabicDecimal || c == kArabicGroup || is_blank(c) ||
         is_apostrophe(c);
}

/// The digits at `at`, in ASCII; moves behind them.
std::string digits_at(std::string_view text, std::size_t& at) {
  std::string digits;
  while (at < text.size()) {
    std::size_t behind = at;
    const auto digit = digit_value(next_code_point(text, behind));
    if (!digit) break;
    digits += static_cast<char>('0' + *digit);
    at = behind;
  }
  return digits;
}

/// Whether the groups from `first` up to `end` may be thousands, lakhs and so on of one number.
bool is_grouped(const std::vector<std::string>& groups, std::size_t end) {
  if (end < 2) return true;
  if (groups[0].size() > 3 || groups[0].front() == '0' || groups[end - 1].size() != 3) return false;
  return std::all_of(
      groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(end - 1),
      [](const std::string& group) { return group.size() == 2 || group.size() == 3; });
}

double joined(const std::vector<std::string>& groups, bool has_fraction) {
  std::string digits;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (has_fraction && i + 1 == groups.size()) digits += '.';
    digits += groups[i];
  }
  return std::strtod(digits.c_str(), nullptr);
}

bool is_decimal_mark(char32_t mark, const NumberStyle& style) {
  return mark == style.decimal || mark == kArabicDecimal;
}

/// The readings of two groups with a point or comma between them.
std::vector<double> two_groups(const DigitGroups& digits, const NumberStyle& style,
                               Separators separators) {
  const double decimal = joined(digits.groups, true);
  if (!is_grouped(digits.groups, 2)) return {decimal};
  const double whole = joined(digits.groups, false);
  const bool is_decimal = is_decimal_mark(digits.marks.front(), style);
  // Nobody writes `650.000` who means 650; `3.000 mm` is a measure.
  const bool is_round = digits.groups.back() == "000" && digits.groups.front().size() > 1;
  if (separators == Separators::own && !(is_decimal && is_round)) {
    return {is_decimal ? decimal : whole};
  }
  return is_decimal ? std::vector{decimal, whole} : std::vector{whole, decimal};
}

}  // namespace

DigitGroups digit_groups(std::string_view text, std::size_t at) {
  DigitGroups digits;
  while (true) {
    const std::size_t begin = at;
    digits.groups.push_back(digits_at(text, at));
    digits.places.push_back(span_at(begin, at - begin));
    digits.end = at;
    if (at >= text.size()) return digits;
    std::size_t behind = at;
    const char32_t mark = next_code_point(text, behind);
    if (!may_part_digits(mark)) return digits;
    std::size_t after = behind;
    const std::size_t size = digits_at(text, after).size();
    const bool needs_thousand = is_blank(mark) || is_apostrophe(mark);
    if (size == 0 || (needs_thousand && (size != 3 || digits.groups.back().size() > 3))) {
      return digits;
    }
    digits.marks.push_back(mark);
    at = behind;
  }
}

std::vector<double> readings(const DigitGroups& digits, const NumberStyle& style,
                             Separators separators) {
  std::size_t count = 0;
  for (const std::string& group : digits.groups) count += group.size();
  if (count > kMostDigits) return {};
  const std::vector<char32_t>& marks = digits.marks;
  if (marks.empty()) return {joined(digits.groups, false)};
  const std::size_t last = marks.size() - 1;
  const char32_t mark = marks[last];
  const bool is_one_kind =
      std::all_of(marks.begin(), marks.end(), [&](char32_t other) { return other == mark; });
  if (is_one_kind) {
    if (last == 0 && mark == kArabicDecimal) return {joined(digits.groups, true)};
    if (last == 0 && is_point_or_comma(mark)) return two_groups(digits, style, separators);
    if (!is_grouped(digits.groups, digits.groups.size())) return {};
    return {joined(digits.groups, false)};
  }
  const bool has_fraction = (is_point_or_comma(mark) || mark == kArabicDecimal) &&
                            std::all_of(marks.begin(), marks.end() - 1, [&](char32_t other) {
                              return other == marks.front() && other != mark;
                            });
  if (!has_fraction || !is_grouped(digits.groups, digits.groups.size() - 1)) return {};
  return {joined(digits.groups, true)};
}

}  // namespace recto
