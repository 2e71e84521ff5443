#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "post/post.h"

namespace recto {

/// The front matter at the beginning of `text` (behind a byte order mark) and where the body
/// begins; what is wrong with it is added to `problems`: broken YAML or TOML with line and column
/// of the file, a missing closing `---`, a duplicate key, a second front matter right after the
/// first, JSON; more than `limits` let in.
struct FrontMatterResult {
  FrontMatter front_matter;
  std::uint32_t body_begin = 0;
  std::vector<Problem> problems;
};
FrontMatterResult parse_front_matter(std::string_view text, const Limits& limits = {});

}  // namespace recto
