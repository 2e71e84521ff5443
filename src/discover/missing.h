#pragma once

#include <vector>

#include "discover/pairs.h"

namespace recto {

/// Where translations of `sources` would lie in locales of `site` that have none of them, as
/// the templates say; sorted by path. Variants of the source's own language need no
/// translation.
std::vector<MissingTranslation> missing_translations(const Site& site,
                                                     const std::vector<SourcePost>& sources);

}  // namespace recto
