// How two numbers differ.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "text/numbers.h"

namespace recto {
namespace {

/// Whether one character changed, came, went, or two neighbours were swapped.
bool is_one_edit(std::string_view left, std::string_view right) {
  while (!left.empty() && !right.empty() && left.front() == right.front()) {
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.remove_suffix(1);
    right.remove_suffix(1);
  }
  if (left.size() <= 1 && right.size() <= 1) return true;
  return left.size() == 2 && right.size() == 2 && left[0] == right[1] && left[1] == right[0];
}

}  // namespace

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
  std::string ours = written_out(left);
  std::string theirs = written_out(right);
  if (ours == theirs) return false;
  if (left > 0 && right > 0) {
    const double power = std::log10(left / right);
    if (std::abs(power - std::round(power)) < 1e-9) return true;
  }
  if (is_one_edit(ours, theirs)) return true;
  std::erase(ours, '.');
  std::erase(theirs, '.');
  return is_one_edit(ours, theirs);
}

}  // namespace recto
