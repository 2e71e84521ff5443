#include "align/keys.h"

#include <algorithm>
#include <set>
#include <string>
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
    if (are_lists_of_maps(source.value, translation.value) &&
        are_in_order(source.value, translation.value)) {
      for (std::size_t i = 0; i < source.value.items.size(); ++i) {
        pair(source.value.items[i].entries, translation.value.items[i].entries,
             prefix + source.key + ".");
      }
      return;
    }
    result.push_back(
        {KeyPlace{prefix + source.key, &source}, KeyPlace{prefix + translation.key, &translation}});
  }

  /// Whether both hold as many maps and nothing else: authors with a name and a title each.
  static bool are_lists_of_maps(const yaml::Node& source, const yaml::Node& translation) {
    const auto is_map = [](const yaml::Node& item) { return item.kind == yaml::Kind::map; };
    const auto& ours = source.items;
    const auto& theirs = translation.items;
    return ours.size() == theirs.size() && !ours.empty() &&
           std::all_of(ours.begin(), ours.end(), is_map) &&
           std::all_of(theirs.begin(), theirs.end(), is_map);
  }

  /// Whether no item has the name or the id of another one on the other side.
  static bool are_in_order(const yaml::Node& source, const yaml::Node& translation) {
    for (const std::string_view key : {"name", "id"}) {
      std::set<std::string_view> others;
      for (const yaml::Node& item : source.items) {
        if (const yaml::Node* value = item.find(key)) others.insert(value->text);
      }
      for (std::size_t i = 0; i < source.items.size(); ++i) {
        const yaml::Node* ours = source.items[i].find(key);
        const yaml::Node* theirs = translation.items[i].find(key);
        if (ours == nullptr || theirs == nullptr || ours->text == theirs->text) continue;
        if (others.contains(theirs->text)) return false;
      }
    }
    return true;
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

KeyAlignment align_keys(const Post& source, const Post& translation, const KeyPolicy& policy,
                        Work& work) {
  KeyPairing pairing(policy, work);
  pairing.pair(source.front_matter.root.entries, translation.front_matter.root.entries, "");
  return std::move(pairing.result);
}

}  // namespace recto
