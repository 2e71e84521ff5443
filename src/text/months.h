#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"

namespace recto {

/// A month that a date names.
struct NamedMonth {
  Span span;  // in the text it was read from
  int month = 0;

  friend bool operator==(const NamedMonth&, const NamedMonth&) = default;
};

/// Whether dates in digits alone name a month: `3.4.2019` may be a version as well.
enum class Digits : std::uint8_t { ignored, read };

/// The months in `text` that stand beside the number of a day or a year, in reading order: `May 5`,
/// `5 de mayo`, `2024年5月`, `5 tháng 5`; where digits are read, in the middle of a date that can
/// be read in one way only, too: `2024-05-05`, `5.5.2024`, and the day and month of `5.5.`
std::vector<NamedMonth> months_of_dates(std::string_view text, const Locale& locale, Digits digits);

/// How many months `text` may name, in dates or not: more than those of its dates where one is a
/// part of a range, `from January to March 2024`.
std::size_t count_months(std::string_view text, const Locale& locale, Digits digits);

/// Whether two texts are the same date and nothing else, each in its own language: `24 October
/// 2002`, `2002-10-24`. One of them must name the month: digits alone have to be the same.
bool is_same_date(std::string_view left, const Locale& left_locale, std::string_view right,
                  const Locale& right_locale);

}  // namespace recto
