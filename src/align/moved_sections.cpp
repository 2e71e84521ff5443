// Sections that no order-preserving pairing takes, but that look alike, are moved ones. So are two
// neighbours that were paired in order and fit much better crosswise.

#include <optional>
#include <utility>

#include "align/block_pairing.h"
#include "align/likeness.h"
#include "align/section_pairing.h"

namespace recto {
namespace {

constexpr std::size_t kMostMoves = 100'000;  // pairs of lone sections; more are no moves
// The gain that makes two sections crossed ones: three times what real pages in order come to.
constexpr double kCrosswise = 0.15;

class MovedSections {
 public:
  MovedSections(const Side& source, const Side& translation, double ratio, Work& work)
      : source_(source),
        translation_(translation),
        ratio_(ratio),
        blocks_(source, translation, ratio, work) {}

  /// The lone sections that look alike.
  std::vector<SectionPair> among(const LoneSections& lone) const {
    std::vector<SectionPair> moved;
    if (lone.source.size() * lone.translation.size() > kMostMoves) return moved;
    std::vector<std::size_t> left = lone.translation;
    for (const std::size_t i : lone.source) {
      std::optional<SectionPair> best;
      for (const std::size_t j : left) {
        const SectionPair pair = paired(i, j);
        if (pair.likeness >= kMoved && (!best || pair.likeness > best->likeness)) best = pair;
      }
      if (!best) continue;
      moved.push_back(*best);
      std::erase(left, best->translation);
    }
    return moved;
  }

  /// The neighbours that were paired in order and fit crosswise; in `in_order` one of them stays.
  std::vector<SectionPair> crossed(std::vector<SectionPair>& in_order) const {
    std::vector<SectionPair> moved;
    std::vector<SectionPair> kept;
    std::vector<std::optional<double>> straight(in_order.size());
    for (std::size_t k = 0; k < in_order.size(); ++k) {
      SectionPair pair = in_order[k];
      if (k + 1 < in_order.size() &&
          fit_crosswise(pair, straight[k], in_order[k + 1], straight[k + 1])) {
        const SectionPair& next = in_order[++k];
        moved.push_back(paired(next.source, pair.translation));
        pair = paired(pair.source, next.translation);
      }
      kept.push_back(pair);
    }
    in_order = std::move(kept);
    return moved;
  }

 private:
  SectionPair paired(std::size_t i, std::size_t j) const {
    return {i, j,
            heading_likeness(source_.heading(i), source_.sections[i], translation_.heading(j),
                             translation_.sections[j], ratio_)};
  }

  /// `first_worth` and `second_worth` are filled in: the next look needs one of them again.
  bool fit_crosswise(const SectionPair& first, std::optional<double>& first_worth,
                     const SectionPair& second, std::optional<double>& second_worth) const {
    const bool are_neighbours =
        second.source == first.source + 1 && second.translation == first.translation + 1 &&
        source_.heading(first.source).level == source_.heading(second.source).level &&
        translation_.heading(first.translation).level ==
            translation_.heading(second.translation).level;
    if (!are_neighbours) return false;
    if (!first_worth) first_worth = worth(first.source, first.translation);
    if (!second_worth) second_worth = worth(second.source, second.translation);
    const double straight = *first_worth + *second_worth;
    const double crosswise =
        worth(first.source, second.translation) + worth(second.source, first.translation);
    return crosswise > straight + kCrosswise;
  }

  /// What the headings and the blocks of two sections are worth as a pair.
  double worth(std::size_t i, std::size_t j) const {
    return heading_likeness(source_.heading(i), {}, translation_.heading(j), {}, ratio_) +
           blocks_.gain(stretch(source_.sections[i]), stretch(translation_.sections[j]));
  }

  const Side& source_;
  const Side& translation_;
  double ratio_;
  BlockPairing blocks_;
};

}  // namespace

void find_moved(const Side& source, const Side& translation, double ratio, const LoneSections& lone,
                SectionPairing& pairing, Work& work) {
  const MovedSections moved(source, translation, ratio, work);
  pairing.moved = moved.among(lone);
  const std::vector<SectionPair> crossed = moved.crossed(pairing.in_order);
  pairing.moved.insert(pairing.moved.end(), crossed.begin(), crossed.end());
}

}  // namespace recto
