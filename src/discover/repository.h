#pragma once

#include <filesystem>
#include <optional>

namespace recto {

/// The top of the git work tree that holds `folder`: the nearest folder with a `.git`, upwards.
/// None outside of one.
std::optional<std::filesystem::path> repository_of(const std::filesystem::path& folder);

}  // namespace recto
