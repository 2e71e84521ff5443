// heading_level: a heading that is deeper or higher than the source's.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "checks/headings.h"

namespace recto::checks {
namespace {

bool is_atx(const Post& post, const Block& heading) {
  return slice(post, heading.marker).starts_with('#');
}

std::string marks(int level) {
  return std::string(static_cast<std::size_t>(level), '#');
}

/// By how much every heading is off, when all are off by the same.
std::optional<int> common_shift(const std::vector<HeadingPair>& pairs) {
  if (pairs.size() < 3) return std::nullopt;
  const int shift = pairs.front().translation.level - pairs.front().source.level;
  const bool is_common = std::all_of(pairs.begin(), pairs.end(), [&](const HeadingPair& pair) {
    return pair.translation.level - pair.source.level == shift;
  });
  return is_common && shift != 0 ? std::optional(shift) : std::nullopt;
}

/// What tells that it is the translation which is off, for all that one post can tell.
class LevelEvidence {
 public:
  explicit LevelEvidence(const std::vector<HeadingPair>& pairs) {
    std::map<std::size_t, Levels> in_order;  // by block of the translation
    for (const HeadingPair& pair : pairs) in_order[pair.match.translation.first] = levels_of(pair);
    Levels before{0, 0};
    for (const auto& [block, levels] : in_order) {
      if (levels.first == levels.second) agreed_.insert(levels.first);
      const bool is_child = levels == Levels{before.first, before.first};
      if (is_child && before.second < before.first) parents_.insert(before);
      before = levels;
    }
  }

  /// Whether others agree on the level that the source has here, and no heading that is off as
  /// `pair` is would become one beside those below it: all of them are mended together.
  bool is_sure(const HeadingPair& pair) const {
    return agreed_.contains(pair.source.level) && !parents_.contains(levels_of(pair));
  }

 private:
  using Levels = std::pair<int, int>;  // of the source, of the translation

  static Levels levels_of(const HeadingPair& pair) {
    return {pair.source.level, pair.translation.level};
  }

  std::set<int> agreed_;
  std::set<Levels> parents_;
};

Finding finding_for(const Subject& subject, const HeadingPair& pair) {
  Finding finding{.span = pair.translation.marker, .source = pair.source.marker};
  finding.fields = {{"expected", marks(pair.source.level)},
                    {"found", marks(pair.translation.level)},
                    {"expected_level", std::to_string(pair.source.level)},
                    {"level", std::to_string(pair.translation.level)},
                    {"heading", heading_text(subject.source, pair.source)}};
  if (pair.translation.level == pair.source.level + 1) finding.variant = "deeper";
  if (pair.translation.level == pair.source.level - 1) finding.variant = "higher";
  if (is_atx(subject.translation, pair.translation)) {
    finding.fix =
        Fix{.safety = Safety::safe, .edits = {{pair.translation.marker, marks(pair.source.level)}}};
  }
  return finding;
}

/// The blocks of the translation that stand below a heading without a match, which was put above
/// others: that one is the finding, unless it is a title, which may stand there.
std::vector<bool> below_extra_headings(const Subject& subject,
                                       const std::vector<LoneHeadings>& extra_headings) {
  const std::vector<Block>& blocks = subject.translation.blocks;
  std::vector<bool> below(blocks.size());
  for (const LoneHeadings& lone : extra_headings) {
    const std::size_t extra = lone.blocks.back();
    const int level = blocks[extra].level;
    if (lone.with_content || level == 1) continue;
    for (std::size_t i = extra + 1; i < blocks.size() && !below[i]; ++i) {
      if (blocks[i].kind == BlockKind::heading && blocks[i].level <= level) break;
      below[i] = true;
    }
  }
  return below;
}

/// The headings of the source whose parent the translation lacks: one that is a level higher there
/// stands where it should.
std::vector<bool> below_lost_headings(const Subject& subject,
                                      const std::vector<LoneHeadings>& missing_headings) {
  const std::vector<Block>& blocks = subject.source.blocks;
  std::vector<bool> is_lost(blocks.size());
  for (const LoneHeadings& lone : missing_headings) {
    for (const std::size_t block : lone.blocks) is_lost[block] = true;
  }
  std::vector<bool> below(blocks.size());
  std::vector<std::size_t> parents;  // of the heading at hand, the nearest last
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::heading) continue;
    while (!parents.empty() && blocks[parents.back()].level >= blocks[i].level) parents.pop_back();
    below[i] = !parents.empty() && is_lost[parents.back()];
    parents.push_back(i);
  }
  return below;
}

