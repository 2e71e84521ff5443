#pragma once

#include <string>
#include <string_view>

namespace recto {

/// The patch from `before` to `after` of the file at `path`, as `git apply` takes it; empty when
/// they are equal.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace recto
