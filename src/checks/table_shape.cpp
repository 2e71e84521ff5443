// table_shape: a table lost or gained rows or columns. One finding a table, the first that holds
// of: no table at all, or none to Markdown, another number of columns, rows too few, rows too many,
// a row that its table does not fit.

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "checks/blocks.h"
#include "checks/visible_text.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

struct Table {
  std::size_t container = 0;      // index into Post::containers
  std::vector<std::size_t> rows;  // indices into Post::blocks
};

std::vector<Table> tables_of(const Post& post) {
  std::vector<Table> tables;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    const Block& block = post.blocks[i];
    if (block.kind != BlockKind::row || !block.container) continue;
    if (tables.empty() || tables.back().container != *block.container) {
      tables.push_back({*block.container, {}});
    }
    tables.back().rows.push_back(i);
  }
  return tables;
}

/// For each row of one side, the row that stands for it on the other.
using RowPairs = std::map<std::size_t, std::size_t>;

bool is_row(const Post& post, const Run& run) {
  return run.count == 1 && post.blocks[run.first].kind == BlockKind::row;
}

RowPairs row_pairs(const Subject& subject) {
  RowPairs pairs;
  for (const Match& match : subject.alignment) {
    if (is_row(subject.source, match.source) && is_row(subject.translation, match.translation)) {
      pairs[match.source.first] = match.translation.first;
    }
  }
  return pairs;
}

/// The table of `tables` that holds the row at `row`.
const Table* table_with(const std::vector<Table>& tables, std::size_t row) {
  const auto behind =
      std::upper_bound(tables.begin(), tables.end(), row,
                       [](std::size_t at, const Table& table) { return at < table.rows.front(); });
  return behind == tables.begin() ? nullptr : &*std::prev(behind);
}

std::size_t columns(const Post& post, const Table& table) {
  return post.blocks[table.rows.front()].cells.size();
}

std::string row_text(const Post& post, std::size_t row) {
  return short_quote(slice(post, post.blocks[row].span));
}

class TableReader {
 public:
  explicit TableReader(const Subject& subject)
      : subject_(subject),
        source_(tables_of(subject.source)),
        translation_(tables_of(subject.translation)),
        pairs_(row_pairs(subject)) {
    for (const auto& [ours, theirs] : pairs_) paired_.insert({theirs, ours});
    for (const LoneBlock& lone : missing_blocks(subject)) {
      missing_[lone.block] = lone.place;
      if (opens_item(subject.source, lone.block)) places_of_items_.insert(lone.place);
    }
    for (const LoneBlock& lone : extra_blocks(subject)) extra_[lone.block] = lone.place;
  }

  Findings run() {
    // Where tables were lost or added, nothing says which is which: their rows are lone.
    for (const Table& table : source_) compare(table);
    for (const Table& table : translation_) report_if_added(table);
    for (const Cause& cause : subject_.causes) {
      if (cause.kind == CauseKind::broken_table) report_broken(cause);
    }
    return std::move(findings_);
  }

 private:
  const Table* counterpart(const Table& table) const {
    std::map<const Table*, std::size_t> votes;
    for (const std::size_t row : table.rows) {
      const auto pair = pairs_.find(row);
      if (pair != pairs_.end()) ++votes[table_with(translation_, pair->second)];
    }
    const Table* best = nullptr;
    for (const auto& [candidate, count] : votes) {
      if (best == nullptr || count > votes[best]) best = candidate;
    }
    return best;
  }

  void compare(const Table& ours) {
    if (explains_source(subject_.causes, ours.rows.front())) return;
    const Table* theirs = counterpart(ours);
    if (theirs == nullptr) return report_missing(ours);
    if (explains_translation(subject_.causes, theirs->rows.front())) return;
    const std::size_t expected = columns(subject_.source, ours);
    const std::size_t found = columns(subject_.translation, *theirs);
    if (expected != found) {
      Finding& finding = add(ours, *theirs, found < expected ? "fewer_columns" : "more_columns");
      finding.fields["expected"] = std::to_string(expected);
      finding.fields["found"] = std::to_string(found);
      finding.fields["columns"] = found < expected ? "fewer columns" : "more columns";
    } else if (ours.rows.size() > theirs->rows.size()) {
      report_lost_row(ours, *theirs);
    } else if (ours.rows.size() < theirs->rows.size()) {
      report_added_row(ours, *theirs);
    } else {
      report_uneven_row(ours, *theirs);
      report_emptied_cells(ours, *theirs);
    }
  }

