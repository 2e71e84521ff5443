// Tables that Markdown takes for paragraphs: a cell too many in the line of dashes is enough.

#include <algorithm>

#include "align/cause_finders.h"

namespace recto {
namespace {

std::vector<Match> broken_ones(const Post& translation, const Alignment& alignment) {
  std::vector<Match> broken;
  for (const Match& match : alignment) {
    const bool is_alone = match.source.count == 0 && match.translation.count == 1;
    if (is_alone && is_broken_table(translation, translation.blocks[match.translation.first])) {
      broken.push_back(match);
    }
  }
  return broken;
}

/// The tables of `source` of which no row has a match.
std::vector<Run> lost_tables(const Post& source, const Alignment& alignment) {
  std::vector<bool> is_lost(source.blocks.size());
  for (const Match& match : alignment) {
    if (match.translation.count > 0) continue;
    for (std::size_t i = 0; i < match.source.count; ++i) is_lost[match.source.first + i] = true;
  }
  std::vector<Run> tables;
  const auto& blocks = source.blocks;
  for (std::size_t i = 0; i < blocks.size();) {
    std::size_t end = i;
    while (end < blocks.size() && blocks[end].kind == BlockKind::row &&
           blocks[end].container == blocks[i].container) {
      ++end;
    }
    const auto lost = std::count(is_lost.begin() + static_cast<std::ptrdiff_t>(i),
                                 is_lost.begin() + static_cast<std::ptrdiff_t>(end), true);
    if (end > i && static_cast<std::size_t>(lost) == end - i) tables.push_back({i, end - i});
    i = std::max(end, i + 1);
  }
  return tables;
}

}  // namespace

Causes broken_tables(const Post& source, const Post& translation, const Alignment& alignment) {
  const std::vector<Match> broken = broken_ones(translation, alignment);
  if (broken.empty()) return {};
  Causes causes;
  for (const Run& table : lost_tables(source, alignment)) {
    const auto is_it = [&](const Match& match) {
      return match.source.first >= table.first && match.source.first <= table.first + table.count;
    };
    const auto match = std::find_if(broken.begin(), broken.end(), is_it);
    if (match == broken.end()) continue;
    causes.push_back({CauseKind::broken_table, table, match->translation,
                      translation.blocks[match->translation.first].span});
  }
  return causes;
}

}  // namespace recto
