// A text of the source and the divider behind it that are one heading in the translation: without
// an empty line between them, `---` underlines the line above.

#include <algorithm>
#include <cstddef>

#include "align/cause_finders.h"
#include "align/lone_run.h"
#include "post/post.h"

namespace recto {
namespace {

bool is_underlined(const Post& post, const Block& block) {
  return block.kind == BlockKind::heading && slice(post, block.marker).starts_with("-");
}

/// Whether a paragraph and a divider without a match stand at `index` of the source.
bool is_text_with_divider(const Post& source, const Lone& missing, std::size_t index) {
  return index + 1 < source.blocks.size() && missing[index] && missing[index + 1] &&
         source.blocks[index].kind == BlockKind::paragraph &&
         source.blocks[index + 1].kind == BlockKind::divider;
}

}  // namespace

Causes underlined_texts(const Post& source, const Post& translation, const Alignment& alignment) {
  const bool may_have =
      std::any_of(translation.blocks.begin(), translation.blocks.end(),
                  [&](const Block& block) { return is_underlined(translation, block); });
  if (!may_have) return {};
  const Lone missing = lone_blocks(source, alignment, &Match::source, &Match::translation);
  const Lone extra = lone_blocks(translation, alignment, &Match::translation, &Match::source);
  Causes causes;
  for (std::size_t i = 0; i < translation.blocks.size(); ++i) {
    const Block& heading = translation.blocks[i];
    if (!is_underlined(translation, heading) || !extra[i]) continue;
    const std::size_t place = *extra[i];
    for (const std::size_t first : {place, place - std::min<std::size_t>(place, 2)}) {
      if (!is_text_with_divider(source, missing, first)) continue;
      causes.push_back({CauseKind::underlined, {first, 2}, {i, 1}, heading.marker});
      break;
    }
  }
  return causes;
}

}  // namespace recto
