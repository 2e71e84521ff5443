#include "align/keys.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto {
namespace {

using Entries = std::vector<yaml::Entry>;

const yaml::Entry* find_entry(const Entries& entries, std::string_view key) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const yaml::Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

std::size_t place_of(const Entries& entries, const yaml::Entry* entry) {
  return static_cast<std::size_t>(entry - entries.data());
}

bool has_equal_value(const yaml::Node& left, const yaml::Node& right) {
  if (left.kind != right.kind || left.text != right.text) return false;
  if (left.items.size() != right.items.size()) return false;
  for (std::size_t i = 0; i < left.items.size(); ++i) {
    if (!has_equal_value(left.items[i], right.items[i])) return false;
  }
  return left.kind != yaml::Kind::map;
}

/// Whether one name is a slip of the other.
bool is_near_name(const std::string& left, const std::string& right) {
  constexpr std::size_t kMostSlips = 3;
  const std::size_t distance = edit_distance(left, right, kMostSlips);
  return left.size() >= 4 && distance <= kMostSlips && distance * 3 <= left.size();
}

/// Whether the two keys, one missing and one extra, are one key under another name: the same but
/// for capitals, or the same place with a value that says so.
bool is_renamed(const Entries& source, const yaml::Entry& missing, const Entries& translation,
                const yaml::Entry& extra) {
  if (folded(missing.key) == folded(extra.key)) return true;
  if (missing.value.kind != extra.value.kind) return false;
  if (is_near_name(missing.key, extra.key)) return true;
  // A translated key: it stands where the missing one should, and its value has the same shape.
  const bool same_place = place_of(source, &missing) == place_of(translation, &extra);
  const bool same_value =
      has_equal_value(missing.value, extra.value) && !missing.value.text.empty();
  if (same_value && yaml::type_of(missing.value) != yaml::Type::boolean) return true;
  const bool is_foreign_name = std::any_of(extra.key.begin(), extra.key.end(),
                                           [](char c) { return !is_ascii(c) || c == ' '; });
  return same_place && (is_foreign_name || source.size() == translation.size());
}

bool are_maps(const std::vector<yaml::Node>& items) {
  return !items.empty() && std::all_of(items.begin(), items.end(), [](const yaml::Node& item) {
    return item.kind == yaml::Kind::map;
  });
}

using ItemsByValue = std::map<std::string_view, const yaml::Node*>;

/// The items of `list` by their value of `key`; nothing unless each has one of its own.
ItemsByValue items_by(const std::string& key, const yaml::Node& list) {
  ItemsByValue items;
  for (const yaml::Node& item : list.items) {
    const yaml::Node* value = item.find(key);
    if (value == nullptr || value->kind != yaml::Kind::scalar || value->text.empty()) return {};
    if (!items.emplace(value->text, &item).second) return {};
  }
  return items;
}

std::size_t common_values(const ItemsByValue& left, const ItemsByValue& right) {
  return static_cast<std::size_t>(std::count_if(
      left.begin(), left.end(), [&](const auto& item) { return right.contains(item.first); }));
}

/// Whether the value is a version or a date rather than a name.
bool is_version_like(std::string_view value) {
  return value.find(' ') == value.npos &&
         std::any_of(value.begin(), value.end(), [](char c) { return is_ascii_digit(c); });
}

/// The key by whose values most items are known on both sides, at least half of those of the
/// shorter list: `version` in a list of versions.
std::string identifying_key(const yaml::Node& source, const yaml::Node& translation) {
  constexpr std::size_t kMostKeys = 16;  // so that time stays linear
  const std::vector<yaml::Entry>& entries = source.items.front().entries;
  const std::size_t shorter = std::min(source.items.size(), translation.items.size());
  std::string best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < std::min(entries.size(), kMostKeys); ++i) {
    const std::string& key = entries[i].key;
    const std::size_t common = common_values(items_by(key, source), items_by(key, translation));
    if (common > most && common * 2 >= shorter) {
      best = key;
      most = common;
    }
  }
  return best;
}

/// Pairs the items that have the same value of `key`.
ItemPairing pair_by_key(const std::string& key, const yaml::Node& source,
                        const yaml::Node& translation) {
  ItemPairing pairing{.key = key};
  const ItemsByValue ours = items_by(key, source);
  const ItemsByValue theirs = items_by(key, translation);
  for (const yaml::Node& item : source.items) {
    const auto same = theirs.find(item.find(key)->text);
    if (same == theirs.end())
      pairing.lost.push_back(&item);
    else
      pairing.pairs.emplace_back(&item, same->second);
  }
  for (const yaml::Node& item : translation.items) {
    if (!ours.contains(item.find(key)->text)) pairing.added.push_back(&item);
  }
  return pairing;
}

