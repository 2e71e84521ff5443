#include "align/align.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "align/likeness.h"
#include "align/pairing.h"

// Two stages. Headings are paired first, over the whole post: each with the section under it as
// evidence. Those pairs cut both posts into stretches, and the blocks of each stretch are paired by
// themselves; a lost heading merely makes two stretches one. Sections that no order-preserving
// pairing takes, but that look alike, are moved ones.

namespace recto {
namespace {

constexpr std::size_t kMostMoves = 100'000;  // pairs of lone sections; more are no moves
constexpr std::size_t kMostShifts = 8;       // of a lone heading past its neighbours
constexpr double kSurely = 0.05;             // the gain that makes a shift worth while
constexpr double kRatioTolerance = 0.1;      // in natural logarithms

struct Side {
  const Post& post;
  std::vector<Evidence> evidence;
  std::vector<Section> sections;

  explicit Side(const Post& of) : post(of), evidence(evidence_of(of)) {}
};

struct SectionPair {
  std::size_t source = 0;  // indices into Side::sections
  std::size_t translation = 0;
  double likeness = 0;
};

/// Blocks of one side between two pairs of headings.
struct Stretch {
  std::size_t begin = 0;
  std::vector<std::size_t> blocks;

  /// Where the block at `i` stands, or would stand if there is none.
  std::size_t place(std::size_t i) const {
    if (i < blocks.size()) return blocks[i];
    return blocks.empty() ? begin : blocks.back() + 1;
  }
};

class Aligner {
 public:
  Aligner(const Post& source, const Post& translation)
      : source_(source), translation_(translation) {
    keep_common_tokens(source_.evidence, translation_.evidence);
    source_.sections = sections_of(source, source_.evidence);
    translation_.sections = sections_of(translation, translation_.evidence);
  }

  Alignment run() {
    const double usual = usual_length_ratio(source_.post.locale, translation_.post.locale);
    ratio_ = length_ratio(total_length(source_), total_length(translation_), usual);
    Alignment alignment = align_once();
    // What is missing on a side makes the ratio wrong; what has been paired tells it better.
    const double better = matched_ratio(alignment, usual);
    if (std::abs(std::log(better / ratio_)) < kRatioTolerance) return alignment;
    ratio_ = better;
    in_order_.clear();
    moved_.clear();
    lone_source_.clear();
    lone_translation_.clear();
    moved_source_.clear();
    moved_translation_.clear();
    return align_once();
  }

 private:
  static bool is_text(const Evidence& evidence) {
    return evidence.kind == BlockKind::paragraph || evidence.kind == BlockKind::row;
  }

  static double total_length(const Side& side) {
    double sum = 0;
    for (const Evidence& evidence : side.evidence) {
      if (is_text(evidence)) sum += static_cast<double>(evidence.length);
    }
    return sum;
  }

  double matched_ratio(const Alignment& alignment, double usual) const {
    double source = 0;
    double translation = 0;
    for (const Match& match : alignment) {
      if (match.source.count != 1 || match.translation.count != 1) continue;
      const Evidence& ours = source_.evidence[match.source.first];
      if (!is_text(ours)) continue;
      source += static_cast<double>(ours.length);
      translation += static_cast<double>(translation_.evidence[match.translation.first].length);
    }
    return length_ratio(source, translation, usual);
  }

  Alignment align_once() {
    pair_headings();
    settle_lone_headings();
    find_moved();
    Alignment alignment;
    std::size_t source_begin = 0;
    std::size_t translation_begin = 0;
    for (const SectionPair& pair : in_order_) {
      const std::size_t source_heading = source_.sections[pair.source].heading;
      const std::size_t translation_heading = translation_.sections[pair.translation].heading;
      pair_stretch(stretch(source_begin, source_heading, moved_source_),
                   stretch(translation_begin, translation_heading, moved_translation_), alignment);
      alignment.push_back({{source_heading, 1}, {translation_heading, 1}, pair.likeness});
      source_begin = source_heading + 1;
      translation_begin = translation_heading + 1;
    }
    pair_stretch(stretch(source_begin, source_.post.blocks.size(), moved_source_),
                 stretch(translation_begin, translation_.post.blocks.size(), moved_translation_),
                 alignment);
    for (const SectionPair& pair : moved_) insert_moved(pair, alignment);
    return alignment;
  }

  double section_likeness(std::size_t i, std::size_t j) const {
    const Section& source = source_.sections[i];
    const Section& translation = translation_.sections[j];
    return heading_likeness(source_.evidence[source.heading], source,
                            translation_.evidence[translation.heading], translation, ratio_);
  }

  void pair_headings() {
    const auto gain = [this](std::size_t i, std::size_t source_count, std::size_t j,
                             std::size_t translation_count) {
      if (source_count != 1 || translation_count != 1) return 0.0;
      return section_likeness(i, j) - kAlone;
    };
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step& step :
         best_pairing(source_.sections.size(), translation_.sections.size(), gain)) {
      if (step.source == 1 && step.translation == 1) {
        in_order_.push_back({i, j, step.gain + kAlone});
      } else if (step.source == 1) {
        lone_source_.push_back(i);
      } else {
        lone_translation_.push_back(j);
      }
      i += step.source;
      j += step.translation;
    }
  }

