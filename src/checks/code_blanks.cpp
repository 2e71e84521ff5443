#include "checks/code_blanks.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"

namespace recto::checks {
namespace {

bool is_shell(std::string_view language) {
  return language == "sh" || language == "fish";
}

/// Whether a blank between the two characters parts what belongs together.
bool is_telling(char left, char right, bool in_shell) {
  constexpr std::string_view kFree = ";|&<>()[]{},\\";
  constexpr std::array<std::string_view, 12> kOperators = {
      "=>", "->", "==", "!=", "<=", ">=", "&&", "||", "::", "+=", "-=", ":="};
  if (is_identifier_byte(left) && is_identifier_byte(right)) return true;
  const bool is_operator =
      std::any_of(kOperators.begin(), kOperators.end(),
                  [&](std::string_view known) { return known[0] == left && known[1] == right; });
  if (is_operator) return true;
  return in_shell && kFree.find(left) == kFree.npos && kFree.find(right) == kFree.npos;
}

}  // namespace

bool differ_in_telling_blanks(std::string_view ours, std::string_view theirs,
                              std::string_view language) {
  const bool computes = ours.find("((") != ours.npos;  // there blanks say nothing
  const bool in_shell = is_shell(language) && !computes;
  std::size_t i = behind_blanks(ours, 0);
  std::size_t j = behind_blanks(theirs, 0);
  while (i < ours.size() && j < theirs.size()) {
    const std::size_t next = behind_blanks(ours, i + 1);
    const std::size_t other = behind_blanks(theirs, j + 1);
    if (next >= ours.size() || other >= theirs.size()) return false;
    const bool is_other = (next > i + 1) != (other > j + 1);
    if (is_other && is_telling(ours[i], ours[next], in_shell)) return true;
    i = next;
    j = other;
  }
  return false;
}

}  // namespace recto::checks
