#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "post/post.h"

// post/markdown.cpp is the only file that includes md4c.

namespace recto {

struct MarkdownResult {
  std::vector<Container> containers;
  std::vector<Block> blocks;
  std::vector<Definition> definitions;
  std::optional<Problem> problem;  // too_complex: then nothing else is filled in
};

/// The blocks of `text` from `body.begin` to `body.end`, in document order, with spans that count
/// from the beginning of `text`. Refused unparsed: input that would take md4c quadratic time, and
/// quotes and lists nested deeper than `nesting`.
MarkdownResult parse_markdown(std::string_view text, Span body, Dialect dialect,
                              std::size_t nesting = Limits().nesting,
                              Fences fences = Fences::as_meant);

}  // namespace recto
