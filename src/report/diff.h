#pragma once

#include <string>
#include <string_view>

namespace recto {

/// The patch from `before` to `after` of the file at `path`, as `git apply` takes it; empty when
/// they are equal.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

/// `patch` for the log of a GitHub job, between two lines with `name`, which nobody can guess: none
/// of its own is taken for a command there. `git apply` passes over both.
std::string fenced_patch(std::string_view patch, std::string_view name);

}  // namespace recto
