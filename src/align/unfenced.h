#pragma once

#include <vector>

#include "align/align.h"

namespace recto {

/// A code block of the source that lost its fence, or its indent: its lines are text.
struct Unfenced {
  std::size_t code = 0;  // index into the blocks of the source
  Run text;              // blocks of the translation that are its lines alone; may be none
  Span lines;            // in the translation: from the first line of that code to the last
};

/// The code that stands in `translation` as text, in the order of the source; none where it has as
/// many code blocks as `source`.
std::vector<Unfenced> unfenced_code(const Post& source, const Post& translation);

}  // namespace recto
