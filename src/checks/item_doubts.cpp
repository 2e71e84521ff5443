#include "checks/item_doubts.h"

#include <algorithm>
#include <optional>

#include "align/likeness.h"
#include "checks/check.h"
#include "checks/item_sums.h"
#include "checks/items.h"

namespace recto::checks {
namespace {

/// What one pairing must be better by to be the right one.
constexpr double kTelling = 0.01;

/// The block of `post` that opens the item before the one at `index`, or behind it, in its list.
std::optional<std::size_t> item_beside(const Post& post, std::size_t index, int step) {
  constexpr std::size_t kFarthest = 10;  // blocks, which an item may have
  const Container* item = item_of(post, post.blocks[index]);
  if (item == nullptr || !item->parent) return std::nullopt;
  std::size_t at = index;
  for (std::size_t looks = 0; looks < kFarthest; ++looks) {
    if (step < 0 ? at == 0 : at + 1 >= post.blocks.size()) return std::nullopt;
    at = step < 0 ? at - 1 : at + 1;
    const Container* other = item_of(post, post.blocks[at]);
    if (other != nullptr && other->parent == item->parent && opens_item(post, at)) return at;
  }
  return std::nullopt;
}

/// The blocks that open the items of the list which the block at `index` opens an item of; none of
/// a long one.
std::vector<std::size_t> list_around(const Post& post, std::size_t index) {
  constexpr std::size_t kMostItems = 120;
  std::vector<std::size_t> items{index};
  for (auto at = item_beside(post, index, -1); at; at = item_beside(post, *at, -1)) {
    items.push_back(*at);
    if (items.size() > kMostItems) return {};
  }
  std::reverse(items.begin(), items.end());
  for (auto at = item_beside(post, index, 1); at; at = item_beside(post, *at, 1)) {
    items.push_back(*at);
    if (items.size() > kMostItems) return {};
  }
  return items;
}

/// The list of `post` that one of `items` has a partner in; empty without one.
std::vector<std::size_t> list_of_partners(const Post& post, const std::vector<std::size_t>& items,
                                          const std::map<std::size_t, std::size_t>& partners) {
  for (const std::size_t item : items) {
    const auto partner = partners.find(item);
    if (partner != partners.end() && opens_item(post, partner->second)) {
      return list_around(post, partner->second);
    }
  }
  return {};
}

/// Whether an item begins with what it explains, as `- Lid: blue` does: it is none with another.
bool is_entry(const Post& post, std::size_t index) {
  constexpr std::ptrdiff_t kMostBlanks = 2;
  const Block& block = post.blocks[index];
  const std::string text = plain_text(post, block);
  const std::size_t colon = text.find(": ");
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(colon, text.size()));
  if (colon != text.npos && std::count(text.begin(), end, ' ') <= kMostBlanks) return true;
  if (block.inlines.empty()) return false;
  const Inline& first = block.inlines.front();
  return first.span.begin == block.content.begin &&
         (first.kind == InlineKind::code || first.kind == InlineKind::emphasis);
}

std::vector<Evidence> evidence_at(const std::vector<Evidence>& all,
                                  const std::vector<std::size_t>& items) {
  std::vector<Evidence> result;
  result.reserve(items.size());
  for (const std::size_t item : items) result.push_back(all[item]);
  return result;
}

}  // namespace

ItemDoubts::ItemDoubts(const Subject& subject)
    : source_(subject.source),
      translation_(subject.translation),
      ours_(evidence_of(subject.source)),
      theirs_(evidence_of(subject.translation)) {
  note_copies(ours_, theirs_);
  keep_common_tokens(ours_, theirs_);
  double ours = 0;
  double theirs = 0;
  for (const Match& match : subject.alignment) {
    if (match.source.count != 1 || match.translation.count != 1) continue;
    partners_[match.source.first] = match.translation.first;
    sources_[match.translation.first] = match.source.first;
    ours += static_cast<double>(ours_[match.source.first].length);
    theirs += static_cast<double>(theirs_[match.translation.first].length);
  }
  ratio_ = length_ratio(ours, theirs,
                        usual_length_ratio(subject.source.locale, subject.translation.locale));
}

bool ItemDoubts::could_be(std::size_t lost, std::size_t kept) const {
  const auto partner = partners_.find(kept);
  if (partner == partners_.end()) return false;
  const Evidence& translation = theirs_[partner->second];
  return likeness(ours_[lost], translation, ratio_) + kTelling >
         likeness(ours_[kept], translation, ratio_);
}

bool ItemDoubts::may_be_beside(const LoneItems& lone) const {
  const auto before = item_beside(source_, lone.blocks.front(), -1);
  const auto behind = item_beside(source_, lone.blocks.back(), 1);
  return (before && could_be(lone.blocks.back(), *before)) ||
         (behind && could_be(lone.blocks.front(), *behind));
}

bool ItemDoubts::may_be_joined(const LoneItems& missing) const {
  if (is_entry(source_, missing.blocks.front())) return false;
  const auto ours = list_around(source_, missing.blocks.front());
  const auto theirs = list_of_partners(translation_, ours, partners_);
  return are_joined(evidence_at(ours_, ours), evidence_at(theirs_, theirs), ratio_);
}

bool ItemDoubts::may_be_split(const LoneItems& extra) const {
  if (is_entry(translation_, extra.blocks.front())) return false;
  const auto theirs = list_around(translation_, extra.blocks.front());
  const auto ours = list_of_partners(source_, theirs, sources_);
  return are_joined(evidence_at(theirs_, theirs), evidence_at(ours_, ours), 1 / ratio_);
}

const ItemDoubts& item_doubts(const Subject& subject) {
  auto& doubts = subject.shared.item_doubts;
  if (!doubts) doubts.emplace(subject);
  return *doubts;
}

}  // namespace recto::checks
