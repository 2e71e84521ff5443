#include "post/merge_conflict.h"

namespace recto {
namespace {

constexpr std::string_view kOpening = "<<<<<<< ";
constexpr std::string_view kMiddle = "=======";
constexpr std::string_view kClosing = ">>>>>>> ";

/// The first line from `from` on that begins with `mark`; npos without one.
std::size_t line_with(std::string_view mark, std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(mark, from); at != text.npos; at = text.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return text.npos;
}

bool is_shown(const Post& post, std::size_t at) {
  const std::size_t block = block_behind(post, at);
  if (block == post.blocks.size() || post.blocks[block].span.begin > at) return false;
  return post.blocks[block].kind == BlockKind::code || post.blocks[block].kind == BlockKind::html;
}

}  // namespace

std::optional<Span> merge_conflict(const Post& post) {
  const std::string_view text = post.text;
  for (std::size_t open = line_with(kOpening, text, 0); open != text.npos;
       open = line_with(kOpening, text, open + 1)) {
    const std::size_t middle = line_with(kMiddle, text, open);
    if (middle == text.npos || line_with(kClosing, text, middle) == text.npos) break;
    if (!is_shown(post, open)) return span_at(open, kOpening.size() - 1);
  }
  return std::nullopt;
}

}  // namespace recto
