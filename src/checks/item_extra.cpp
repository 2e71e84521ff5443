// item_extra: list items that only the translation has.

#include <algorithm>

#include "checks/balance.h"
#include "checks/item_doubts.h"
#include "checks/items.h"

namespace recto::checks {
namespace {

constexpr std::size_t kNear = 20;  // an item is repeated within so many blocks

/// What an item says: its text, or an address that stands there instead of one.
std::string said(const Post& post, std::size_t index) {
  std::string text = plain_text(post, post.blocks[index]);
  return text.empty() ? std::string(slice(post, post.blocks[index].content)) : text;
}

/// Whether another item nearby says the same.
bool is_repeated(const Post& post, std::size_t index) {
  const std::string text = said(post, index);
  const std::size_t end = std::min(post.blocks.size(), index + kNear);
  for (std::size_t i = index < kNear ? 0 : index - kNear; i < end; ++i) {
    if (i != index && opens_item(post, i) && said(post, i) == text) return true;
  }
  return false;
}

Findings run(const Subject& subject) {
  Findings findings;
  const Post& translation = subject.translation;
  const auto extra = lone_items(translation, extra_blocks(subject));
  if (extra.empty()) return findings;
  const auto others = lone_items(subject.source, missing_blocks(subject));
  const Balance balance(subject);
  for (const LoneItems& lone : extra) {
    const std::size_t first = lone.blocks.front();
    Finding finding{.span = item_span(translation, first),
                    .source = place_before(subject.source, lone.place)};
    finding.fields = {{"item", item_text(translation, first)},
                      {"found", std::string(slice(translation, finding.span))},
                      {"count", std::to_string(lone.blocks.size())}};
    if (lone.blocks.size() > 1)
      finding.variant = "several";
    else if (is_repeated(translation, first))
      finding.variant = "repeated";
    if (is_balanced(lone, others) || balance.holds_extra(lone) ||
        item_doubts(subject).may_be_split(lone))
      finding.certainty = Certainty::unsure;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind item_extra() {
  return pair_kind("item_extra", "Every list item of the translation has one in the source.",
                   {"item", "found", "count"}, run);
}

}  // namespace recto::checks
