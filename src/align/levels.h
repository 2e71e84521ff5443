#pragma once

#include <vector>

#include "align/evidence.h"

namespace recto {

/// Counts the levels of the translation's headings as the source does, where nearly all of them
/// stand deeper, or all higher: a title that was added above them, or that moved to the front
/// matter.
void level_out(const std::vector<Evidence>& source, std::vector<Evidence>& translation);

}  // namespace recto
