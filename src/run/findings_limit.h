#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "checks/rule.h"

namespace recto {

/// `diagnostics`, which are sorted by file, with no more than the `most` worst of each. The others
/// are counted by one finding of the rule of `rules` that is there for it.
std::vector<Diagnostic> within_limit(std::vector<Diagnostic> diagnostics, std::size_t most,
                                     std::span<const Rule> rules);

}  // namespace recto
