#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/evidence.h"
#include "post/post.h"

namespace recto {

/// A heading and what stands under it until the next one.
struct Section {
  std::size_t heading = 0;  // index into Post::blocks
  std::size_t end = 0;      // of the next heading, or the number of blocks
  std::size_t length = 0;
  std::vector<std::uint64_t> opening;  // tokens of the first block: it stays below its heading
  std::vector<std::uint64_t> tokens;   // of all of them
  std::vector<std::uint64_t> copies;   // hashes of texts that the other post has word for word

  std::vector<int> shape;  // the kinds of its blocks, sorted

  friend bool operator==(const Section&, const Section&) = default;
};

/// The sections of `post`, one a heading, in document order.
std::vector<Section> sections_of(const Post& post, const std::vector<Evidence>& evidence);

}  // namespace recto