  Finding& add(const Table& ours, const Table& theirs, std::string variant) {
    Finding finding{.span = subject_.translation.blocks[theirs.rows.front()].span,
                    .source = subject_.source.blocks[ours.rows.front()].span};
    finding.variant = std::move(variant);
    // The rows below the header.
    finding.fields = {{"expected", std::to_string(ours.rows.size() - 1)},
                      {"found", std::to_string(theirs.rows.size() - 1)},
                      {"row", row_text(subject_.source, ours.rows.front())}};
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  /// Whether the table ends a quote that is missing, too: the quote is the finding.
  bool is_lost_with_quote(const Table& ours) const {
    const auto& containers = subject_.source.containers;
    const auto is_quote = [&](std::optional<std::size_t> container) {
      return container && containers[*container].kind == ContainerKind::quote;
    };
    const std::size_t first = ours.rows.front();
    return is_quote(containers[ours.container].parent) && first > 0 &&
           missing_.contains(first - 1) && is_quote(subject_.source.blocks[first - 1].container);
  }

  void report_missing(const Table& ours) {
    const auto lone = missing_.find(ours.rows.front());
    if (lone == missing_.end() || is_lost_with_quote(ours)) return;
    Finding finding{.span = place_before(subject_.translation, lone->second),
                    .source = subject_.source.blocks[lone->first].span,
                    .variant = "missing"};
    finding.fields = {{"row", row_text(subject_.source, lone->first)},
                      {"expected", std::to_string(ours.rows.size() - 1)},
                      {"found", "0"}};
    findings_.push_back(std::move(finding));
  }

  void report_broken(const Cause& cause) {
    Finding finding{.span = cause.span,
                    .source = subject_.source.blocks[cause.source.first].span,
                    .variant = "broken"};
    finding.fields = {{"row", row_text(subject_.source, cause.source.first)},
                      {"expected", std::to_string(cause.source.count - 1)},
                      {"found", "0"}};
    findings_.push_back(std::move(finding));
  }

  void report_if_added(const Table& theirs) {
    const auto is_paired = [&](std::size_t row) { return paired_.contains(row); };
    if (std::any_of(theirs.rows.begin(), theirs.rows.end(), is_paired)) return;
    const auto lone = extra_.find(theirs.rows.front());
    if (lone == extra_.end()) return;
    Finding finding{.span = subject_.translation.blocks[lone->first].span,
                    .source = place_before(subject_.source, lone->second),
                    .variant = "extra"};
    finding.fields = {{"row", row_text(subject_.translation, lone->first)},
                      {"expected", "0"},
                      {"found", std::to_string(theirs.rows.size() - 1)}};
    if (has_broken_table() || may_be_list(*theirs.rows.begin())) {
      finding.certainty = Certainty::unsure;
    }
    findings_.push_back(std::move(finding));
  }

  /// Whether items of the source are missing where the row at `first` begins a table: a list that
  /// was set as one.
  bool may_be_list(std::size_t first) const {
    return places_of_items_.contains(first) || places_of_items_.contains(first + 1);
  }

  /// Whether the source has a table but for a slip.
  bool has_broken_table() const {
    return std::any_of(missing_.begin(), missing_.end(), [&](const auto& lone) {
      return is_broken_table(subject_.source, subject_.source.blocks[lone.first]);
    });
  }

  /// The first row of `longer` whose first cell no row of `shorter` has, where they are as many as
  /// one table has more: names and code in first cells tell rows apart wherever they stand.
  static std::optional<std::size_t> told_row(const Post& post, const Table& longer,
                                             const Post& other, const Table& shorter) {
    std::set<std::string_view> known;
    for (const std::size_t row : below_header(shorter)) known.insert(first_cell(other, row));
    std::vector<std::size_t> own;
    for (const std::size_t row : below_header(longer)) {
      if (!known.contains(first_cell(post, row))) own.push_back(row);
    }
    const bool are_told = own.size() == longer.rows.size() - shorter.rows.size();
    return are_told ? std::optional(own.front()) : std::nullopt;
  }

  static std::span<const std::size_t> below_header(const Table& table) {
    return std::span(table.rows).subspan(1);
  }

  static std::string_view first_cell(const Post& post, std::size_t row) {
    const std::vector<Span>& cells = post.blocks[row].cells;
    return cells.empty() ? std::string_view() : slice(post, cells.front());
  }

  /// The first row of `table` that `is_lone`, its header last: it often says the same otherwise.
  template <typename IsLone>
  static std::optional<std::size_t> lone_row(const Table& table, IsLone is_lone) {
    const auto rows = below_header(table);
    const auto found = std::find_if(rows.begin(), rows.end(), is_lone);
    if (found != rows.end()) return *found;
    return is_lone(table.rows.front()) ? std::optional(table.rows.front()) : std::nullopt;
  }

  void report_lost_row(const Table& ours, const Table& theirs) {
    auto lost = told_row(subject_.source, ours, subject_.translation, theirs);
    if (!lost) lost = lone_row(ours, [&](std::size_t row) { return !pairs_.contains(row); });
    if (!lost || explains_source(subject_.causes, *lost))
      return;  // where the translation stops, say
    std::size_t before = theirs.rows.front();
    for (const std::size_t row : ours.rows) {
      const auto pair = pairs_.find(row);
      if (row < *lost && pair != pairs_.end()) before = pair->second;
    }
    Finding& finding = add(ours, theirs, "fewer_rows");
    finding.span = subject_.translation.blocks[before].span;
    finding.source = subject_.source.blocks[*lost].span;
    finding.fields["row"] = row_text(subject_.source, *lost);
  }

  void report_added_row(const Table& ours, const Table& theirs) {
    Finding& finding = add(ours, theirs, "more_rows");
    auto added = told_row(subject_.translation, theirs, subject_.source, ours);
    if (!added) added = lone_row(theirs, [&](std::size_t row) { return !paired_.contains(row); });
    if (!added) return;
    finding.span = subject_.translation.blocks[*added].span;
    finding.fields["row"] = row_text(subject_.translation, *added);
  }

  /// Whether a cell says nothing, or only that it has nothing to say.
  static bool is_void(const Post& post, Span cell) {
    return cell.is_empty() || slice(post, cell) == "-";
  }

  /// How many cells the row at `row` has, but for void ones that its table has no column for: no
  /// reader sees them.
  static std::size_t cell_count(const Post& post, const Table& table, std::size_t row) {
    const std::vector<Span>& cells = post.blocks[row].cells;
    std::size_t count = cells.size();
    while (count > columns(post, table) && is_void(post, cells[count - 1])) --count;
    return count;
  }

  /// A row with more cells than its table has columns loses the rest; the source's does not.
  void report_uneven_row(const Table& ours, const Table& theirs) {
    for (const std::size_t row : ours.rows) {
      const auto pair = pairs_.find(row);
      if (pair == pairs_.end()) continue;
      const std::size_t expected = cell_count(subject_.source, ours, row);
      const std::size_t found = cell_count(subject_.translation, theirs, pair->second);
      // Where only the source's row misfits its own table, the translator put it right.
      const bool is_mended = found == columns(subject_.translation, theirs) &&
                             expected != columns(subject_.source, ours);
      if (expected == found || is_mended) continue;
      const bool is_parted =
          found > expected &&
          parts_code(subject_.translation, subject_.translation.blocks[pair->second]);
      Finding& finding = add(ours, theirs, is_parted ? "parted_code" : "uneven_row");
      finding.span = subject_.translation.blocks[pair->second].span;
      finding.source = subject_.source.blocks[row].span;
      finding.fields["expected"] = std::to_string(expected);
      finding.fields["found"] = std::to_string(found);
      finding.fields["row"] = row_text(subject_.source, row);
      return;
    }
  }

  /// Cells in which the source says something and the translation nothing, the first of a table.
  void report_emptied_cells(const Table& ours, const Table& theirs) {
    for (const std::size_t row : ours.rows) {
      const auto pair = pairs_.find(row);
      if (pair == pairs_.end()) continue;
      const std::vector<Span>& own = subject_.source.blocks[row].cells;
      const Block& other = subject_.translation.blocks[pair->second];
      if (own.size() != other.cells.size() || is_empty_row(other)) continue;
      for (std::size_t i = 0; i < own.size(); ++i) {
        if (!says_something(slice(subject_.source, own[i])) || !other.cells[i].is_empty()) continue;
        if (is_empty_column(theirs, i)) continue;
        Finding& finding = add(ours, theirs, "emptied");
        finding.span = other.cells[i];
        finding.source = own[i];
        finding.at_most = Severity::warning;
        finding.fields["row"] = short_quote(slice(subject_.source, own[i]));
        return;
      }
    }
  }

  /// Whether all cells of `row` are empty: it was not translated yet, or parts two others.
  static bool is_empty_row(const Block& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](Span cell) { return cell.is_empty(); });
  }

  /// Whether a cell holds words; links, pictures and code are other rules'.
  static bool says_something(std::string_view cell) {
    for (const std::string_view other : {"](", "`", "<!--", "<"}) {
      if (cell.find(other) != cell.npos) return false;
    }
    for (std::size_t at = 0; at < cell.size();) {
      const char32_t c = next_code_point(cell, at);
      if (is_letter(c) || is_digit(c)) return true;
    }
    return false;
  }

  /// Whether a column has nothing below its header: it may be of no use to the language.
  bool is_empty_column(const Table& table, std::size_t column) const {
    return std::all_of(table.rows.begin() + 1, table.rows.end(), [&](std::size_t row) {
      const std::vector<Span>& cells = subject_.translation.blocks[row].cells;
      return column >= cells.size() || cells[column].is_empty();
    });
  }

  const Subject& subject_;
  std::vector<Table> source_;
  std::vector<Table> translation_;
  RowPairs pairs_;
  RowPairs paired_;                             // the other way round
  std::map<std::size_t, std::size_t> missing_;  // blocks of the source; their places
  std::map<std::size_t, std::size_t> extra_;    // blocks of the translation; their places
  std::set<std::size_t> places_of_items_;       // that are missing
  Findings findings_;
};

Findings run(const Subject& subject) {
  return TableReader(subject).run();
}

}  // namespace

CheckKind table_shape() {
  return pair_kind("table_shape", "A table has the rows and columns of the source's.",
                   {"expected", "found", "row", "columns"}, run);
}

}  // namespace recto::checks
