#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace recto {

/// The cells of the table row `line` of `text`, trimmed; `\|` does not part them.
std::vector<Span> cells_of(std::string_view text, Span line);

/// The number of columns that `line`, the one below a table's header, announces: `|---|:-:|`.
/// None when it is no such line.
std::optional<std::size_t> announced_columns(std::string_view line);

}  // namespace recto
