#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/numbers.h"

// Digits with the marks between them: what they may mean.

namespace recto {

/// Runs of digits, in ASCII, and the mark between each two: `12`, `345`, `67` and `,`, `.`.
struct DigitGroups {
  std::vector<std::string> groups;
  std::vector<char32_t> marks;
  std::vector<Span> places;  // of the groups
  std::size_t end = 0;
};

/// The digits at `at`, where a digit stands, as far as marks between them may hold them together.
DigitGroups digit_groups(std::string_view text, std::size_t at);

/// What `digits` may mean as one number, the likeliest first; none when they are several numbers,
/// as in a date or a version.
std::vector<double> readings(const DigitGroups& digits, const NumberStyle& style,
                             Separators separators);

}  // namespace recto
