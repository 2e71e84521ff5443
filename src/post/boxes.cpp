#include "post/boxes.h"

#include <algorithm>
#include <string_view>

#include "post/ascii.h"

namespace recto {
namespace {

/// The columns of blanks before what stands on the line of `at`.
std::size_t indent_of(std::string_view text, std::size_t at) {
  constexpr std::size_t kTab = 4;
  std::size_t begin = at;
  while (begin > 0 && !is_line_end(text[begin - 1])) --begin;
  std::size_t columns = 0;
  for (; begin < text.size() && is_blank(text[begin]); ++begin) {
    columns += text[begin] == '\t' ? kTab - columns % kTab : 1;
  }
  return columns;
}

/// The name behind the marks of `:::tip` and `/// note`; empty when the line closes a box.
std::string_view name_of(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(":/ \t"), line.size()));
}

std::size_t behind_closing_line(const Post& post, std::size_t mark) {
  const char sign = post.text[post.blocks[mark].span.begin];
  std::size_t open = 0;
  for (std::size_t i = mark; i < post.blocks.size(); ++i) {
    const std::string_view line = slice(post, post.blocks[i].span);
    if (post.blocks[i].kind != BlockKind::directive || line[0] != sign) continue;
    if (!name_of(line).empty())
      ++open;
    else if (open > 0 && --open == 0)
      return i + 1;
  }
  return mark + 1;
}

}  // namespace

bool is_tab(const Post& post, const Block& block) {
  return block.kind == BlockKind::directive && slice(post, block.span).starts_with("===");
}

std::size_t behind_box(const Post& post, std::size_t mark) {
  const Block& opening = post.blocks[mark];
  const std::string_view line = slice(post, opening.span);
  if (line.starts_with(":::") || line.starts_with("///")) return behind_closing_line(post, mark);
  const bool is_indented =
      line.starts_with("!!!") || line.starts_with("???") || line.starts_with("===");
  std::size_t end = mark + 1;
  if (!is_indented) return end;
  const std::size_t indent = indent_of(post.text, opening.span.begin);
  while (end < post.blocks.size() && indent_of(post.text, post.blocks[end].span.begin) > indent) {
    ++end;
  }
  return end;
}

}  // namespace recto
