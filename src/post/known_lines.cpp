#include "post/known_lines.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/byte_set.h"

namespace recto {
namespace {

/// Calls `visit` with each line of `text` until it returns false.
template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!visit(trimmed(text.substr(begin, end - begin)))) return;
    begin = end + 1;
  }
}

}  // namespace

KnownLines::KnownLines(const Post& post, Of of) {
  for (const Block& block : post.blocks) {
    if ((block.kind == BlockKind::code) != (of == Of::code)) continue;
    for_each_line(slice(post, block.content), [&](std::string_view line) {
      lines_.insert(line);
      return true;
    });
  }
}

bool KnownLines::have_all(std::string_view text) const {
  constexpr std::size_t kLeast = 16;  // bytes
  bool has_all = true;
  std::size_t size = 0;
  for_each_line(text, [&](std::string_view line) {
    size += line.size();
    has_all = line.empty() || lines_.contains(line);
    return has_all;
  });
  return has_all && size >= kLeast;
}

TellingLines telling_lines(const Post& post, const Block& code) {
  constexpr std::size_t kTelling = 4;
  TellingLines lines;
  for (const Span line : code.lines) {
    const std::string_view text = trimmed(slice(post, line));
    if (text.size() >= kTelling) lines.insert(text);
  }
  return lines;
}

}  // namespace recto
