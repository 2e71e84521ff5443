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

/// Whether the line at `at` stands in a block of code.
bool is_in_code_block(const Post& post, std::size_t at) {
  const std::size_t block = block_behind(post, at);
  return block < post.blocks.size() && post.blocks[block].span.begin <= at &&
         post.blocks[block].kind == BlockKind::code;
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
    if (!is_in_code_block(post, open)) return span_at(open, kOpening.size() - 1);
  }
  return std::nullopt;
}

}  // namespace recto
