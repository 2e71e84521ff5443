#include "align/section_pairing.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "align/block_pairing.h"
#include "align/likeness.h"
#include "align/pairing.h"
#include "align/sorted_sections.h"

namespace recto {
namespace {

constexpr std::size_t kMostShifts = 8;    // of a lone heading past its neighbours
constexpr double kNeighbour = 0.04;       // what a match beside another is worth more
constexpr double kLastOnes = 0.35;        // the likeness of what is left between two pairs
constexpr std::size_t kMostLastOnes = 5;  // on each side
constexpr double kSurely = 0.05;          // the gain that makes a shift worth while

class SectionPairer {
 public:
  SectionPairer(const Side& source, const Side& translation, double ratio, Work& work)
      : source_(source),
        translation_(translation),
        ratio_(ratio),
        work_(work),
        blocks_(source, translation, ratio, work) {}

  SectionPairing run() {
    pair_headings();
    by_source_ = sections_by_tokens(source_, translation_, in_order_);
    if (!by_source_.empty()) return run_sorted();
    pair_last_ones();
    settle_lone_headings();
    SectionPairing pairing{std::move(in_order_), {}};
    find_moved(source_, translation_, ratio_, lone_, pairing, work_);
    return pairing;
  }

 private:
  /// Pairs those sections again that are not known by their tokens, each of which has its partner.
  SectionPairing run_sorted() {
    by_translation_.resize(translation_.sections.size());
    for (std::size_t i = 0; i < by_source_.size(); ++i) {
      if (by_source_[i]) by_translation_[*by_source_[i]] = i;
    }
    in_order_.clear();
    pair_headings();
    pair_last_ones();
    SectionPairing pairing{std::move(in_order_), {}};
    const auto is_known = [&](std::size_t i) { return by_source_[i].has_value(); };
    std::vector<SectionPair> sorted;
    for (const std::size_t i : lone_.source) {
      if (is_known(i)) sorted.push_back({i, *by_source_[i], section_likeness(i, *by_source_[i])});
    }
    std::erase_if(lone_.source, is_known);
    std::erase_if(lone_.translation, [&](std::size_t j) { return by_translation_[j].has_value(); });
    find_moved(source_, translation_, ratio_, lone_, pairing, work_);
    pairing.moved.insert(pairing.moved.end(), sorted.begin(), sorted.end());
    return pairing;
  }

  /// Whether one of the two sections has another partner.
  bool are_apart(std::size_t i, std::size_t j) const {
    if (by_source_.empty()) return false;
    return by_source_[i].value_or(j) != j || by_translation_[j].value_or(i) != i;
  }

  double section_likeness(std::size_t i, std::size_t j) const {
    if (are_apart(i, j)) return 0;
    return heading_likeness(source_.heading(i), source_.sections[i], translation_.heading(j),
                            translation_.sections[j], ratio_);
  }

  void pair_headings() {
    const auto gain = [this](std::size_t i, std::size_t source_count, std::size_t j,
                             std::size_t translation_count) {
      if (source_count != 1 || translation_count != 1) return -1.0;
      return section_likeness(i, j) - kAloneSection;
    };
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step& step : best_pairing(source_.sections.size(), translation_.sections.size(),
                                         gain, kNeighbour, work_)) {
      if (step.source == 1 && step.translation == 1) {
        in_order_.push_back({i, j, section_likeness(i, j)});
      }
      i += step.source;
      j += step.translation;
    }
  }

  /// Pairs what is left between two pairs, as many on one side as on the other: less must speak for
  /// it.
  void pair_last_ones() {
    std::vector<SectionPair> all;
    LoneSections lone;
    std::size_t i = 0;  // what would follow the pair before
    std::size_t j = 0;
    const auto close_gap = [&](std::size_t source_end, std::size_t translation_end) {
      const bool are_paired = may_be_in_order(i, source_end, j, translation_end);
      for (; are_paired && i < source_end; ++i, ++j) all.push_back({i, j, section_likeness(i, j)});
      for (; i < source_end; ++i) lone.source.push_back(i);
      for (; j < translation_end; ++j) lone.translation.push_back(j);
    };
    for (const SectionPair& pair : in_order_) {
      close_gap(pair.source, pair.translation);
      all.push_back(pair);
      i = pair.source + 1;
      j = pair.translation + 1;
    }
    close_gap(source_.sections.size(), translation_.sections.size());
    in_order_ = std::move(all);
    lone_ = std::move(lone);
  }

