#include "post/line_codes.h"

namespace recto {

std::vector<std::string_view> line_codes(const Post& post) {
  std::vector<std::string_view> codes;
  for (const Block& block : post.blocks) {
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::code) codes.push_back(slice(post, piece.content));
    }
  }
  return codes;
}

}  // namespace recto
