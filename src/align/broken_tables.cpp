// Tables that Markdown takes for paragraphs: a cell too many in the line of dashes is enough.

#include <algorithm>

#include "align/cause_finders.h"
#include "align/lone_run.h"

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

/// A table of the source of which no row has a match.
struct LostTable {
  Run rows;
  Run zone;  // with the lost tables beside it: where among them the broken one stands says nothing
};

std::vector<LostTable> lost_tables(const Post& source, const Alignment& alignment) {
  const Lone lone = lone_blocks(source, alignment, &Match::source, &Match::translation);
  std::vector<LostTable> tables;
  const auto& blocks = source.blocks;
  for (std::size_t begin = 0; begin < blocks.size();) {
    std::size_t end = begin;
    bool is_whole = true;
    while (end < blocks.size() && blocks[end].kind == BlockKind::row &&
           blocks[end].container == blocks[begin].container) {
      is_whole = is_whole && lone[end].has_value();
      ++end;
    }
    if (end > begin && is_whole) {
      const Run rows{begin, end - begin};
      const bool goes_on = !tables.empty() && tables.back().rows.end() == begin;
      const std::size_t first = goes_on ? tables.back().zone.first : begin;
      tables.push_back({rows, {first, end - first}});
    }
    begin = std::max(end, begin + 1);
  }
  for (std::size_t i = tables.size(); i-- > 1;) {
    const bool is_one = tables[i - 1].zone.first == tables[i].zone.first;
    if (is_one) tables[i - 1].zone.count = tables[i].zone.count;
  }
  return tables;
}

/// What a table is known by.
struct Shape {
  std::size_t lines = 0;  // below the first
  std::size_t bars = 0;   // of the first
};

Shape shape_of(std::string_view text) {
  const auto count = [](std::string_view lines, char c) {
    return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), c));
  };
  return {count(text, '\n'), count(text.substr(0, text.find('\n')), '|')};
}

/// How many lines and bars the two differ by.
std::size_t difference(const Post& source, const Run& table, const Shape& broken) {
  const auto apart = [](std::size_t left, std::size_t right) {
    return left > right ? left - right : right - left;
  };
  const Shape header = shape_of(slice(source, source.blocks[table.first].span));
  return apart(table.count, broken.lines) + apart(header.bars, broken.bars);
}

}  // namespace

Causes broken_tables(const Post& source, const Post& translation, const Alignment& alignment) {
  const std::vector<Match> broken = broken_ones(translation, alignment);
  if (broken.empty()) return {};
  std::vector<LostTable> tables = lost_tables(source, alignment);
  Causes causes;
  for (const Match& match : broken) {
    const Block& block = translation.blocks[match.translation.first];
    const Shape shape = shape_of(slice(translation, block.span));
    auto best = tables.end();
    std::size_t least = 0;
    for (auto table = tables.begin(); table != tables.end(); ++table) {
      const std::size_t place = match.source.first;
      const Run& zone = table->zone;
      if (place < zone.first || place > zone.end()) continue;
      const std::size_t away = difference(source, table->rows, shape);
      if (best != tables.end() && away >= least) continue;
      best = table;
      least = away;
    }
    if (best == tables.end()) continue;
    causes.push_back({CauseKind::broken_table, best->rows, match.translation, block.span});
    tables.erase(best);
    if (causes.size() == kMostCauses) break;
  }
  return causes;
}

}  // namespace recto
