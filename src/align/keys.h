#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/key_policy.h"
#include "base/work.h"
#include "post/post.h"

namespace recto {

/// A leaf or list of a front matter, by its path.
struct KeyPlace {
  std::string path;
  const yaml::Entry* entry = nullptr;  // owned by the Post
};

/// One key on both sides; none on a side: missing or extra; different paths: renamed.
struct KeyMatch {
  std::optional<KeyPlace> source;
  std::optional<KeyPlace> translation;
};
using KeyAlignment = std::vector<KeyMatch>;

/// The items of two lists of maps: authors, or the versions of a page.
struct ItemPairing {
  std::string key;  // by whose values they are known; empty: by their order
  std::vector<std::pair<const yaml::Node*, const yaml::Node*>> pairs;
  std::vector<const yaml::Node*> lost;   // items of the source that the translation lacks
  std::vector<const yaml::Node*> added;  // items that the source lacks
};

/// Pairs the items of two lists by a value that is each one's own, else by their order. Nothing
/// when they are no lists of maps, or when they tell no pairs apart: the lists are compared whole.
ItemPairing pair_items(const yaml::Node& source, const yaml::Node& translation);

/// Pairs the keys of two front matters: by name, then renamed ones by value, kind and place. Maps
/// are entered where both sides have one. In the order of the source, extra keys after. Throws
/// TooMuchWork.
KeyAlignment align_keys(const Post& source, const Post& translation, const KeyPolicy& policy,
                        Work& work);

}  // namespace recto
