#include "post/boxes.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "post/line_cursor.h"

namespace recto {
namespace {

/// The columns of blanks before what stands on the line of `at`.
std::size_t indent_of(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && !is_line_end(text[begin - 1])) --begin;
  return LineCursor(text, {begin, at}).indent();
}

/// How many of its sign a line begins with: 3 of `:::tip`.
std::size_t signs_of(std::string_view line) {
  return std::min(line.find_first_not_of(line[0]), line.size());
}

bool closes_box(std::string_view line) {
  return line.find_first_not_of(" \t", signs_of(line)) == std::string_view::npos;
}

bool is_of_fence(std::string_view line) {
  return line.starts_with(":::") || line.starts_with("///");
}

/// A box that is not closed yet.
struct OpenBox {
  std::size_t mark = 0;
  std::size_t size = 0;  // of its indent, or of its signs
};

}  // namespace

bool is_tab(const Post& post, const Block& block) {
  return block.kind == BlockKind::directive && slice(post, block.span).starts_with("===");
}

bool is_indented_box(const Post& post, const Block& block) {
  if (block.kind != BlockKind::directive) return false;
  const std::string_view line = slice(post, block.span);
  return line.starts_with("!!!") || line.starts_with("???") || line.starts_with("===");
}

Boxes::Boxes(const Post& post) {
  std::vector<OpenBox> indented;
  std::vector<OpenBox> fenced;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    ends_.push_back(i + 1);
    const std::size_t indent = indent_of(post.text, post.blocks[i].span.begin);
    while (!indented.empty() && indent <= indented.back().size) {
      ends_[indented.back().mark] = i;
      indented.pop_back();
    }
    if (post.blocks[i].kind != BlockKind::directive) continue;
    const std::string_view line = slice(post, post.blocks[i].span);
    if (is_indented_box(post, post.blocks[i])) indented.push_back({i, indent});
    if (!is_of_fence(line)) continue;
    const std::size_t signs = signs_of(line);
    if (!closes_box(line)) {
      fenced.push_back({i, signs});
    } else if (!fenced.empty() && fenced.back().size == signs) {
      ends_[fenced.back().mark] = i + 1;
      fenced.pop_back();
    }
  }
  for (const OpenBox& box : indented) ends_[box.mark] = post.blocks.size();
}

}  // namespace recto
