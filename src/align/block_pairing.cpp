#include "align/block_pairing.h"

#include <array>
#include <optional>
#include <vector>

#include "align/likeness.h"

namespace recto {
namespace {

constexpr double kNeighbour = 0.03;   // what a match beside another is worth more
constexpr double kLeadWeight = 0.2;   // of what two lead-ins lead to
constexpr double kNeutralLead = 0.5;  // a likeness there that says nothing

/// Two blocks may be one on the other side when they are neighbours and text, but no two items, or
/// HTML, which goes on up to an empty line.
bool can_join(const Side& side, std::size_t first, std::size_t second) {
  const Evidence& ours = side.evidence[first];
  const Evidence& next = side.evidence[second];
  const bool are_alike =
      ours.kind == next.kind && (ours.kind == BlockKind::paragraph || ours.kind == BlockKind::html);
  return second == first + 1 && are_alike && ours.container == next.container && !next.opens_item;
}

/// The blocks of a stretch, each by itself and as one with the next one or two, where they may be.
class MergedBlocks {
 public:
  MergedBlocks(const Side& side, const BlockStretch& stretch) : side_(side), stretch_(stretch) {
    const std::vector<std::size_t>& blocks = stretch.blocks;
    for (std::vector<std::optional<Evidence>>& merged : merged_) merged.resize(blocks.size());
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      if (!can_join(side, blocks[i - 1], blocks[i])) continue;
      const Evidence& next = side.evidence[blocks[i]];
      merged_[0][i - 1] = joined(side.evidence[blocks[i - 1]], next);
      if (i > 1 && merged_[0][i - 2]) merged_[1][i - 2] = joined(*merged_[0][i - 2], next);
    }
  }

  /// The block behind the one at `i`, if it stands next to it.
  const Evidence* next(std::size_t i) const {
    const std::vector<std::size_t>& blocks = stretch_.blocks;
    const bool has_next = i + 1 < blocks.size() && blocks[i + 1] == blocks[i] + 1;
    return has_next ? &side_.evidence[blocks[i + 1]] : nullptr;
  }

  /// `count` blocks from the one at `i` of the stretch; null where they cannot be one.
  const Evidence* at(std::size_t i, std::size_t count) const {
    if (count == 1) return &side_.evidence[stretch_.blocks[i]];
    const std::optional<Evidence>& merged = merged_[count - 2][i];
    return merged ? &*merged : nullptr;
  }

 private:
  const Side& side_;
  const BlockStretch& stretch_;
  std::array<std::vector<std::optional<Evidence>>, 2> merged_;  // twos and threes, by their first
};

/// What the blocks behind two lead-ins say of them, as "Note:" of two notes.
double lead_gain(const MergedBlocks& ours, std::size_t i, const MergedBlocks& theirs, std::size_t j,
                 double ratio) {
  if (!ours.at(i, 1)->leads_on || !theirs.at(j, 1)->leads_on) return 0;
  const Evidence* next = ours.next(i);
  const Evidence* other = theirs.next(j);
  if (next == nullptr || other == nullptr) return 0;
  const double alike = likeness(*next, *other, ratio);
  return alike > 0 ? kLeadWeight * (alike - kNeutralLead) : 0;
}

}  // namespace

/// What matching two blocks is worth; headings have been judged with all that is known about them.
double BlockPairing::gain(const Evidence& ours, const Evidence& theirs) const {
  if (ours.kind == BlockKind::heading || theirs.kind == BlockKind::heading) return -1;
  return likeness(ours, theirs, ratio_) - kAlone;
}

std::vector<Step> BlockPairing::paired(const BlockStretch& source,
                                       const BlockStretch& translation) const {
  const MergedBlocks ours(source_, source);
  const MergedBlocks theirs(translation_, translation);
  return best_pairing(
      source.blocks.size(), translation.blocks.size(),
      [&](std::size_t i, std::size_t source_count, std::size_t j, std::size_t translation_count) {
        const Evidence* left = ours.at(i, source_count);
        const Evidence* right = theirs.at(j, translation_count);
        if (left == nullptr || right == nullptr) return -1.0;
        const auto merges = static_cast<double>(source_count + translation_count - 2);
        const double lead = merges > 0 ? 0 : lead_gain(ours, i, theirs, j, ratio_);
        return gain(*left, *right) - kMerge * merges + lead;
      },
      kNeighbour, work_);
}

double BlockPairing::gain(const BlockStretch& source, const BlockStretch& translation) const {
  double sum = 0;
  for (const Step& step : paired(source, translation)) sum += step.gain;
  return sum;
}

void BlockPairing::append(const BlockStretch& source, const BlockStretch& translation,
                          Alignment& alignment) const {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Step& step : paired(source, translation)) {
    const bool is_match = step.source > 0 && step.translation > 0;
    alignment.push_back({{source.place(i), step.source},
                         {translation.place(j), step.translation},
                         is_match ? likeness_of_gain(step.gain) : 0});
    i += step.source;
    j += step.translation;
  }
}

}  // namespace recto
