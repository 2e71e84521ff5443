#include "align/levels.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace recto {
namespace {

constexpr int kMostLevels = 6;
constexpr int kMostShift = 2;
// How many more headings must agree for a shift than without one, and how many times as many.
constexpr std::size_t kLeastGain = 2;
constexpr double kLeastShare = 1.3;

/// How many headings stand on each level, from 0 on.
using Levels = std::array<std::size_t, kMostLevels + 1>;

Levels levels_of(const std::vector<Evidence>& blocks) {
  Levels levels{};
  for (const Evidence& block : blocks) {
    if (block.kind != BlockKind::heading || block.is_title) continue;
    ++levels[static_cast<std::size_t>(std::clamp(block.level, 0, kMostLevels))];
  }
  return levels;
}

/// How many headings there are at most that agree when the translation stands `shift` levels
/// deeper.
std::size_t agreement(const Levels& source, const Levels& translation, int shift) {
  std::size_t count = 0;
  for (int level = 1; level <= kMostLevels; ++level) {
    const int counterpart = level + shift;
    if (counterpart < 1 || counterpart > kMostLevels) continue;
    count += std::min(source[static_cast<std::size_t>(level)],
                      translation[static_cast<std::size_t>(counterpart)]);
  }
  return count;
}

}  // namespace

void level_out(const std::vector<Evidence>& source, std::vector<Evidence>& translation) {
  const Levels ours = levels_of(source);
  const Levels theirs = levels_of(translation);
  const std::size_t as_is = agreement(ours, theirs, 0);
  std::size_t most = as_is;
  int best = 0;
  for (int shift = -kMostShift; shift <= kMostShift; ++shift) {
    const std::size_t count = agreement(ours, theirs, shift);
    if (count <= most) continue;
    most = count;
    best = shift;
  }
  const bool is_shifted = most >= as_is + kLeastGain &&
                          static_cast<double>(most) >= kLeastShare * static_cast<double>(as_is);
  if (!is_shifted) return;
  for (Evidence& block : translation) {
    if (block.kind == BlockKind::heading && !block.is_title) block.level -= best;
  }
}

}  // namespace recto
