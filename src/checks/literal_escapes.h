#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "post/post.h"

namespace recto::checks {

/// A character that was escaped for another format, or once too often, so that readers see the
/// escape: `&amp;#39;`, `\u0131`, `%C4%B1`.
struct LiteralEscape {
  Span span;
  std::string meant;    // UTF-8
  std::string written;  // what shows it
};

/// Those in the prose of `block`, in order.
std::vector<LiteralEscape> literal_escapes(const Post& post, const Block& block);

}  // namespace recto::checks