  /// Whether the sections from `i` and `j` on are as many on both sides, few, and none unlike its
  /// counterpart.
  bool may_be_in_order(std::size_t i, std::size_t source_end, std::size_t j,
                       std::size_t translation_end) const {
    if (source_end - i != translation_end - j || source_end - i > kMostLastOnes) return false;
    for (; i < source_end; ++i, ++j) {
      if (section_likeness(i, j) <= kLastOnes) return false;
    }
    return true;
  }

  /// Where a heading is lost, its section runs into the one before, and both may look like either.
  /// The blocks under them tell which of two neighbouring headings has a partner.
  void settle_lone_headings() {
    for (std::size_t& lone : lone_.source) {
      for (std::size_t shifts = 0; shifts < kMostShifts && settle(lone); ++shifts) {
      }
    }
    std::sort(lone_.source.begin(), lone_.source.end());
  }

  /// Gives `lone` the partner of a neighbour that can do better without; `lone` becomes that one.
  bool settle(std::size_t& lone) {
    const auto near = std::lower_bound(
        in_order_.begin(), in_order_.end(), lone,
        [](const SectionPair& pair, std::size_t source) { return pair.source < source; });
    const auto after = static_cast<std::size_t>(near - in_order_.begin());
    for (std::size_t k = after > 0 ? after - 1 : 0; k <= after && k < in_order_.size(); ++k) {
      const std::size_t taken = in_order_[k].source;
      if (taken + 1 != lone && taken != lone + 1) continue;
      if (total_gain(k, lone) <= total_gain(k, taken) + kSurely) continue;
      in_order_[k] = {lone, in_order_[k].translation,
                      section_likeness(lone, in_order_[k].translation)};
      lone = taken;
      return true;
    }
    return false;
  }

  /// What the blocks around the pair at `k` are worth when its source is the heading at `source`.
  double total_gain(std::size_t k, std::size_t source) const {
    const std::size_t translation = in_order_[k].translation;
    const std::size_t heading = source_.sections[source].heading;
    const std::size_t partner = translation_.sections[translation].heading;
    std::size_t source_begin = 0;
    std::size_t translation_begin = 0;
    if (k > 0) {
      source_begin = source_.sections[in_order_[k - 1].source].heading + 1;
      translation_begin = translation_.sections[in_order_[k - 1].translation].heading + 1;
    }
    std::size_t source_end = source_.post.blocks.size();
    std::size_t translation_end = translation_.post.blocks.size();
    if (k + 1 < in_order_.size()) {
      source_end = source_.sections[in_order_[k + 1].source].heading;
      translation_end = translation_.sections[in_order_[k + 1].translation].heading;
    }
    return heading_likeness(source_.evidence[heading], {}, translation_.evidence[partner], {},
                            ratio_) +
           blocks_.gain(stretch(source_begin, heading), stretch(translation_begin, partner)) +
           blocks_.gain(stretch(heading + 1, source_end), stretch(partner + 1, translation_end));
  }

  const Side& source_;
  const Side& translation_;
  double ratio_;
  Work& work_;
  BlockPairing blocks_;
  std::vector<SectionPair> in_order_;
  LoneSections lone_;
  // The partners of those that are known by their tokens, in posts that are sorted anew.
  std::vector<std::optional<std::size_t>> by_source_;
  std::vector<std::optional<std::size_t>> by_translation_;
};

}  // namespace

SectionPairing pair_sections(const Side& source, const Side& translation, double ratio,
                             Work& work) {
  return SectionPairer(source, translation, ratio, work).run();
}

}  // namespace recto
