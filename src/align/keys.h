#pragma once

#include <optional>
#include <string>
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

/// Pairs the keys of two front matters: by name, then renamed ones by value, kind and place. Maps
/// are entered where both sides have one. In the order of the source, extra keys after. Throws
/// TooMuchWork.
KeyAlignment align_keys(const Post& source, const Post& translation, const KeyPolicy& policy,
                        Work& work);

}  // namespace recto
