#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// The string under the keys `path` in the JSON `text`; empty where none stands there, none when
/// `text` is no JSON.
std::optional<std::string> json_string_at(std::string_view text,
                                          const std::vector<std::string>& path);

}  // namespace recto