  /// Where a heading is lost, its section runs into the one before, and both may look like either.
  /// The blocks under them tell which of two neighbouring headings has a partner.
  void settle_lone_headings() {
    for (std::size_t& lone : lone_source_) {
      for (std::size_t shifts = 0; shifts < kMostShifts && settle(lone); ++shifts) {
      }
    }
    std::sort(lone_source_.begin(), lone_source_.end());
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
           gain_of(stretch(source_begin, heading, {}), stretch(translation_begin, partner, {})) +
           gain_of(stretch(heading + 1, source_end, {}), stretch(partner + 1, translation_end, {}));
  }

  double gain_of(const Stretch& source, const Stretch& translation) const {
    double sum = 0;
    for (const Step& step : paired(source, translation)) sum += step.gain;
    return sum;
  }

  void find_moved() {
    if (lone_source_.size() * lone_translation_.size() > kMostMoves) return;
    for (const std::size_t i : lone_source_) {
      std::optional<SectionPair> best;
      for (const std::size_t j : lone_translation_) {
        const double value = section_likeness(i, j);
        if (value >= kMoved && (!best || value > best->likeness)) best = {i, j, value};
      }
      if (!best) continue;
      moved_.push_back(*best);
      std::erase(lone_translation_, best->translation);
      mark(source_.sections[i], moved_source_, source_.post.blocks.size());
      mark(translation_.sections[best->translation], moved_translation_,
           translation_.post.blocks.size());
    }
  }

  static void mark(const Section& section, std::vector<bool>& moved, std::size_t count) {
    moved.resize(count);
    for (std::size_t i = section.heading; i < section.end; ++i) moved[i] = true;
  }

  /// The blocks from `begin` to `end` that no moved section took along.
  static Stretch stretch(std::size_t begin, std::size_t end, const std::vector<bool>& moved) {
    Stretch result{.begin = begin};
    for (std::size_t i = begin; i < end; ++i) {
      if (moved.empty() || !moved[i]) result.blocks.push_back(i);
    }
    return result;
  }

  /// Two blocks may be one on the other side when they are neighbours and text.
  static bool can_join(const Side& side, std::size_t first, std::size_t second) {
    const Evidence& ours = side.evidence[first];
    const Evidence& next = side.evidence[second];
    return second == first + 1 && ours.kind == BlockKind::paragraph &&
           next.kind == BlockKind::paragraph && ours.container == next.container;
  }

  double block_gain(const Stretch& source, std::size_t i, std::size_t source_count,
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

  std::vector<Step> paired(const Stretch& source, const Stretch& translation) const {
    const auto gain = [&](std::size_t i, std::size_t source_count, std::size_t j,
                          std::size_t translation_count) {
      return block_gain(source, i, source_count, translation, j, translation_count);
    };
    return best_pairing(source.blocks.size(), translation.blocks.size(), gain);
  }

  void pair_stretch(const Stretch& source, const Stretch& translation, Alignment& alignment) const {
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step& step : paired(source, translation)) {
      const bool is_match = step.source > 0 && step.translation > 0;
      alignment.push_back({{source.place(i), step.source},
                           {translation.place(j), step.translation},
                           is_match ? step.gain + kAlone : 0});
      i += step.source;
      j += step.translation;
    }
  }

  void insert_moved(const SectionPair& pair, Alignment& alignment) const {
    const Section& source = source_.sections[pair.source];
    const Section& translation = translation_.sections[pair.translation];
    Alignment moved = {{{source.heading, 1}, {translation.heading, 1}, pair.likeness, true}};
    pair_stretch(stretch(source.heading + 1, source.end, {}),
                 stretch(translation.heading + 1, translation.end, {}), moved);
    const auto behind = std::find_if(alignment.begin(), alignment.end(), [&](const Match& match) {
      return match.source.count > 0 && match.source.first > source.heading;
    });
    alignment.insert(behind, moved.begin(), moved.end());
  }

  Side source_;
  Side translation_;
  double ratio_ = 1;
  std::vector<SectionPair> in_order_;
  std::vector<SectionPair> moved_;
  std::vector<std::size_t> lone_source_;
  std::vector<std::size_t> lone_translation_;
  std::vector<bool> moved_source_;
  std::vector<bool> moved_translation_;
};

}  // namespace

Alignment align(const Post& source, const Post& translation) {
  return Aligner(source, translation).run();
}

Span place_before(const Post& post, std::size_t index) {
  if (index < post.blocks.size()) {
    const std::uint32_t begin = post.blocks[index].span.begin;
    return {begin, begin};
  }
  const std::uint32_t end = post.blocks.empty() ? post.body.end : post.blocks.back().span.end;
  return {end, end};
}

}  // namespace recto
