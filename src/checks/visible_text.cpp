#include "checks/visible_text.h"

#include <algorithm>
#include <utility>

namespace recto::checks {

bool is_bare_url(const Post& post, const Inline& link) {
  if (link.kind != InlineKind::link || link.target != link.content) return false;
  return link.span == link.content && !slice(post, link.span).empty();
}

bool parts_code(const Post& post, const Block& row) {
  const auto has_half = [&](Span cell) {
    const std::string_view text = slice(post, cell);
    return std::count(text.begin(), text.end(), '`') % 2 == 1;
  };
  return std::count_if(row.cells.begin(), row.cells.end(), has_half) > 1;
}

std::vector<Span> visible_spans(const Post& post, const Block& block) {
  std::vector<Span> spans;
  std::uint32_t hidden = 0;  // up to here nothing is taken
  for (const Inline& piece : block.inlines) {
    if (piece.span.begin < hidden) continue;
    const bool is_bare = is_bare_url(post, piece);
    const bool is_closed = piece.kind == InlineKind::link || piece.kind == InlineKind::image;
    if (is_closed && !is_bare) hidden = piece.span.end;
    if (piece.kind != InlineKind::text && !is_bare) continue;
    if (!spans.empty() && spans.back().end == piece.span.begin) {
      spans.back().end = piece.span.end;
    } else {
      spans.push_back(piece.span);
    }
    hidden = is_bare ? piece.span.end : hidden;
  }
  return spans;
}

bool is_escaped(const Post& post, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && post.text[begin - 1] == '\\') --begin;
  return (at - begin) % 2 == 1;
}

Post reparsed(const Post& post, Span part, const std::vector<Edit>& edits) {
  return parse_post("", post.locale, post.dialect, edited(post.text, part, edits), post.limits);
}

}  // namespace recto::checks
