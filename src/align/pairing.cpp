#include "align/pairing.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace recto {
namespace {

struct Shape {
  std::uint8_t source;
  std::uint8_t translation;
};

// In the order in which equals are preferred: what is left alone comes last in the sequences.
constexpr std::array<Shape, 7> kShapes = {{{1, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}}};
constexpr double kImpossible = -1e9;
/// Of a search wider than its caller asked for; what counts is that it does not grow with n * m.
constexpr std::size_t kMostCells = 1'000'000;

/// How far from the diagonal the search looks: wider where one side has more, within kMostCells,
/// and never so narrow that neighbouring rows have no column in common.
std::size_t reach_of(std::size_t n, std::size_t m, std::size_t band) {
  const std::size_t difference = n > m ? n - m : m - n;
  const std::size_t affordable = std::max(band, kMostCells / (2 * (n + 1)));
  return std::max(std::min(band + difference / 4, affordable), m / n + 1);
}

/// The cells of the search near the diagonal of an (n+1) x (m+1) table, row by row.
class Band {
 public:
  Band(std::size_t n, std::size_t m, std::size_t band)
      : m_(m),
        slope_(static_cast<double>(m) / static_cast<double>(n)),
        reach_(reach_of(n, m, band)),
        width_(std::min(m + 1, 2 * reach_ + 1)),
        gains_((n + 1) * width_, kImpossible),
        shapes_((n + 1) * width_, 0) {}

  /// How many cells such a band has.
  static std::size_t size(std::size_t n, std::size_t m, std::size_t band) {
    return (n + 1) * std::min(m + 1, 2 * reach_of(n, m, band) + 1);
  }

  std::size_t first(std::size_t i) const {
    const auto centre = static_cast<std::size_t>(slope_ * static_cast<double>(i));
    const std::size_t begin = centre > reach_ ? centre - reach_ : 0;
    return std::min(begin, m_ + 1 - width_);
  }
  std::size_t last(std::size_t i) const { return first(i) + width_ - 1; }
  bool holds(std::size_t i, std::size_t j) const { return j >= first(i) && j <= last(i); }
  double& gain(std::size_t i, std::size_t j) { return gains_[i * width_ + j - first(i)]; }
  std::uint8_t& shape(std::size_t i, std::size_t j) { return shapes_[i * width_ + j - first(i)]; }

 private:
  std::size_t m_;
  double slope_;
  std::size_t reach_;
  std::size_t width_;
  std::vector<double> gains_;
  std::vector<std::uint8_t> shapes_;  // how the cell was reached; index into kShapes
};

/// Whether what begins at the cell follows another match, or begins both sequences.
bool adjoins(Band& band, std::size_t i, std::size_t j) {
  const Shape before = kShapes[band.shape(i, j)];
  return i + j == 0 || (before.source > 0 && before.translation > 0);
}

void fill_cell(Band& band, std::size_t i, std::size_t j, const Gain& gain, double neighbour) {
  double best = kImpossible;
  for (std::size_t k = 0; k < kShapes.size(); ++k) {
    const auto [source, translation] = kShapes[k];
    if (source > i || translation > j || !band.holds(i - source, j - translation)) continue;
    const double before = band.gain(i - source, j - translation);
    if (before <= kImpossible) continue;
    double more = 0;
    if (source > 0 && translation > 0) {
      more = gain(i - source, source, j - translation, translation);
      if (adjoins(band, i - source, j - translation)) more += neighbour;
      if (more <= 0) continue;
    }
    if (before + more > best) {
      best = before + more;
      band.shape(i, j) = static_cast<std::uint8_t>(k);
    }
  }
  band.gain(i, j) = best;
}

}  // namespace

std::vector<Step> best_pairing(std::size_t n, std::size_t m, const Gain& gain, double neighbour,
                               Work& work, std::size_t band) {
  work.add(n + m);
  if (n == 0) return std::vector<Step>(m, {0, 1, 0});
  work.add(Band::size(n, m, std::max<std::size_t>(band, 2)));
  Band cells(n, m, std::max<std::size_t>(band, 2));
  cells.gain(0, 0) = 0;
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = cells.first(i); j <= cells.last(i); ++j) {
      if (i + j > 0) fill_cell(cells, i, j, gain, neighbour);
    }
  }
  std::vector<Step> steps;
  for (std::size_t i = n, j = m; i + j > 0;) {
    const auto [source, translation] = kShapes[cells.shape(i, j)];
    double before = cells.gain(i - source, j - translation);
    const bool is_match = source > 0 && translation > 0;
    if (is_match && adjoins(cells, i - source, j - translation)) before += neighbour;
    steps.push_back({source, translation, cells.gain(i, j) - before});
    i -= source;
    j -= translation;
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace recto
