#include "base/day.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace recto {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

}  // namespace

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::array<std::string_view, 3> parts = {text.substr(0, 4), text.substr(5, 2),
                                                 text.substr(8, 2)};
  for (const std::string_view part : parts) {
    if (!std::all_of(part.begin(), part.end(), is_digit)) return false;
  }
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(number(parts[0]))),
                                     std::chrono::month(number(parts[1])),
                                     std::chrono::day(number(parts[2])))
      .ok();
}

std::string today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day day(now);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

bool has_expired(std::string_view until) {
  return !until.empty() && until < today();
}

}  // namespace recto
