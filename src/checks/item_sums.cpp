#include "checks/item_sums.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>
#include <vector>

namespace recto::checks {
namespace {

constexpr std::size_t kMostJoined = 3;
constexpr double kTelling = 0.8;  // by how much one way must fit better

std::size_t differing(const std::vector<std::uint64_t>& left,
                      const std::vector<std::uint64_t>& right) {
  std::vector<std::uint64_t> only;
  std::set_symmetric_difference(left.begin(), left.end(), right.begin(), right.end(),
                                std::back_inserter(only));
  return only.size();
}

/// How badly two items fit: 0 where they are as long as they should be and have the same marks. The
/// length as Gale and Church weigh it, "A Program for Aligning Sentences in Bilingual Corpora"
/// (1993), with a constant for texts of a few words.
double misfit(const Evidence& more, const Evidence& fewer, double ratio) {
  constexpr double kVariance = 6.8;  // for each code point
  constexpr double kLeast = 20;
  constexpr double kMost = 8;
  // In code points of the longer language.
  const double ours = static_cast<double>(more.length) * std::max(ratio, 1.0);
  const double theirs = static_cast<double>(fewer.length) / std::min(ratio, 1.0);
  const double off = theirs - ours;
  const double length = off * off / (kVariance * (ours + theirs) / 2 + kLeast) / 2;
  const double marks = std::abs(static_cast<double>(more.marks) - static_cast<double>(fewer.marks));
  const auto tokens = static_cast<double>(differing(more.tokens, fewer.tokens));
  return std::min(length + marks + tokens, kMost);
}

/// The least misfit of the two lists where every item has one, and `count` of `more` are left out
/// or, with `joins`, said in one with the next.
double least_misfit(std::span<const Evidence> more, std::span<const Evidence> fewer, double ratio,
                    bool joins) {
  const std::size_t count = more.size() - fewer.size();
  constexpr double kNever = std::numeric_limits<double>::infinity();
  std::vector<double> row(count + 1, kNever);  // by how many are left out or joined so far
  row[0] = 0;
  if (!joins) std::fill(row.begin(), row.end(), 0);
  for (std::size_t at = 0; at < fewer.size(); ++at) {
    std::vector<double> next(count + 1, kNever);
    for (std::size_t off = 0; off <= count; ++off) {
      next[off] = row[off] + misfit(more[at + off], fewer[at], ratio);
      if (off == 0) continue;
      if (!joins) {
        next[off] = std::min(next[off], next[off - 1]);
        continue;
      }
      const Evidence both = joined(more[at + off - 1], more[at + off]);
      if (both.codes != fewer[at].codes) continue;  // these do not come and go
      next[off] = std::min(next[off], row[off - 1] + misfit(both, fewer[at], ratio));
    }
    row = std::move(next);
  }
  return row[count];
}

}  // namespace

bool are_joined(std::span<const Evidence> more, std::span<const Evidence> fewer, double ratio) {
  if (fewer.empty() || more.size() <= fewer.size()) return false;
  if (more.size() - fewer.size() > kMostJoined) return false;
  return least_misfit(more, fewer, ratio, true) + kTelling <
         least_misfit(more, fewer, ratio, false);
}

}  // namespace recto::checks
