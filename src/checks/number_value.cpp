// number_value: the numbers of the source stand in the translation, by value.
//
// A number that is left on one side alone may be a word on the other ("two", the month of a date),
// and is passed over unless it has many digits. A number left on each side is a change; the surer,
// the more it looks like a slip of the pen.

#include <algorithm>
#include <map>
#include <utility>

#include "checks/front_matter.h"
#include "checks/number_change.h"
#include "checks/number_rest.h"
#include "checks/sameness.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// What the blocks below one heading of the source do not share: a number that moved to another
/// paragraph is there on both sides.
struct Pool {
  std::vector<double> source;
  std::vector<double> translation;
};

struct PlacedRest {
  std::size_t section = 0;
  const BlockPair* pair = nullptr;
  NumberRest rest;
};

/// For each block of the source the number of headings up to it, and one more for the end.
std::vector<std::size_t> section_numbers(const Post& source) {
  std::vector<std::size_t> numbers;
  std::size_t count = 0;
  for (const Block& block : source.blocks) {
    if (block.kind == BlockKind::heading) ++count;
    numbers.push_back(count);
  }
  numbers.push_back(count);
  return numbers;
}

void append(std::vector<double>& values, const std::vector<double>& more) {
  values.insert(values.end(), more.begin(), more.end());
}

/// The pools of the sections that `rests` stand in.
std::map<std::size_t, Pool> pools_of(const Subject& subject, const std::vector<BlockPair>& pairs,
                                     const std::vector<PlacedRest>& rests,
                                     const std::vector<std::size_t>& sections) {
  std::map<std::size_t, Pool> pools;
  for (const PlacedRest& placed : rests) pools[placed.section];
  const auto pool_at = [&](std::size_t block) {
    const auto found = pools.find(sections[block]);
    return found == pools.end() ? nullptr : &found->second;
  };
  for (const BlockPair& pair : pairs) {
    Pool* pool = pool_at(pair.match.source.first);
    if (pool == nullptr) continue;
    const NumberRest rest = number_rest(subject, pair);
    for (const LoneNumber& lone : rest.source) append(pool->source, lone.number.values);
    for (const LoneNumber& lone : rest.translation) append(pool->translation, lone.number.values);
  }
  for (const LoneBlock& lone : missing_blocks(subject)) {
    const Block& block = subject.source.blocks[lone.block];
    if (Pool* pool = pool_at(lone.block)) {
      append(pool->source, number_readings(subject.source, block));
    }
  }
  for (const LoneBlock& lone : extra_blocks(subject)) {
    const Block& block = subject.translation.blocks[lone.block];
    if (Pool* pool = pool_at(lone.place)) {
      append(pool->translation, number_readings(subject.translation, block));
    }
  }
  for (auto& [section, pool] : pools) {
    std::sort(pool.source.begin(), pool.source.end());
    std::sort(pool.translation.begin(), pool.translation.end());
  }
  return pools;
}

void drop_moved(NumberRest& rest, const Pool& pool) {
  std::erase_if(rest.source,
                [&](const LoneNumber& lone) { return is_among(lone.number, pool.translation); });
  std::erase_if(rest.translation,
                [&](const LoneNumber& lone) { return is_among(lone.number, pool.source); });
}

void compare_front_matter(const Subject& subject, Findings& findings) {
  for (const PairedKey& key : paired_keys(subject)) {
    const yaml::Node& source = key.source.value;
    const yaml::Node& translation = key.translation.value;
    if (!is_translated_text(key) || !may_have_number(slice(subject.source, source.span))) continue;
    report_changes(number_rest(subject, prose_of(subject.source, source),
                               prose_of(subject.translation, translation)),
                   translation.span.begin, findings);
  }
}

/// Whether both rows begin with the same text, of code or of a name: they stand for each other,
/// however the rows are sorted.
bool have_same_key(const Subject& subject, const Block& ours, const Block& theirs) {
  return !ours.cells.front().is_empty() &&
         is_same_text(slice(subject.source, ours.cells.front()),
                      slice(subject.translation, theirs.cells.front()));
}

