#include "checks/counterparts.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/work.h"
#include "checks/check.h"

namespace recto::checks {
namespace {

constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);
/// Pairs of items in one match that are held against each other.
constexpr std::size_t kMostPairs = 256;
/// Where there are more, those of one place in the order, and so many on either side.
constexpr std::size_t kBeside = 8;

/// By so much likeness must differ to outweigh the order.
constexpr double kClearly = 0.15;

using Indices = std::vector<std::size_t>;

/// The items of one side, by match, less those that found their counterpart.
class Side {
 public:
  Side(const std::vector<Item>& items, const Alignment& alignment, Run Match::*run,
       std::size_t block_count)
      : items_(items), by_match_(alignment.size()), is_paired_(items.size()) {
    std::vector<std::size_t> match_of(block_count, kNoMatch);
    for (std::size_t i = 0; i < alignment.size(); ++i) {
      const Run& blocks = alignment[i].*run;
      for (std::size_t k = 0; k < blocks.count; ++k) match_of[blocks.first + k] = i;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (match_of[items[i].block] != kNoMatch) by_match_[match_of[items[i].block]].push_back(i);
    }
  }

  /// Those of `match` that are left.
  Indices left_in(std::size_t match) const {
    Indices left;
    for (const std::size_t i : by_match_[match]) {
      if (!is_paired_[i]) left.push_back(i);
    }
    return left;
  }
  Indices left() const {
    Indices left;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!is_paired_[i]) left.push_back(i);
    }
    return left;
  }
  std::string_view key(std::size_t item) const { return items_[item].key; }
  void pair(std::size_t item) { is_paired_[item] = true; }
  bool is_paired(std::size_t item) const { return is_paired_[item]; }

 private:
  const std::vector<Item>& items_;
  std::vector<Indices> by_match_;
  std::vector<bool> is_paired_;
};

class Pairing {
 public:
  Pairing(const Subject& subject, const std::vector<Item>& source,
          const std::vector<Item>& translation)
      : alignment_(subject.alignment),
        source_(source, subject.alignment, &Match::source, subject.source.blocks.size()),
        translation_(translation, subject.alignment, &Match::translation,
                     subject.translation.blocks.size()) {}

  Counterparts run(const Subject& subject, const MayStandFor& may_stand_for,
                   const ItemLikeness& likeness) {
    for (std::size_t match = 0; match < alignment_.size(); ++match) {
      pair_equal(source_.left_in(match), translation_.left_in(match));
    }
    pair_equal(source_.left(), translation_.left());
    for (std::size_t match = 0; match < alignment_.size(); ++match) {
      pair_like(match, may_stand_for);
    }
    for (std::size_t match = 0; match < alignment_.size(); ++match) {
      if (!is_explained(subject, match)) collect_differences(match, likeness);
    }
    return std::move(result_);
  }

 private:
  static bool is_explained(const Subject& subject, std::size_t index) {
    const Match& match = subject.alignment[index];
    return (match.source.count > 0 && explains_source(subject.causes, match.source.first)) ||
           (match.translation.count > 0 &&
            explains_translation(subject.causes, match.translation.first));
  }

  void pair(std::size_t source, std::size_t translation) {
    source_.pair(source);
    translation_.pair(translation);
    result_.same.push_back({source, translation});
  }

  void pair_equal(const Indices& source, const Indices& translation) {
    if (source.empty() || translation.empty()) return;
    std::unordered_map<std::string_view, Indices> places;  // last first
    for (auto i = translation.rbegin(); i != translation.rend(); ++i) {
      places[translation_.key(*i)].push_back(*i);
    }
    for (const std::size_t i : source) {
      const auto found = places.find(source_.key(i));
      if (found == places.end() || found->second.empty()) continue;
      pair(i, found->second.back());
      found->second.pop_back();
    }
  }

  void pair_like(std::size_t match, const MayStandFor& may_stand_for) {
    const Indices source = source_.left_in(match);
    const Indices translation = translation_.left_in(match);
    const bool holds_all = source.size() * translation.size() <= kMostPairs;
    for (std::size_t place = 0; place < source.size(); ++place) {
      const std::size_t i = source[place];
      const std::size_t size = translation.size();
      const std::size_t first = holds_all ? 0 : std::min(size, place - std::min(place, kBeside));
      const std::size_t behind = holds_all ? size : std::min(size, place + kBeside + 1);
      for (std::size_t k = first; k < behind; ++k) {
        const std::size_t j = translation[k];
        if (translation_.is_paired(j) || !may_stand_for(i, j)) continue;
        pair(i, j);
        break;
      }
    }
  }

  void collect_differences(std::size_t match, const ItemLikeness& likeness) {
    Indices source = source_.left_in(match);
    Indices translation = translation_.left_in(match);
    count_.add(std::max(source.size(), translation.size()));
    // Where each has one, order speaks as well.
    const double better = source.size() == translation.size() ? kClearly : 0;
    const bool can_compare = source.size() * translation.size() <= kMostPairs;
    for (const std::size_t i : source) {
      Difference difference{.source = i, .match = match};
      const auto best =
          can_compare ? most_alike(i, translation, likeness, better) : translation.begin();
      if (best != translation.end()) {
        difference.translation = *best;
        translation.erase(best);
      }
      result_.differences.push_back(difference);
    }
    for (const std::size_t j : translation) {
      result_.differences.push_back({.translation = j, .match = match});
    }
  }

  /// The first of `translation` unless another is more like the item of the source, by more than
  /// `better`; the end where none can be what it became.
  static Indices::iterator most_alike(std::size_t source, Indices& translation,
                                      const ItemLikeness& likeness, double better) {
    auto best = translation.end();
    double most = -1;
    for (auto j = translation.begin(); j != translation.end(); ++j) {
      const double alike = likeness(source, *j);
      if (alike < 0 || alike <= most + better) continue;
      best = j;
      most = alike;
    }
    return best;
  }

  const Alignment& alignment_;
  Side source_;
  Side translation_;
  Counterparts result_;
  Work count_{kMostFindings};  // of differences
};

}  // namespace

Counterparts counterparts(const Subject& subject, const std::vector<Item>& source,
                          const std::vector<Item>& translation, const MayStandFor& may_stand_for,
                          const ItemLikeness& likeness) {
  return Pairing(subject, source, translation).run(subject, may_stand_for, likeness);
}

}  // namespace recto::checks
