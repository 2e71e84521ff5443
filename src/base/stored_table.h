#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/mapped_file.h"

namespace recto {

/// What the values of a table depend on. What counts is the content; the stamp spares computing it.
struct TableIdentity {
  std::uint64_t stamp = 0;
  std::function<std::uint64_t()> content;
};

/// Values under 64-bit keys that are kept between runs, in a file that is looked at where it lies.
/// A file that is missing, damaged, of another format or identity holds nothing. One thread at a
/// time adds; several runs may share the file.
class StoredTable {
 public:
  /// Holds nothing beyond this run.
  StoredTable() = default;
  StoredTable(std::filesystem::path path, TableIdentity identity);

  /// The value under `key`; valid until the next `add`.
  std::optional<std::string_view> find(std::uint64_t key) const;
  void add(std::uint64_t key, std::string value);

  /// Writes what is new, together with what the file holds by now, atomically; only what is new
  /// when together they have more than `most_entries` or `most_bytes`. What cannot be written is
  /// forgotten.
  void save(std::size_t most_entries, std::size_t most_bytes) const;

 private:
  std::filesystem::path path_;
  TableIdentity identity_;
  MappedFile file_;
  std::size_t slots_ = 0;
  std::unordered_map<std::uint64_t, std::string> added_;
};

}  // namespace recto
