#pragma once

#include <filesystem>
#include <optional>

namespace recto {

/// Where what is remembered between runs lies: `$XDG_CACHE_HOME/recto`, else `~/.cache/recto`. None
/// when neither variable is set to an absolute path. The folder need not exist.
std::optional<std::filesystem::path> cache_folder();

/// Makes the folder with the rights of its owner alone; whether it is there.
bool make_cache_folder(const std::filesystem::path& folder);

}  // namespace recto
