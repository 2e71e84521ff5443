#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/dialect.h"
#include "post/post.h"

// The first of two steps that read a body: which lines form which blocks, in which containers. It
// goes from line to line as CommonMark prescribes and knows every place exactly; what stands inside
// a block's lines (emphasis, links) is left to the second step.

namespace recto {

/// A piece of prose, to be read for inlines: a paragraph, a heading, one cell of a row. A
/// definition is listed, too, since links elsewhere refer to it.
struct Leaf {
  std::size_t block = 0;       // index into Outline::blocks
  std::size_t first_line = 0;  // index into Outline::lines
  std::size_t line_count = 0;
  bool is_definition = false;
};

struct Outline {
  std::vector<Container> containers;
  std::vector<Block> blocks;  // complete but for their inlines
  std::vector<Definition> definitions;
  std::vector<Leaf> leaves;        // in document order
  std::vector<Span> lines;         // of all leaves: without container marks, indentation, line ends
  std::optional<Problem> problem;  // too_complex: the rest is not to be used
};

/// The outline of `text` from `body.begin` to `body.end`, refused where quotes and lists are nested
/// deeper than `nesting`. Linear in its size.
Outline outline_of(std::string_view text, Span body, Dialect dialect, std::size_t nesting,
                   Fences fences = Fences::as_meant);

}  // namespace recto