/// The numbers that differ in one cell of a row of `rest`. None moves from row to row, so no other
/// one excuses them.
Findings changed_cells(const Subject& subject, const BlockPair& pair, const NumberRest& rest) {
  const Block& ours = pair.source.front();
  const Block& theirs = pair.translation.front();
  const bool is_row_pair = ours.kind == BlockKind::row && theirs.kind == BlockKind::row &&
                           pair.source.size() == 1 && pair.translation.size() == 1;
  Findings findings;
  // A row with the same numbers may have its columns in another order.
  if (!is_row_pair || rest.source.empty() || ours.cells.size() != theirs.cells.size())
    return findings;
  if (!have_same_key(subject, ours, theirs)) return findings;
  for (std::size_t i = 0; i < ours.cells.size(); ++i) {
    if (!may_have_number(slice(subject.source, ours.cells[i]))) continue;
    const NumberRest cell = number_rest(subject, prose_of(subject.source, ours, ours.cells[i]),
                                        prose_of(subject.translation, theirs, theirs.cells[i]));
    if (cell.source.size() == 1 && cell.translation.size() == 1)
      add_change(changed_number(cell.source.front(), cell.translation.front(), Certainty::sure),
                 findings);
  }
  return findings;
}

void drop_told(NumberRest& rest, const Findings& told) {
  std::erase_if(rest.source, [&](const LoneNumber& lone) {
    return std::any_of(told.begin(), told.end(), [&](const Finding& finding) {
      return finding.source && lone.place.overlaps(*finding.source);
    });
  });
  std::erase_if(rest.translation, [&](const LoneNumber& lone) {
    return std::any_of(told.begin(), told.end(),
                       [&](const Finding& finding) { return lone.place.overlaps(finding.span); });
  });
}

Finding other(const Replaced& replaced) {
  Finding finding{.span = replaced.translation, .source = replaced.source, .variant = "plain"};
  finding.fields = {{"expected", replaced.expected},
                    {"source_text", replaced.expected},
                    {"found", replaced.found},
                    {"found_text", replaced.found}};
  return finding;
}

/// The months and units of `rest` that are others.
Findings others(const NumberRest& rest) {
  Findings findings;
  for (const Replaced& unit : rest.units) findings.push_back(other(unit));
  if (!rest.month) return findings;
  findings.push_back(other(*rest.month));
  // A day that differs, too, may be the same moment in another time zone.
  const bool has_other_day =
      std::any_of(rest.source.begin(), rest.source.end(),
                  [&](const LoneNumber& lone) { return !lone.place.overlaps(rest.month->source); });
  if (has_other_day) findings.back().certainty = Certainty::unsure;
  return findings;
}

Findings run(const Subject& subject) {
  const std::vector<BlockPair> pairs = block_pairs(subject);
  const std::vector<std::size_t> sections = section_numbers(subject.source);
  std::vector<PlacedRest> rests;
  Findings findings;
  compare_front_matter(subject, findings);
  for (const BlockPair& pair : pairs) {
    if (!may_have_number(subject.source, pair.source)) continue;
    NumberRest rest = number_rest(subject, pair);
    for (const Findings& told : {others(rest), changed_cells(subject, pair, rest)}) {
      drop_told(rest, told);
      findings.insert(findings.end(), told.begin(), told.end());
    }
    if (rest.source.empty()) continue;
    rests.push_back({sections[pair.match.source.first], &pair, std::move(rest)});
  }
  if (rests.empty()) return findings;
  const std::map<std::size_t, Pool> pools = pools_of(subject, pairs, rests, sections);
  for (PlacedRest& placed : rests) {
    drop_moved(placed.rest, pools.at(placed.section));
    report_changes(placed.rest, placed.pair->translation.front().span.begin, findings);
  }
  return findings;
}

}  // namespace

CheckKind number_value() {
  return pair_kind("number_value",
                   "The numbers of the source stand in the translation, by their value.",
                   {"expected", "source_text", "found", "found_text"}, run);
}

}  // namespace recto::checks
