#include "run/file_hashes.h"

#include <cstring>

#include "base/hash.h"

namespace recto {
namespace {

constexpr std::size_t kMostFiles = 200'000;
constexpr std::size_t kMostBytes = 16U << 20U;

struct Entry {
  std::uint64_t stamp = 0;
  std::uint64_t hash = 0;
};

}  // namespace

std::optional<std::uint64_t> FileHashes::find(const std::string& path,
                                              const FileStamp& stamp) const {
  const auto bytes = table_.find(content_hash(path));
  if (!bytes || bytes->size() != sizeof(Entry)) return std::nullopt;
  Entry entry;
  std::memcpy(&entry, bytes->data(), sizeof entry);
  return entry.stamp == stamp.value ? std::optional(entry.hash) : std::nullopt;
}

void FileHashes::add(const std::string& path, const FileStamp& stamp, std::uint64_t hash) {
  if (!stamp.is_settled || find(path, stamp)) return;
  const Entry entry{.stamp = stamp.value, .hash = hash};
  table_.add(content_hash(path), {reinterpret_cast<const char*>(&entry), sizeof entry});
}

void FileHashes::save() const {
  table_.save(kMostFiles, kMostBytes);
}

}  // namespace recto
