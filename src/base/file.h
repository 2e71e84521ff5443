#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace recto {

/// Changes whenever a file is written, replaced or renamed over.
struct FileStamp {
  std::uint64_t value = 0;
  /// Whether the last change lies so far back that no clock is too coarse to tell it from the next.
  bool is_settled = false;
};

/// The stamp of the regular file at `path`, with links followed; none when there is none.
std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

/// The size of the file at `path` in bytes; 0 when nobody can tell.
std::uintmax_t size_of(const std::filesystem::path& path);

/// A file's bytes, or why there are none.
struct FileContent {
  enum class Failure { none, missing, unreadable, is_folder, too_large } failure = Failure::none;
  std::string bytes;
  std::string reason;  // in the system's words: `Permission denied`
  FileStamp stamp;     // from before it was read
};

using FileContents = std::map<std::string, FileContent>;  // by path

/// Reads the file at `path`, at most `limit` bytes. Regular files only: never blocks on a pipe or a
/// device.
FileContent read_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace recto
