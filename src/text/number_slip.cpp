// How two numbers differ.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "text/numbers.h"

namespace recto {

bool is_same_number(double left, double right) {
  return std::abs(left - right) <= 1e-9 * std::max(std::abs(left), std::abs(right));
}

std::string written_out(double value) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.6f", value);
  std::string text = buffer.data();
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

bool is_slip(double left, double right) {
  std::string shorter = written_out(left);
  std::string longer = written_out(right);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (shorter == longer) return false;
  if (left > 0 && right > 0) {
    const double power = std::log10(left / right);
    if (std::abs(power - std::round(power)) < 1e-9) return true;
  }
  std::size_t begin = 0;
  while (begin < shorter.size() && shorter[begin] == longer[begin]) ++begin;
  std::size_t end = 0;
  while (end < shorter.size() - begin &&
         shorter[shorter.size() - 1 - end] == longer[longer.size() - 1 - end]) {
    ++end;
  }
  const std::size_t left_over = shorter.size() - begin - end;
  const std::size_t longer_left_over = longer.size() - begin - end;
  if (left_over <= 1 && longer_left_over <= 1) return true;
  return left_over == 2 && longer_left_over == 2 && shorter[begin] == longer[begin + 1] &&
         shorter[begin + 1] == longer[begin];
}

}  // namespace recto
