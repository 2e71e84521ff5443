// heading_order: a section that stands in another order. Reported once, at the first heading of the
// translation that comes before one which precedes it in the source.

#include <algorithm>

#include "checks/headings.h"

namespace recto::checks {
namespace {

using Pairs = std::vector<HeadingPair>;

std::size_t place(const HeadingPair& pair) {
  return pair.match.translation.first;
}

/// The end of the moved sections from `first` on that stand one behind the other on both sides.
std::size_t end_of_moved(const Pairs& pairs, std::size_t first) {
  std::size_t end = first + 1;
  while (end < pairs.size() && pairs[end].match.moved &&
         place(pairs[end]) > place(pairs[end - 1])) {
    ++end;
  }
  return end;
}

/// Two sections: `early` comes first in the translation, and second in the source.
struct Disorder {
  const HeadingPair* early = nullptr;
  const HeadingPair* late = nullptr;
};

/// What the sections moved to `moved` make the reader meet too early. `kept` are those that stand
/// in the order of the source, in that order.
std::optional<Disorder> disorder(const HeadingPair& moved,
                                 const std::vector<const HeadingPair*>& kept) {
  const auto by_translation = [](std::size_t at, const HeadingPair* pair) {
    return at < place(*pair);
  };
  const auto by_source = [](std::size_t at, const HeadingPair* pair) {
    return at < pair->match.source.first;
  };
  const auto behind_it = std::upper_bound(kept.begin(), kept.end(), place(moved), by_translation);
  const auto next_of_source =
      std::upper_bound(kept.begin(), kept.end(), moved.match.source.first, by_source);
  if (behind_it < next_of_source) return Disorder{&moved, *behind_it};       // moved up
  if (next_of_source < behind_it) return Disorder{*next_of_source, &moved};  // moved down
  return std::nullopt;
}

Findings run(const Subject& subject) {
  const Pairs pairs = heading_pairs(subject);
  std::vector<const HeadingPair*> kept;
  for (const HeadingPair& pair : pairs) {
    if (!pair.match.moved) kept.push_back(&pair);
  }
  Findings findings;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i].match.moved) continue;
    const auto found = disorder(pairs[i], kept);
    i = end_of_moved(pairs, i) - 1;
    if (!found) continue;
    Finding finding{.span = found->early->translation.span, .source = found->early->source.span};
    finding.fields = {{"heading", heading_text(subject.source, found->early->source)},
                      {"place", heading_text(subject.source, found->late->source)}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_order() {
  return pair_kind("heading_order", "The sections stand in the order of the source.",
                   {"heading", "place"}, run);
}

}  // namespace recto::checks
