// heading_level: a heading that is deeper or higher than the source's.

#include <algorithm>
#include <map>
#include <optional>
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

/// Headings whose level is off by one cause: all of a post, or all that the source has at a level.
struct Alike {
  std::size_t count = 0;
  std::optional<std::size_t> finding;  // its index, once there is one
};

/// Whether at least three headings are off, and all by the same.
bool are_alike(const std::vector<HeadingPair>& pairs) {
  constexpr std::size_t kFewest = 3;
  const auto shift = [](const HeadingPair& pair) {
    return pair.translation.level - pair.source.level;
  };
  return pairs.size() >= kFewest && shift(pairs.front()) != 0 &&
         std::all_of(pairs.begin(), pairs.end(),
                     [&](const HeadingPair& pair) { return shift(pair) == shift(pairs.front()); });
}

/// The levels of the source whose headings are all at another level, the same one.
std::map<int, Alike> levels_alike(const std::vector<HeadingPair>& pairs) {
  std::map<int, std::vector<HeadingPair>> by_level;
  for (const HeadingPair& pair : pairs) by_level[pair.source.level].push_back(pair);
  std::map<int, Alike> alike;
  for (const auto& [level, of_level] : by_level) {
    if (are_alike(of_level)) alike[level].count = of_level.size();
  }
  return alike;
}

/// Counts `finding` to those of its cause: one finding, and one fix for all of them.
void add_alike(Finding finding, Alike& alike, const std::string& variant, Findings& findings) {
  if (!alike.finding) {
    alike.finding = findings.size();
    finding.variant = variant;
    finding.fields["count"] = std::to_string(alike.count);
    return findings.push_back(std::move(finding));
  }
  Finding& first = findings[*alike.finding];
  if (first.fix && finding.fix) {
    first.fix->edits.push_back(finding.fix->edits.front());
  } else {
    first.fix.reset();
  }
}

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
std::vector<bool> below_extra_headings(const Subject& subject) {
  const std::vector<Block>& blocks = subject.translation.blocks;
  std::vector<bool> below(blocks.size());
  for (const LoneHeadings& lone : extra_headings(subject)) {
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
std::vector<bool> below_lost_headings(const Subject& subject) {
  const std::vector<Block>& blocks = subject.source.blocks;
  std::vector<bool> is_lost(blocks.size());
  for (const LoneHeadings& lone : missing_headings(subject)) {
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

bool is_off(const HeadingPair& pair) {
  return pair.source.level != pair.translation.level;
}

Findings run(const Subject& subject) {
  const std::vector<HeadingPair> pairs = heading_pairs(subject);
  if (std::none_of(pairs.begin(), pairs.end(), is_off)) return {};
  Alike all{pairs.size(), {}};
  const bool all_are_off = are_alike(pairs);
  std::map<int, Alike> levels = levels_alike(pairs);
  const std::vector<bool> below_extra = below_extra_headings(subject);
  const std::vector<bool> below_lost = below_lost_headings(subject);
  Findings findings;
  for (const HeadingPair& pair : pairs) {
    if (!is_off(pair)) continue;
    const bool is_moved_under = below_extra[pair.match.translation.first] &&
                                pair.translation.level == pair.source.level + 1;
    const bool lacks_parent =
        below_lost[pair.match.source.first] && pair.translation.level == pair.source.level - 1;
    if ((is_moved_under || lacks_parent) && !all_are_off) continue;
    Finding finding = finding_for(subject, pair);
    const auto level = levels.find(pair.source.level);
    if (all_are_off)
      add_alike(std::move(finding), all, "all", findings);
    else if (level != levels.end())
      add_alike(std::move(finding), level->second, "level", findings);
    else
      findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_level() {
  return {"heading_level",
          "A heading has the level of the source's.",
          {"expected", "found", "level", "expected_level", "count", "heading"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
