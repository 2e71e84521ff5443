#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace recto {

/// How code that is closed within fenced text is read.
enum class Fences {
  as_meant,   // by their writer, where that can be told
  as_written  // by CommonMark
};

/// Where the closing fences stand that belong to code inside a fenced text: writers forget that the
/// outer fence needs more marks than what it holds, "```md", "```sh", "```", "```", and CommonMark
/// ends it at the first of these. Empty unless all fences of `body` come out even when read as they
/// were meant. In document order.
std::vector<std::uint32_t> inner_fences(std::string_view text, Span body);

}  // namespace recto
