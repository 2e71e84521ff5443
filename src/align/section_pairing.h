#pragma once

#include <cstddef>
#include <vector>

#include "align/side.h"
#include "base/work.h"

namespace recto {

/// Two sections: indices into Side::sections.
struct SectionPair {
  std::size_t source = 0;
  std::size_t translation = 0;
  double likeness = 0;
};

/// Which sections translate each other; what is in neither list has no partner.
struct SectionPairing {
  std::vector<SectionPair> in_order;
  std::vector<SectionPair> moved;  // they stand in another order
};

/// Pairs the headings of two posts, each with the section under it as evidence.
SectionPairing pair_sections(const Side& source, const Side& translation, double ratio, Work& work);

/// Headings that the order-preserving pairing left without a partner: indices into Side::sections.
struct LoneSections {
  std::vector<std::size_t> source;
  std::vector<std::size_t> translation;
};

/// Takes the sections that stand in another order from `lone`, or from the pairs that look alike
/// only because they were put in order.
void find_moved(const Side& source, const Side& translation, double ratio, const LoneSections& lone,
                SectionPairing& pairing, Work& work);

}  // namespace recto