/// Whether headings of one side only stand around `pair`, and little speaks for it: one of those
/// may be the one that is meant.
bool may_be_mistaken(const HeadingPair& pair, bool has_lone_headings) {
  constexpr double kSure = 0.5;  // likeness
  return has_lone_headings && pair.match.likeness < kSure;
}

/// The headings of the translation that have none without a match before or behind them: beside
/// one, that one may be meant.
std::set<std::size_t> beside_lone_headings(const Subject& subject,
                                           const std::vector<LoneHeadings>& extra_headings) {
  std::set<std::size_t> lone;
  for (const LoneHeadings& extra : extra_headings)
    lone.insert(extra.blocks.begin(), extra.blocks.end());
  std::set<std::size_t> beside;
  std::optional<std::size_t> before;
  const std::vector<Block>& blocks = subject.translation.blocks;
  for (std::size_t i = 0; i < blocks.size() && !lone.empty(); ++i) {
    if (blocks[i].kind != BlockKind::heading) continue;
    if (before && lone.contains(*before)) beside.insert(i);
    if (before && lone.contains(i)) beside.insert(*before);
    before = i;
  }
  return beside;
}

bool is_off(const HeadingPair& pair) {
  return pair.source.level != pair.translation.level;
}

Findings run(const Subject& subject) {
  const std::vector<HeadingPair> pairs = heading_pairs(subject);
  if (std::none_of(pairs.begin(), pairs.end(), is_off)) return {};
  const bool all_are_off = common_shift(pairs).has_value();
  const LevelEvidence evidence(pairs);
  const std::vector<LoneHeadings> missing = missing_headings(subject);
  const std::vector<LoneHeadings> extra = extra_headings(subject);
  const std::vector<bool> below_extra = below_extra_headings(subject, extra);
  const std::vector<bool> below_lost = below_lost_headings(subject, missing);
  const std::set<std::size_t> beside_lone = beside_lone_headings(subject, extra);
  const bool has_lone_headings = !missing.empty() || !extra.empty();
  Findings findings;
  for (const HeadingPair& pair : pairs) {
    if (!is_off(pair)) continue;
    const bool is_moved_under = below_extra[pair.match.translation.first] &&
                                pair.translation.level == pair.source.level + 1;
    const bool lacks_parent =
        below_lost[pair.match.source.first] && pair.translation.level == pair.source.level - 1;
    if ((is_moved_under || lacks_parent) && !all_are_off) continue;
    Finding finding = finding_for(subject, pair);
    if (may_be_mistaken(pair, has_lone_headings)) make_doubtful(finding);
    if (!all_are_off) {
      const bool is_sure =
          evidence.is_sure(pair) && !beside_lone.contains(pair.match.translation.first);
      if (finding.fix && !is_sure) finding.fix->safety = Safety::unsafe;
      findings.push_back(std::move(finding));
    } else if (findings.empty()) {
      finding.variant = "all";
      finding.fields["count"] = std::to_string(pairs.size());
      findings.push_back(std::move(finding));
    } else if (findings.front().fix && finding.fix) {
      // One cause, one finding, one fix for all of them.
      findings.front().fix->edits.push_back(finding.fix->edits.front());
    } else {
      findings.front().fix.reset();
    }
  }
  if (all_are_off && findings.front().fix) {
    // What stands above them all, a title perhaps, may be why.
    if (!extra.empty()) findings.front().fix->safety = Safety::unsafe;
    // In the order of the text, in which sections may have been moved.
    std::vector<Edit>& edits = findings.front().fix->edits;
    std::sort(edits.begin(), edits.end(), [](const Edit& left, const Edit& right) {
      return left.span.begin < right.span.begin;
    });
    findings.front().span = edits.front().span;
  }
  return findings;
}

}  // namespace

CheckKind heading_level() {
  return pair_kind("heading_level", "A heading has the level of the source's.",
                   {"expected", "found", "level", "expected_level", "count", "heading"}, run);
}

}  // namespace recto::checks
