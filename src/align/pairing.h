#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/work.h"

namespace recto {

/// A step of a pairing of two sequences: how many elements of each it takes. One and one: a match;
/// none on a side: left alone; two or three: merged or split.
struct Step {
  std::size_t source = 0;
  std::size_t translation = 0;
  double gain = 0;

  friend bool operator==(const Step&, const Step&) = default;
};

/// What matching `source_count` elements from `i` with `translation_count` from `j` is worth;
/// leaving elements alone is worth nothing, so what is not above 0 is never taken, but beside
/// another match; -1 for what must not be matched.
using Gain = std::function<double(std::size_t i, std::size_t source_count, std::size_t j,
                                  std::size_t translation_count)>;

/// The order-preserving pairing of `n` and `m` elements with the highest total gain: global
/// sequence alignment (Needleman and Wunsch, 1970) with free gaps and steps of up to three
/// elements. What follows another match, or begins both, is worth `neighbour` more: what is lost
/// was mostly lost in one piece. Of equals the one that pairs earliest. Sequences longer than
/// `band` are searched near the diagonal only, so that time is linear. Each cell of the search is a
/// step of `work`.
std::vector<Step> best_pairing(std::size_t n, std::size_t m, const Gain& gain, double neighbour,
                               Work& work, std::size_t band = 48);

}  // namespace recto
