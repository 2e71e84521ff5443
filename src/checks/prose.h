#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "post/post.h"

namespace recto::checks {

/// What a reader sees of some blocks as one text, without marks, code, tags and addresses, and
/// where each piece of it stands in the post.
struct Prose {
  struct Piece {
    std::uint32_t begin = 0;   // in the text
    std::uint32_t origin = 0;  // in the post
  };

  std::string text;
  std::vector<Piece> pieces;

  /// The place in the post of `span` of the text.
  Span place(Span span) const;
};

/// The text of a value in the front matter as it is written.
Prose prose_of(const Post& post, const yaml::Node& value);

/// The prose of `blocks`; a character that is no prose stands for code, a tag or a placeholder.
Prose prose_of(const Post& post, std::span<const Block> blocks);
/// The same of `cell`, one of `row`.
Prose prose_of(const Post& post, const Block& row, Span cell);

}  // namespace recto::checks
