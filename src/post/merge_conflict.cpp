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

/// Whether the block at `at` shows its text as it is.
bool is_shown(const Post& post, std::size_t at) {
  const std::size_t index = block_behind(post, at);
  if (index == post.blocks.size() || post.blocks[index].span.begin > at) return false;
  const Block& block = post.blocks[index];
  if (block.kind == BlockKind::code) return true;
  const std::string_view text = slice(post, block.span);
  return block.kind == BlockKind::html &&
         (text.find("<pre") != text.npos || text.find("<code") != text.npos);
}

}  // namespace

std::optional<Span> merge_conflict(const Post& post) {
  const std::string_view text = post.text;
  std::size_t middle = 0;
  std::size_t close = 0;
  for (std::size_t open = line_with(kOpening, text, 0); open != text.npos;
       open = line_with(kOpening, text, open + 1)) {
    // Each is looked for again only when it has been passed, so that the text is read once.
    if (middle <= open) middle = line_with(kMiddle, text, open);
    if (middle == text.npos) break;
    if (close <= middle) close = line_with(kClosing, text, middle);
    if (close == text.npos) break;
    if (!is_shown(post, open)) return span_at(open, kOpening.size() - 1);
  }
  return std::nullopt;
}

}  // namespace recto
