#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/section_pairing.h"
#include "align/side.h"

namespace recto {

/// For each section of the source the one of the translation that has most of its tokens. Empty
/// where few of those that are known by them for certain stand in another order than the source's:
/// `in_order`, which holds what was paired by place, is right then.
std::vector<std::optional<std::size_t>> sections_by_tokens(
    const Side& source, const Side& translation, const std::vector<SectionPair>& in_order);

}  // namespace recto
