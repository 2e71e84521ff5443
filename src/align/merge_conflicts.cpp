// What git leaves in a file that two people changed: `<<<<<<< HEAD`, both texts, `>>>>>>> theirs`.

#include <algorithm>

#include "align/cause_finders.h"

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

}  // namespace

Causes merge_conflicts(const Post& source, const Post& translation) {
  Causes causes;
  const std::string_view text = translation.text;
  std::size_t open = line_with(kOpening, text, translation.body.begin);
  if (open == text.npos || line_with(kOpening, source.text, 0) != std::string::npos) return causes;
  for (; open != text.npos; open = line_with(kOpening, text, open + 1)) {
    const std::size_t middle = line_with(kMiddle, text, open);
    const std::size_t close = middle == text.npos ? text.npos : line_with(kClosing, text, middle);
    if (close == text.npos) break;
    const std::size_t first = block_behind(translation, open);
    std::size_t end = std::min(block_behind(translation, close) + 1, translation.blocks.size());
    // One in the front matter makes its last line a divider.
    const bool is_in_front =
        (translation.front_matter.span.is_empty() || !translation.problems.empty()) &&
        end < translation.blocks.size() && translation.blocks[end].kind == BlockKind::divider;
    if (is_in_front) ++end;
    const bool is_code =
        first < end && translation.blocks[first].kind == BlockKind::code;  // a page about git
    if (first < end && !is_code) {
      causes.push_back(
          {CauseKind::conflict, {0, 0}, {first, end - first}, span_at(open, kOpening.size() - 1)});
    }
    if (causes.size() == kMostCauses) break;
    open = close;
  }
  return causes;
}

}  // namespace recto
