#include "checks/blanks_in_code.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace recto::checks {
namespace {

constexpr std::string_view kNoBreak = "\u00A0";
constexpr std::string_view kNarrowNoBreak = "\u202F";

/// The lines of code of `post`, in blocks and within lines.
template <typename Use>
void for_each_code(const Post& post, const Use& use) {
  for (const Block& block : post.blocks) {
    if (block.kind == BlockKind::code) {
      for (const Span line : block.lines) use(line);
    }
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::code) use(piece.content);
    }
  }
}

/// Whether `text` is a line of what `tree` prints, which nobody pastes: `├── docs`.
bool draws_boxes(std::string_view text) {
  constexpr std::string_view kBoxDrawing = "\xE2\x94";  // U+2500 to U+253F begin so
  return text.find(kBoxDrawing) != text.npos;
}

/// What makes the no-break spaces in `code` plain ones.
std::vector<Edit> plain_blanks(const Post& post, Span code) {
  std::vector<Edit> edits;
  const std::string_view text = slice(post, code);
  if (draws_boxes(text)) return edits;
  for (const std::string_view blank : {kNoBreak, kNarrowNoBreak}) {
    for (std::size_t at = text.find(blank); at != text.npos; at = text.find(blank, at + 1)) {
      edits.push_back({span_at(code.begin + at, blank.size()), " "});
    }
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit& left, const Edit& right) { return left.span < right.span; });
  return edits;
}

}  // namespace

std::vector<Edit> blanks_in_code(const Subject& subject) {
  std::vector<Edit> found;
  const Post& post = subject.translation;
  if (post.text.find(kNoBreak) == post.text.npos &&
      post.text.find(kNarrowNoBreak) == post.text.npos) {
    return found;
  }
  std::unordered_set<std::string_view> ours;
  for_each_code(subject.source, [&](Span code) { ours.insert(slice(subject.source, code)); });
  for_each_code(post, [&](Span code) {
    const std::vector<Edit> plain = plain_blanks(post, code);
    if (plain.empty() || !ours.contains(edited(post.text, code, plain))) return;
    found.insert(found.end(), plain.begin(), plain.end());
  });
  return found;
}

}  // namespace recto::checks
