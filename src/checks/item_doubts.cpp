#include "checks/item_doubts.h"

#include <optional>

#include "align/likeness.h"

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

}  // namespace

ItemDoubts::ItemDoubts(const Subject& subject)
    : source_(subject.source),
      ours_(evidence_of(subject.source)),
      theirs_(evidence_of(subject.translation)) {
  note_copies(ours_, theirs_);
  keep_common_tokens(ours_, theirs_);
  double ours = 0;
  double theirs = 0;
  for (const Match& match : subject.alignment) {
    if (match.source.count != 1 || match.translation.count != 1) continue;
    partners_[match.source.first] = match.translation.first;
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

}  // namespace recto::checks
