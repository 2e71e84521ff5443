#pragma once

#include <cstddef>
#include <vector>

#include "checks/links.h"

namespace recto::checks {

/// Two links of one text whose targets changed places: each is called by a name that the source
/// gives to the other. Indices into ComparedLinks::counterparts.same.
struct SwappedLinks {
  std::size_t first = 0;
  std::size_t second = 0;
  bool is_sure = false;  // their targets hold those names, too
};

/// Those of `subject`, in the order of the translation; each link is in one of them at most.
std::vector<SwappedLinks> swapped_links(const Subject& subject, const ComparedLinks& links);

}  // namespace recto::checks
