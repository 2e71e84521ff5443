#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "post/markdown.h"

namespace recto::testing {

/// What is wrong first with the blocks and inlines that were read from `text`: they come in order,
/// nest, stand where their kind says and, in UTF-8, on borders of code points. None when all is
/// right. Catch2's own assertions are too slow for millions of spans.
std::optional<std::string> wrong_with(std::string_view text, Span body,
                                      const MarkdownResult& result);

}  // namespace recto::testing
