// What git leaves in a file that two people changed: `<<<<<<< HEAD`, both texts, `>>>>>>> theirs`.

#include <algorithm>

#include "align/cause_finders.h"

namespace recto {
namespace {

constexpr std::string_view kOpening = "\n<<<<<<< ";
constexpr std::string_view kMiddle = "\n=======";
constexpr std::string_view kClosing = "\n>>>>>>> ";

}  // namespace

Causes merge_conflicts(const Post& source, const Post& translation) {
  Causes causes;
  const std::string_view text = translation.text;
  const std::size_t from = translation.body.begin > 0 ? translation.body.begin - 1 : 0;
  for (std::size_t open = text.find(kOpening, from); open != text.npos;) {
    const std::size_t middle = text.find(kMiddle, open);
    const std::size_t close = middle == text.npos ? text.npos : text.find(kClosing, middle);
    if (close == text.npos || source.text.find(kOpening) != std::string::npos) break;
    const std::size_t first = block_behind(translation, open + 1);
    std::size_t end = std::min(block_behind(translation, close + 1) + 1, translation.blocks.size());
    // One in the front matter makes its last line a divider.
    const bool is_in_front =
        (translation.front_matter.span.is_empty() || !translation.problems.empty()) &&
        end < translation.blocks.size() && translation.blocks[end].kind == BlockKind::divider;
    if (is_in_front) ++end;
    const bool is_code =
        first < end && translation.blocks[first].kind == BlockKind::code;  // a page about git
    if (first < end && !is_code) {
      causes.push_back({CauseKind::conflict,
                        {0, 0},
                        {first, end - first},
                        span_at(open + 1, kOpening.size() - 2)});
    }
    if (causes.size() == kMostCauses) break;
    open = text.find(kOpening, close);
  }
  return causes;
}

}  // namespace recto
