#pragma once

#include <filesystem>
#include <string>

namespace recto {

/// Whether `path` lies in `folder` or is it, with all links followed, and not in the `.git` of a
/// repository there; neither need exist.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Whether a path as the configuration writes it names nothing outside of its folder: it is
/// relative and never goes up.
bool stays_inside(const std::string& name);

/// The file or folder that recto.yaml calls `name`, in `root`. Throws Error where a link leads out:
/// a site's configuration may come from a stranger.
std::filesystem::path inside(const std::filesystem::path& root, const std::string& name);

}  // namespace recto
