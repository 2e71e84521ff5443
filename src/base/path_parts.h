#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

// Parts of paths and URLs as text; nothing is asked of the file system.

namespace recto {

/// What stands behind the last slash.
inline std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// What stands before the last slash; empty without one.
inline std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == path.npos ? 0 : slash);
}

/// The path without its extension: up to its last dot.
inline std::string_view stem_of(std::string_view path) {
  return path.substr(0, path.rfind('.'));
}

/// The names, without an extension, of the page that a folder is.
inline constexpr std::array<std::string_view, 3> kIndexNames = {"README", "index", "_index"};

/// Whether `path` is the page of its folder.
inline bool is_index(std::string_view path) {
  return std::find(kIndexNames.begin(), kIndexNames.end(), stem_of(file_name(path))) !=
         kIndexNames.end();
}

}  // namespace recto
