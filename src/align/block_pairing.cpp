#include "align/block_pairing.h"

#include "align/likeness.h"

namespace recto {
namespace {

/// Two blocks may be one on the other side when they are neighbours and text.
bool can_join(const Side& side, std::size_t first, std::size_t second) {
  const Evidence& ours = side.evidence[first];
  const Evidence& next = side.evidence[second];
  return second == first + 1 && ours.kind == BlockKind::paragraph &&
         next.kind == BlockKind::paragraph && ours.container == next.container;
}

}  // namespace

double BlockPairing::gain(const Stretch& source, std::size_t i, std::size_t source_count,
                          const Stretch& translation, std::size_t j,
                          std::size_t translation_count) const {
  const Evidence& ours = source_.evidence[source.blocks[i]];
  const Evidence& theirs = translation_.evidence[translation.blocks[j]];
  // Headings have been judged with all that is known about them.
  if (ours.kind == BlockKind::heading || theirs.kind == BlockKind::heading) return 0;
  if (source_count == 2) {
    if (!can_join(source_, source.blocks[i], source.blocks[i + 1])) return 0;
    const Evidence both = joined(ours, source_.evidence[source.blocks[i + 1]]);
    return likeness(both, theirs, ratio_) - kAlone - kMerge;
  }
  if (translation_count == 2) {
    if (!can_join(translation_, translation.blocks[j], translation.blocks[j + 1])) return 0;
    const Evidence both = joined(theirs, translation_.evidence[translation.blocks[j + 1]]);
    return likeness(ours, both, ratio_) - kAlone - kMerge;
  }
  return likeness(ours, theirs, ratio_) - kAlone;
}

std::vector<Step> BlockPairing::paired(const Stretch& source, const Stretch& translation) const {
  return best_pairing(
      source.blocks.size(), translation.blocks.size(),
      [&](std::size_t i, std::size_t source_count, std::size_t j, std::size_t translation_count) {
        return gain(source, i, source_count, translation, j, translation_count);
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
