#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/file.h"
#include "base/stored_table.h"

namespace recto {

/// Hashes of what files hold, remembered between runs: as long as the file system says that nobody
/// wrote a file, it need not be read to know that it is the same. Looking is safe from several
/// threads, adding is not.
class FileHashes {
 public:
  /// Remembers nothing.
  FileHashes() = default;
  explicit FileHashes(StoredTable table) : table_(std::move(table)) {}

  /// The `content_hash` of the file at `path` when it had this stamp.
  std::optional<std::uint64_t> find(const std::string& path, const FileStamp& stamp) const;
  /// Remembers the hash, unless the file may change without a change of its stamp.
  void add(const std::string& path, const FileStamp& stamp, std::uint64_t hash);
  /// Keeps what was added for later runs; what cannot be written is forgotten.
  void save() const;

 private:
  StoredTable table_;
};

}  // namespace recto
