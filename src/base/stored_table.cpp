#include "base/stored_table.h"

#include <cstring>
#include <utility>
#include <vector>

#include "base/cache_folder.h"
#include "base/hash.h"
#include "base/replace_file.h"

// The file: a header, a table of a power of two slots with open addressing, and behind it the
// values. Whoever looks follows keys from slot to slot; nothing is parsed and nothing of the file
// is copied.

namespace recto {
namespace {

constexpr std::uint64_t kMagic = 0x3176'6F74'6365'7200ULL;  // "\0rectov1", little-endian
constexpr std::size_t kLargestFile = 256U << 20U;
constexpr std::size_t kFewestSlots = 64;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t stamp = 0;
  std::uint64_t content = 0;
  std::uint64_t checksum = 0;  // of all behind the header
  std::uint64_t slots = 0;     // a power of two
};

struct Slot {
  std::uint64_t key = 0;    // 0: empty
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

std::string_view value_of(std::string_view bytes, std::size_t slots, const Slot& slot) {
  const std::size_t begin = sizeof(Header) + slots * sizeof(Slot) + slot.begin;
  if (begin + slot.size > bytes.size()) return {};
  return bytes.substr(begin, slot.size);
}

/// The number of slots of a file that is whole and of this identity; 0 for any other.
std::size_t slots_of(std::string_view bytes, const TableIdentity& identity) {
  if (bytes.size() < sizeof(Header)) return 0;
  const auto header = read_at<Header>(bytes, 0);
  const std::size_t most = (bytes.size() - sizeof(Header)) / sizeof(Slot);
  const bool is_power = header.slots != 0 && (header.slots & (header.slots - 1)) == 0;
  if (header.magic != kMagic || !is_power || header.slots > most) return 0;
  const bool is_ours = header.stamp == identity.stamp || header.content == identity.content();
  const bool is_whole = is_ours && content_hash(bytes.substr(sizeof(Header))) == header.checksum;
  return is_whole ? header.slots : 0;
}

using Entries = std::unordered_map<std::uint64_t, std::string_view>;

std::string written(const Entries& entries, const TableIdentity& identity) {
  std::size_t slots = kFewestSlots;
  while (slots < entries.size() * 2) slots *= 2;
  std::vector<Slot> table(slots);
  std::string values;
  std::unordered_map<std::string_view, std::uint32_t> places;  // equal values are written once
  for (const auto& [key, value] : entries) {
    const auto [place, is_new] = places.emplace(value, static_cast<std::uint32_t>(values.size()));
    if (is_new) values += value;
    std::size_t at = key & (slots - 1);
    while (table[at].key != 0) at = (at + 1) & (slots - 1);
    table[at] = {key, place->second, static_cast<std::uint32_t>(value.size())};
  }
  std::string body(reinterpret_cast<const char*>(table.data()), slots * sizeof(Slot));
  body += values;
  const Header header{.stamp = identity.stamp,
                      .content = identity.content(),
                      .checksum = content_hash(body),
                      .slots = slots};
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
}

std::uint64_t usable(std::uint64_t key) {
  return key == 0 ? 1 : key;
}

}  // namespace

StoredTable::StoredTable(std::filesystem::path path, TableIdentity identity)
    : path_(std::move(path)),
      identity_(std::move(identity)),
      file_(path_, kLargestFile),
      slots_(slots_of(file_.bytes(), identity_)) {}

std::optional<std::string_view> StoredTable::find(std::uint64_t key) const {
  key = usable(key);
  const auto added = added_.find(key);
  if (added != added_.end()) return added->second;
  for (std::size_t steps = 0, at = key; steps < slots_; ++steps, ++at) {
    const Slot slot = slot_at(file_.bytes(), at & (slots_ - 1));
    if (slot.key == key) return value_of(file_.bytes(), slots_, slot);
    if (slot.key == 0) break;
  }
  return std::nullopt;
}

void StoredTable::add(std::uint64_t key, std::string value) {
  added_[usable(key)] = std::move(value);
}

void StoredTable::save(std::size_t most_entries, std::size_t most_bytes) const {
  if (path_.empty() || added_.empty() || !make_cache_folder(path_.parent_path())) return;
  Entries entries(added_.begin(), added_.end());
  const Entries own = entries;
  // Another run may have written since this one began.
  const MappedFile now(path_, kLargestFile);
  const std::size_t slots = slots_of(now.bytes(), identity_);
  std::size_t size = 0;
  for (std::size_t i = 0; i < slots; ++i) {
    const Slot slot = slot_at(now.bytes(), i);
    if (slot.key == 0) continue;
    entries.emplace(slot.key, value_of(now.bytes(), slots, slot));
    size += slot.size;
  }
  const bool are_too_many = entries.size() > most_entries || size > most_bytes;
  replace_file(path_, written(are_too_many ? own : entries, identity_), Durability::fast);
}

}  // namespace recto
