#include "align/block_pairing.h"

#include <optional>

#include "align/likeness.h"

namespace recto {
namespace {

/// Two blocks may be one on the other side when they are neighbours and text, but no two items.
bool can_join(const Side& side, std::size_t first, std::size_t second) {
  const Evidence& ours = side.evidence[first];
  const Evidence& next = side.evidence[second];
  return second == first + 1 && ours.kind == BlockKind::paragraph &&
         next.kind == BlockKind::paragraph && ours.container == next.container && !next.opens_item;
}

/// Each block of `stretch` and its next one as one, where they may be.
std::vector<std::optional<Evidence>> twos(const Side& side, const Stretch& stretch) {
  std::vector<std::optional<Evidence>> result(stretch.blocks.size());
  for (std::size_t i = 0; i + 1 < stretch.blocks.size(); ++i) {
    const std::size_t first = stretch.blocks[i];
    const std::size_t second = stretch.blocks[i + 1];
    if (!can_join(side, first, second)) continue;
    result[i] = joined(side.evidence[first], side.evidence[second]);
  }
  return result;
}

}  // namespace

/// What matching two blocks is worth; headings have been judged with all that is known about them.
double BlockPairing::gain(const Evidence& ours, const Evidence& theirs) const {
  if (ours.kind == BlockKind::heading || theirs.kind == BlockKind::heading) return 0;
  return likeness(ours, theirs, ratio_) - kAlone;
}

std::vector<Step> BlockPairing::paired(const Stretch& source, const Stretch& translation) const {
  const auto our_twos = twos(source_, source);
  const auto their_twos = twos(translation_, translation);
  return best_pairing(
      source.blocks.size(), translation.blocks.size(),
      [&](std::size_t i, std::size_t source_count, std::size_t j, std::size_t translation_count) {
        const Evidence& ours = source_.evidence[source.blocks[i]];
        const Evidence& theirs = translation_.evidence[translation.blocks[j]];
        if (source_count == 2) return our_twos[i] ? gain(*our_twos[i], theirs) - kMerge : 0;
        if (translation_count == 2) return their_twos[j] ? gain(ours, *their_twos[j]) - kMerge : 0;
        return gain(ours, theirs);
      },
      work_);
}

double BlockPairing::gain(const Stretch& source, const Stretch& translation) const {
  double sum = 0;
  for (const Step& step : paired(source, translation)) sum += step.gain;
  return sum;
}

void BlockPairing::append(const Stretch& source, const Stretch& translation,
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
