#include "checks/tag_balance.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "checks/tags.h"

namespace recto::checks {
namespace {

// `sub` and `sup` are placeholders: a lost half of them is reported as one.
constexpr std::array<std::string_view, 17> kPairedTags = {
    "a",   "abbr", "b", "cite", "code",  "del",  "em",     "font", "i",
    "ins", "pre",  "q", "ruby", "small", "span", "strong", "u"};

struct Uses {
  int balance = 0;  // opening ones less closing ones
  Span last_opening;
  Span first_closing;
};

using UsesByName = std::map<std::string_view, Uses>;

void add(const Post& post, const Inline& piece, UsesByName& uses) {
  if (piece.kind != InlineKind::html || slice(post, piece.span).ends_with("/>")) return;
  const auto tag = read_tag(post, piece.span);
  if (!tag) return;
  const std::string_view name = slice(post, tag->name);
  if (std::find(kPairedTags.begin(), kPairedTags.end(), name) == kPairedTags.end()) return;
  Uses& found = uses[name];
  found.balance += tag->is_closing ? -1 : 1;
  // Links do not nest: one that is open at the next is never closed.
  const bool is_known = name == "a" && found.balance == 2 && !tag->is_closing;
  if (!tag->is_closing && !is_known) found.last_opening = piece.span;
  if (tag->is_closing && found.first_closing.is_empty()) found.first_closing = piece.span;
}

UsesByName uses_in(const Post& post, std::span<const Block> blocks) {
  UsesByName uses;
  for (const Block& block : blocks) {
    for (const Inline& piece : block.inlines) add(post, piece, uses);
  }
  return uses;
}

}  // namespace

std::vector<LoneTag> lone_tags(const Subject& subject) {
  std::vector<LoneTag> lone;
  for (const BlockPair& pair : block_pairs(subject)) {
    const UsesByName translation = uses_in(subject.translation, pair.translation);
    const bool is_balanced = std::all_of(translation.begin(), translation.end(),
                                         [](const auto& use) { return use.second.balance == 0; });
    if (is_balanced) continue;
    const UsesByName source = uses_in(subject.source, pair.source);
    for (const auto& [name, theirs] : translation) {
      if (theirs.balance == 0) continue;
      const auto ours = source.find(name);
      if (ours == source.end() || ours->second.balance != 0) continue;
      const bool is_closing = theirs.balance < 0;
      lone.push_back({is_closing ? theirs.first_closing : theirs.last_opening,
                      is_closing ? ours->second.last_opening : ours->second.first_closing,
                      is_closing});
    }
  }
  return lone;
}

}  // namespace recto::checks
