#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/mapped_file.h"

namespace recto {

/// What the values of a table depend on. What counts is the content; the stamp spares computing it.
struct TableIdentity {
  std::uint64_t stamp = 0;
  std::function<std::uint64_t()> content;
};

/// The identity of tables that only this build of the program may read: what it keeps of its own
/// findings is its code's business.
TableIdentity identity_of_program();

/// One file of a table, looked at where it lies. A file that is missing, of another format or
/// identity holds nothing, nor does one that is damaged where the damage is.
class TableFile {
 public:
  TableFile() = default;
  TableFile(const std::filesystem::path& path, const TableIdentity& identity);

  /// The value under `key`; valid as long as this object.
  std::optional<std::string_view> find(std::uint64_t key) const;
  /// All keys with their values, which are valid as long as this object.
  std::vector<std::pair<std::uint64_t, std::string_view>> entries() const;
  std::size_t size() const { return slots_ == 0 ? 0 : file_.bytes().size(); }  // in bytes

 private:
  MappedFile file_;
  std::size_t slots_ = 0;
};

/// Values under 64-bit keys that are kept between runs: in a file, and in a small one beside it
/// that has what is new, until that is worth writing the large one again. One thread at a time
/// adds; several runs may share the files.
class StoredTable {
 public:
  /// Holds nothing beyond this run.
  StoredTable() = default;
  StoredTable(std::filesystem::path path, TableIdentity identity);

  /// The value under `key`; valid until the next `add`.
  std::optional<std::string_view> find(std::uint64_t key) const;
  /// Puts `value` in the place of what is under `key`.
  void add(std::uint64_t key, std::string value);
  /// Says that this run had a use for the value under `key`.
  void use(std::uint64_t key);
  /// The size of what was used or added, in bytes.
  std::size_t used_bytes() const { return used_bytes_; }

  /// Writes what is new, together with what the files hold by now, atomically; where all of it
  /// would have more than `most_entries` or `most_bytes`, only what was used or added is kept. What
  /// cannot be written is forgotten.
  void save(std::size_t most_entries, std::size_t most_bytes) const;

 private:
  std::filesystem::path path_;
  std::filesystem::path recent_path_;
  TableIdentity identity_;
  TableFile all_;
  TableFile recent_;
  std::unordered_map<std::uint64_t, std::string> added_;
  std::unordered_set<std::uint64_t> used_;
  std::size_t used_bytes_ = 0;
};

}  // namespace recto
