#pragma once

#include <cstddef>
#include <optional>

#include "base/diagnostic.h"
#include "checks/code_comparison.h"

namespace recto::checks {

/// The first line of two blocks of as many lines that is indented otherwise where that says
/// something: in a language that nests by indentation; in any, where
/// the translation has none left. An index into CodeText::lines.
std::optional<std::size_t> line_indented_otherwise(const CodeSide& source,
                                                   const CodeSide& translation);

/// What gives each line of the translation the source's indentation; none where the two do not
/// have as many lines, or blank ones at other places.
std::optional<Fix> indentation_fix(const CodeSide& source, const CodeSide& translation);

}  // namespace recto::checks
