#pragma once

#include <vector>

#include "checks/blocks.h"

namespace recto::checks {

/// A tag of the translation that lacks its other half, which the source has.
struct LoneTag {
  Span tag;
  Span source;  // the same tag of the source
  bool is_closing = false;
};

/// The lone tags that Markdown has signs for, or that only style what stands in them; the others
/// are compared one by one. MDX refuses them, a browser goes on to the end of the page.
std::vector<LoneTag> lone_tags(const Subject& subject);

}  // namespace recto::checks
