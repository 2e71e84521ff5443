#pragma once

#include <vector>

#include "align/align.h"
#include "align/pairing.h"
#include "align/side.h"

namespace recto {

/// Pairs the blocks of stretches; headings have been paired before and stay alone here.
class BlockPairing {
 public:
  /// `ratio`: code points of the translation for one of the source. Keeps references to all.
  BlockPairing(const Side& source, const Side& translation, double ratio, Work& work)
      : source_(source), translation_(translation), ratio_(ratio), work_(work) {}

  /// What the best pairing of two stretches is worth.
  double gain(const BlockStretch& source, const BlockStretch& translation) const;

  /// Appends the best pairing of two stretches to `alignment`.
  void append(const BlockStretch& source, const BlockStretch& translation,
              Alignment& alignment) const;

 private:
  std::vector<Step> paired(const BlockStretch& source, const BlockStretch& translation) const;
  double gain(const Evidence& ours, const Evidence& theirs) const;

  const Side& source_;
  const Side& translation_;
  double ratio_;
  Work& work_;
};

}  // namespace recto
