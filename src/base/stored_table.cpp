#include "base/stored_table.h"

#include <sys/stat.h>

#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "base/cache_folder.h"
#include "base/hash.h"
#include "base/replace_file.h"

// The file: a header, a table of a power of two slots with open addressing, and behind it the
// values. Whoever looks follows keys from slot to slot; nothing is parsed and nothing of the file
// is copied. Each value has a check of its own, so that a hook that wants the values of one pair
// reads no more than these of a file that grows with the site.

namespace recto {
namespace {

constexpr std::uint64_t kMagic = 0x3276'6F74'6365'7200ULL;  // "\0rectov2", little-endian
constexpr std::size_t kLargestFile = 256U << 20U;
constexpr std::size_t kFewestSlots = 64;
constexpr std::size_t kShort = 64;       // bytes of a value
constexpr std::size_t kRecentShare = 4;  // the large file is at least so many times as large

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t stamp = 0;
  std::uint64_t content = 0;
  std::uint64_t slots = 0;  // a power of two
};

struct Slot {
  std::uint64_t key = 0;    // 0: empty
  std::uint64_t check = 0;  // of key and value
  std::uint32_t begin = 0;  // of the value, counted from the end of the table
  std::uint32_t size = 0;
};

template <typename Value>
Value read_at(std::string_view bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

Slot slot_at(std::string_view bytes, std::size_t index) {
  return read_at<Slot>(bytes, sizeof(Header) + index * sizeof(Slot));
}

/// None when the slot or its value is not what was written.
std::optional<std::string_view> value_of(std::string_view bytes, std::size_t slots,
                                         const Slot& slot) {
  const std::size_t begin = sizeof(Header) + slots * sizeof(Slot) + slot.begin;
  if (begin + slot.size > bytes.size()) return std::nullopt;
  const std::string_view value = bytes.substr(begin, slot.size);
  if (content_hash(value, slot.key) != slot.check) return std::nullopt;
  return value;
}

/// The number of slots of a file of this identity; 0 for any other.
std::size_t slots_of(std::string_view bytes, const TableIdentity& identity) {
  if (bytes.size() < sizeof(Header)) return 0;
  const auto header = read_at<Header>(bytes, 0);
  const std::size_t most = (bytes.size() - sizeof(Header)) / sizeof(Slot);
  const bool is_power = header.slots != 0 && (header.slots & (header.slots - 1)) == 0;
  if (header.magic != kMagic || !is_power || header.slots > most) return 0;
  const bool is_ours = header.stamp == identity.stamp || header.content == identity.content();
  return is_ours ? header.slots : 0;
}

using Entries = std::unordered_map<std::uint64_t, std::string_view>;

/// About what a file of these entries takes.
std::size_t size_of(const Entries& entries) {
  std::size_t size = entries.size() * 2 * sizeof(Slot);
  for (const auto& [key, value] : entries) size += value.size();
  return size;
}

std::string written(const Entries& entries, const TableIdentity& identity) {
  std::size_t slots = kFewestSlots;
  while (slots < entries.size() * 2) slots *= 2;
  std::vector<Slot> table(slots);
  const std::size_t begin = sizeof(Header) + slots * sizeof(Slot);
  std::string bytes(begin, '\0');
  std::unordered_map<std::string_view, std::size_t> places;  // short values are often the same
  for (const auto& [key, value] : entries) {
    std::size_t place = bytes.size();
    if (value.size() <= kShort) place = places.emplace(value, place).first->second;
    if (place == bytes.size()) bytes += value;
    std::size_t at = key & (slots - 1);
    while (table[at].key != 0) at = (at + 1) & (slots - 1);
    table[at] = {.key = key,
                 .check = content_hash(value, key),
                 .begin = static_cast<std::uint32_t>(place - begin),
                 .size = static_cast<std::uint32_t>(value.size())};
  }
  std::memcpy(bytes.data() + sizeof(Header), table.data(), slots * sizeof(Slot));
  const Header header{.stamp = identity.stamp, .content = identity.content(), .slots = slots};
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

std::uint64_t usable(std::uint64_t key) {
  return key == 0 ? 1 : key;
}

}  // namespace

TableIdentity identity_of_program() {
  struct stat status {};
  const bool is_known = ::stat("/proc/self/exe", &status) == 0;
  const std::uint64_t program = hash_of(is_known ? std::to_string(status.st_size) + ' ' +
                                                       std::to_string(status.st_mtim.tv_sec) + ' ' +
                                                       std::to_string(status.st_mtim.tv_nsec)
                                                 : RECTO_VERSION);
  return {program, [program] { return program; }};
}

TableFile::TableFile(const std::filesystem::path& path, const TableIdentity& identity)
    : file_(path, kLargestFile), slots_(slots_of(file_.bytes(), identity)) {}

std::optional<std::string_view> TableFile::find(std::uint64_t key) const {
  for (std::size_t steps = 0, at = key; steps < slots_; ++steps, ++at) {
    const Slot slot = slot_at(file_.bytes(), at & (slots_ - 1));
    if (slot.key == key) return value_of(file_.bytes(), slots_, slot);
    if (slot.key == 0) break;
  }
  return std::nullopt;
}

std::vector<std::pair<std::uint64_t, std::string_view>> TableFile::entries() const {
  std::vector<std::pair<std::uint64_t, std::string_view>> entries;
  for (std::size_t i = 0; i < slots_; ++i) {
    const Slot slot = slot_at(file_.bytes(), i);
    if (slot.key == 0) continue;
    if (const auto value = value_of(file_.bytes(), slots_, slot)) {
      entries.emplace_back(slot.key, *value);
    }
  }
  return entries;
}

StoredTable::StoredTable(std::filesystem::path path, TableIdentity identity)
    : path_(std::move(path)),
      recent_path_(path_.string() + ".recent"),
      identity_(std::move(identity)),
      all_(path_, identity_),
      recent_(recent_path_, identity_) {}

std::optional<std::string_view> StoredTable::find(std::uint64_t key) const {
  key = usable(key);
  const auto added = added_.find(key);
  if (added != added_.end()) return added->second;
  const auto recent = recent_.find(key);
  return recent ? recent : all_.find(key);
}

void StoredTable::add(std::uint64_t key, std::string value) {
  used_bytes_ += value.size();
  added_[usable(key)] = std::move(value);
}

void StoredTable::use(std::uint64_t key) {
  const auto value = find(key);
  if (value && used_.insert(usable(key)).second) used_bytes_ += value->size();
}

void StoredTable::save(std::size_t most_entries, std::size_t most_bytes) const {
  if (path_.empty() || added_.empty() || !make_cache_folder(path_.parent_path())) return;
  // Another run may have written since this one began.
  const TableFile recent(recent_path_, identity_);
  Entries entries(added_.begin(), added_.end());
  for (const auto& entry : recent.entries()) entries.insert(entry);
  if (size_of(entries) * kRecentShare <= all_.size()) {
    replace_file(recent_path_, written(entries, identity_), Durability::fast);
    return;
  }
  const TableFile all(path_, identity_);
  for (const auto& entry : all.entries()) entries.insert(entry);
  if (entries.size() > most_entries || size_of(entries) > most_bytes) {
    std::erase_if(entries, [this](const auto& entry) {
      return !added_.contains(entry.first) && !used_.contains(entry.first);
    });
  }
  const bool is_written = !replace_file(path_, written(entries, identity_), Durability::fast);
  std::error_code failure;  // else its values stand in both
  if (is_written) std::filesystem::remove(recent_path_, failure);
}

}  // namespace recto
