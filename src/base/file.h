#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace recto {

/// A file's bytes, or why there are none.
struct FileContent {
  enum class Failure { none, missing, unreadable, is_folder, too_large } failure = Failure::none;
  std::string bytes;
  std::string reason;  // in the system's words: `Permission denied`
};

/// Reads the file at `path`, at most `limit` bytes. Regular files only: never blocks on a pipe or a
/// device.
FileContent read_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace recto
