#include "text/verdicts.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/cache_folder.h"
#include "base/hash.h"
#include "base/replace_file.h"

// The file: a header, a table of a power of two slots with open addressing, and behind it the
// values. A key is the hash of what was asked (`=word`, `~word`), never 0; a value is `0` or `1`
// for a verdict, a list of words for neighbours. Whoever looks follows keys from slot to slot;
// nothing is parsed and nothing of the file is copied.

namespace recto {
namespace {

constexpr std::uint64_t kMagic = 0x3176'6F74'6365'7200ULL;  // "\0rectov1", little-endian
constexpr std::size_t kLargestFile = 64U << 20U;
constexpr std::size_t kMostEntries = 400'000;
constexpr std::size_t kLongestValue = 4096;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t stamp = 0;  // of the dictionary, see DictionaryIdentity
  std::uint64_t dictionary = 0;
  std::uint64_t checksum = 0;  // of all behind the header
  std::uint64_t slots = 0;     // a power of two
};

struct Slot {
  std::uint64_t key = 0;
  std::uint32_t begin = 0;  // of the value, counted from the end of the table
  std::uint32_t size = 0;
};

template <typename Value>
Value read_at(std::string_view bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::size_t values_begin(std::size_t slots) {
  return sizeof(Header) + slots * sizeof(Slot);
}

/// The number of slots of a file that is whole and about this dictionary; 0 for any other.
std::size_t slots_of(std::string_view bytes, const DictionaryIdentity& identity) {
  if (bytes.size() < sizeof(Header)) return 0;
  const auto header = read_at<Header>(bytes, 0);
  const std::size_t most = (bytes.size() - sizeof(Header)) / sizeof(Slot);
  const bool is_power = header.slots != 0 && (header.slots & (header.slots - 1)) == 0;
  if (header.magic != kMagic || !is_power || header.slots > most) return 0;
  const bool is_ours = header.stamp == identity.stamp || header.dictionary == identity.content();
  const bool is_whole = is_ours && content_hash(bytes.substr(sizeof(Header))) == header.checksum;
  return is_whole ? header.slots : 0;
}

std::string_view value_of(std::string_view bytes, std::size_t slots, const Slot& slot) {
  const std::size_t begin = values_begin(slots) + slot.begin;
  if (begin + slot.size > bytes.size()) return {};
  return bytes.substr(begin, slot.size);
}

std::uint64_t key_of(char what, std::string_view word) {
  const std::uint64_t key = hash_of(std::string(1, what).append(word));
  return key == 0 ? 1 : key;
}

using Entries = std::unordered_map<std::uint64_t, std::string>;

void take_all(std::string_view bytes, const DictionaryIdentity& identity, Entries& entries) {
  const std::size_t slots = slots_of(bytes, identity);
  for (std::size_t i = 0; i < slots; ++i) {
    const auto slot = read_at<Slot>(bytes, sizeof(Header) + i * sizeof(Slot));
    if (slot.key != 0) entries.emplace(slot.key, value_of(bytes, slots, slot));
  }
}

std::string written(const Entries& entries, const DictionaryIdentity& identity) {
  std::size_t slots = 1024;
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
                      .dictionary = identity.content(),
                      .checksum = content_hash(body),
                      .slots = slots};
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
}

}  // namespace

Verdicts::Verdicts(const std::filesystem::path& folder, DictionaryIdentity identity)
    : path_(folder / (identity.name + ".verdicts")),
      identity_(std::move(identity)),
      file_(path_, kLargestFile) {
  if (slots_of(file_.bytes(), identity_) == 0) file_ = MappedFile();
}

std::optional<std::string_view> Verdicts::stored(std::uint64_t key) const {
  const auto added = added_.find(key);
  if (added != added_.end()) return added->second;
  const std::string_view bytes = file_.bytes();
  if (bytes.empty()) return std::nullopt;
  const auto slots = static_cast<std::size_t>(read_at<Header>(bytes, 0).slots);
  for (std::size_t at = key & (slots - 1), steps = 0; steps < slots;
       at = (at + 1) & (slots - 1), ++steps) {
    const auto slot = read_at<Slot>(bytes, sizeof(Header) + at * sizeof(Slot));
    if (slot.key == key) return value_of(bytes, slots, slot);
    if (slot.key == 0) break;
  }
  return std::nullopt;
}

std::optional<bool> Verdicts::knows(std::string_view word) const {
  const auto value = stored(key_of('=', word));
  return value ? std::optional(*value == "1") : std::nullopt;
}

void Verdicts::remember(std::string_view word, bool is_known) {
  added_[key_of('=', word)] = is_known ? "1" : "0";
}

std::optional<std::vector<std::string>> Verdicts::neighbours(std::string_view word) const {
  auto value = stored(key_of('~', word));
  if (!value) return std::nullopt;
  std::vector<std::string> words;
  while (!value->empty()) {
    const std::size_t end = std::min(value->find('\n'), value->size());
    words.emplace_back(value->substr(0, end));
    value->remove_prefix(std::min(end + 1, value->size()));
  }
  return words;
}

void Verdicts::remember_neighbours(std::string_view word, const std::vector<std::string>& known) {
  std::string value;
  for (const std::string& neighbour : known) {
    if (value.size() + neighbour.size() < kLongestValue) value.append(neighbour) += '\n';
  }
  added_[key_of('~', word)] = std::move(value);
}

void Verdicts::save() const {
  if (path_.empty() || added_.empty() || !make_cache_folder(path_.parent_path())) return;
  Entries entries = added_;
  take_all(MappedFile(path_, kLargestFile).bytes(), identity_, entries);
  // Too many: what this run needed anew is kept, the rest will be asked again.
  if (entries.size() > kMostEntries) entries = added_;
  replace_file(path_, written(entries, identity_), Durability::fast);
}

}  // namespace recto
