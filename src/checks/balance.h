#pragma once

#include <cstddef>
#include <vector>

#include "checks/blocks.h"
#include "checks/items.h"

namespace recto::checks {

/// Weighs the text of a pair's blocks against each other, to tell text that is gone from text that
/// a neighbour took up: paragraphs that were joined, split, or turned into a list.
class Balance {
 public:
  explicit Balance(const Subject& subject);

  /// Whether the text of the source's block, which has no match, seems to stand in the neighbours
  /// of its place; the same for a block of the translation and the source.
  bool holds_missing(const LoneBlock& missing) const;
  bool holds_extra(const LoneBlock& extra) const;
  bool holds_extra(const LoneItems& extra) const;

  /// How much of the text that the source lets expect the translation of `pair` has; 1 is all.
  double share(const BlockPair& pair) const;

 private:
  struct Weighed {
    Run source;
    Run translation;
    double surplus = 0;  // of the translation, in code points of its own
    bool is_heading = false;
  };
  double surplus_around(std::size_t at, bool counts_missing) const;

  std::vector<std::size_t> source_;  // code points of each block
  std::vector<std::size_t> translation_;
  double ratio_ = 1;  // code points of the translation for one of the source
  std::vector<Weighed> matches_;
  std::vector<std::size_t> source_match_;  // index into matches_ of each block's match
  std::vector<std::size_t> translation_match_;
};

}  // namespace recto::checks
