#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace recto {

/// Seconds since 1970 of a date as front matters write it: `2024-06-03`, `2024-6-3`, `2024/06/03`,
/// `2024-06-03T10:00:00+07:00`, `2024-06-03 10:00`; without a zone it is UTC. None for anything
/// else.
std::optional<std::int64_t> parse_instant(std::string_view text);

}  // namespace recto
