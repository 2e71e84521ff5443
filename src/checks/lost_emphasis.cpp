// lost_emphasis: what the source's paragraph has in bold, while the translation's has no emphasis.

#include <algorithm>

#include "checks/blocks.h"
#include "checks/literal_marks.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// The first piece in bold that holds text; none in a block without.
const Inline* first_bold(const Block& block) {
  const auto found =
      std::find_if(block.inlines.begin(), block.inlines.end(), [](const Inline& piece) {
        return piece.kind == InlineKind::emphasis && piece.strength == 2;
      });
  return found == block.inlines.end() ? nullptr : &*found;
}

/// The pieces of the block that stand out by other means: emphasis, code, tags.
std::size_t count_other_marks(const Block& block) {
  return static_cast<std::size_t>(
      std::count_if(block.inlines.begin(), block.inlines.end(), [](const Inline& piece) {
        return (piece.kind == InlineKind::emphasis && piece.strength != 2) ||
               piece.kind == InlineKind::code || piece.kind == InlineKind::html;
      }));
}

/// Whether the translation has no bold either, nor anything instead of it, nor marks that were
/// meant as such.
bool is_plain(const Post& post, const Block& source, const Block& translation) {
  return first_bold(translation) == nullptr &&
         count_other_marks(translation) <= count_other_marks(source) &&
         literal_marks(post, translation).empty() && escaped_emphasis(post, translation).empty();
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const BlockPair& pair : block_pairs(subject)) {
    if (pair.source.size() != 1 || pair.translation.size() != 1) continue;
    const Block& source = pair.source.front();
    const Block& translation = pair.translation.front();
    if (source.kind != BlockKind::paragraph || translation.kind != source.kind) continue;
    const Inline* bold = first_bold(source);
    if (bold == nullptr || !is_plain(subject.translation, source, translation)) continue;
    findings.push_back({.span = translation.content,
                        .fields = {{"expected", short_quote(slice(subject.source, bold->span))}},
                        .source = bold->span});
  }
  return findings;
}

}  // namespace

CheckKind lost_emphasis() {
  return pair_kind("lost_emphasis", "A paragraph with words in bold has some in the translation.",
                   {"expected"}, run);
}

}  // namespace recto::checks
