#include "checks/lost_quotes.h"

#include <algorithm>
#include <optional>

#include "checks/blocks.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Whether the quote `[!NOTE]` begins with is a box, which is another rule's.
bool is_alert(const Post& post, std::size_t quote) {
  const auto first = std::partition_point(
      post.blocks.begin(), post.blocks.end(),
      [&](const Block& block) { return block.span.begin < post.containers[quote].span.begin; });
  return first != post.blocks.end() && first->kind == BlockKind::directive;
}

/// Whether something else may stand around the block at `index`: a tag, a shortcode, an admonition.
bool is_wrapped(const Post& post, std::size_t index) {
  if (index == 0) return false;
  const BlockKind before = post.blocks[index - 1].kind;
  return before == BlockKind::html || before == BlockKind::directive || before == BlockKind::esm;
}

/// Whether `block` stands in quotation marks or italics.
bool is_marked(const Post& post, const Block& block) {
  std::size_t at = block.content.begin;
  const char32_t first = next_code_point(post.text, at);
  return first == U'*' || first == U'_' || may_open_quotation(first);
}

}  // namespace

std::vector<LostQuote> lost_quotes(const Subject& subject) {
  std::vector<LostQuote> lost;
  std::optional<std::size_t> last;  // the quote of the last one
  for (const BlockPair& pair : block_pairs(subject)) {
    const Block& ours = pair.source.front();
    const Block& theirs = pair.translation.front();
    const bool are_paragraphs = ours.kind == BlockKind::paragraph &&
                                theirs.kind == BlockKind::paragraph && pair.source.size() == 1;
    const auto quote = quote_around(subject.source, ours);
    if (!are_paragraphs || !quote || quote_around(subject.translation, theirs)) continue;
    const Run& run = pair.match.translation;
    if (last == quote && run.first == lost.back().translation.end()) {
      lost.back().translation.count += run.count;
    } else if (last != quote && !is_alert(subject.source, *quote) &&
               !is_wrapped(subject.translation, run.first)) {
      lost.push_back({pair.match.source.first, run, is_marked(subject.translation, theirs)});
      last = quote;
    }
  }
  return lost;
}

}  // namespace recto::checks