ItemPairing pair_by_order(const yaml::Node& source, const yaml::Node& translation) {
  ItemPairing pairing;
  if (source.items.size() != translation.items.size()) return pairing;
  for (std::size_t i = 0; i < source.items.size(); ++i) {
    pairing.pairs.emplace_back(&source.items[i], &translation.items[i]);
  }
  return pairing;
}

bool is_sorted_alike(const ItemPairing& pairing) {
  return std::is_sorted(
      pairing.pairs.begin(), pairing.pairs.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
}

/// Whether all of `items` are known by versions, which nobody translates.
bool are_versions(const std::vector<const yaml::Node*>& items, const std::string& key) {
  return std::all_of(items.begin(), items.end(), [&](const yaml::Node* item) {
    return is_version_like(item->find(key)->text);
  });
}

class KeyPairing {
 public:
  KeyPairing(const KeyPolicy& policy, Work& work) : policy_(policy), work_(work) {}

  KeyAlignment result;

  void pair(const Entries& source, const Entries& translation, const std::string& prefix) {
    work_.add(source.size() * translation.size());
    std::vector<const yaml::Entry*> extra;
    for (const yaml::Entry& entry : translation) {
      if (find_entry(source, entry.key) == nullptr) extra.push_back(&entry);
    }
    for (const yaml::Entry& entry : source) {
      if (const yaml::Entry* same = find_entry(translation, entry.key)) {
        add(entry, *same, prefix);
      } else {
        add_unpaired(source, entry, translation, extra, prefix);
      }
    }
    for (const yaml::Entry* entry : extra) {
      result.push_back({std::nullopt, KeyPlace{prefix + entry->key, entry}});
    }
  }

 private:
  void add(const yaml::Entry& source, const yaml::Entry& translation, const std::string& prefix) {
    const bool maps =
        source.value.kind == yaml::Kind::map && translation.value.kind == yaml::Kind::map;
    if (maps) {
      pair(source.value.entries, translation.value.entries, prefix + source.key + ".");
      return;
    }
    const ItemPairing items = pair_items(source.value, translation.value);
    work_.add(source.value.items.size() + translation.value.items.size());
    for (const auto& [ours, theirs] : items.pairs) {
      pair(ours->entries, theirs->entries, prefix + source.key + ".");
    }
    if (!items.pairs.empty() && items.lost.empty() && items.added.empty()) return;
    result.push_back(
        {KeyPlace{prefix + source.key, &source}, KeyPlace{prefix + translation.key, &translation}});
  }

  void add_unpaired(const Entries& source, const yaml::Entry& entry, const Entries& translation,
                    std::vector<const yaml::Entry*>& extra, const std::string& prefix) {
    const auto renamed = std::find_if(extra.begin(), extra.end(), [&](const yaml::Entry* other) {
      // A key that is known by its own name is meant, but for the same value beside a slip.
      if (policy_.role(prefix + other->key) == KeyRole::unlisted)
        return is_renamed(source, entry, translation, *other);
      return is_near_name(entry.key, other->key) && has_equal_value(entry.value, other->value) &&
             entry.value.kind != yaml::Kind::null;
    });
    const KeyPlace place{prefix + entry.key, &entry};
    if (renamed == extra.end()) {
      result.push_back({place, std::nullopt});
      return;
    }
    result.push_back({place, KeyPlace{prefix + (*renamed)->key, *renamed}});
    extra.erase(renamed);
  }

  const KeyPolicy& policy_;
  Work& work_;
};

}  // namespace

ItemPairing pair_items(const yaml::Node& source, const yaml::Node& translation) {
  if (!are_maps(source.items) || !are_maps(translation.items)) return {};
  const std::string key = identifying_key(source, translation);
  if (key.empty()) return pair_by_order(source, translation);
  ItemPairing pairing = pair_by_key(key, source, translation);
  const bool has_versions = are_versions(pairing.lost, key) && are_versions(pairing.added, key);
  if (!is_sorted_alike(pairing)) {
    // People in another order are a list that is compared as a whole; versions each say their own.
    return is_version_like(source.items.front().find(key)->text)
               ? pair_by_order(source, translation)
               : ItemPairing();
  }
  const bool are_told_apart = pairing.lost.empty() || pairing.added.empty() || has_versions;
  return are_told_apart ? pairing : pair_by_order(source, translation);
}

KeyAlignment align_keys(const Post& source, const Post& translation, const KeyPolicy& policy,
                        Work& work) {
  KeyPairing pairing(policy, work);
  pairing.pair(source.front_matter.root.entries, translation.front_matter.root.entries, "");
  return std::move(pairing.result);
}

}  // namespace recto
