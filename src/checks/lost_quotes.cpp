#include "checks/lost_quotes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string_view>

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

/// Whether the block at `index` opens an item that is not the first of its list: a step more, and
/// no quote.
bool is_next_item(const Post& post, std::size_t index) {
  if (index == 0 || !opens_item(post, index)) return false;
  const Container* before = item_of(post, post.blocks[index - 1]);
  return before != nullptr && before->parent == item_of(post, post.blocks[index])->parent;
}

/// Whether both have code within their lines, and none in common: they may not belong together.
bool have_other_code(const BlockPair& pair, const Subject& subject) {
  const auto codes = [](const Post& post, std::span<const Block> blocks) {
    std::set<std::string_view> texts;
    for (const Block& block : blocks) {
      for (const Inline& piece : block.inlines) {
        if (piece.kind == InlineKind::code) texts.insert(slice(post, piece.content));
      }
    }
    return texts;
  };
  const auto ours = codes(subject.source, pair.source);
  const auto theirs = codes(subject.translation, pair.translation);
  return !ours.empty() && !theirs.empty() &&
         std::none_of(ours.begin(), ours.end(),
                      [&](std::string_view text) { return theirs.contains(text); });
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
      const bool is_unsure = is_marked(subject.translation, theirs) ||
                             have_other_code(pair, subject) ||
                             is_next_item(subject.translation, run.first);
      lost.push_back({pair.match.source.first, run, is_unsure});
      last = quote;
    }
  }
  return lost;
}

}  // namespace recto::checks
