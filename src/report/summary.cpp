#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "report/counts.h"
#include "report/text.h"
#include "report/visible.h"
#include "text/unicode.h"

// The table of rules and locales: where much is wrong, it says what is wrong most and where.

namespace recto {
namespace {

constexpr std::size_t kManyFindings = 50;  // too many to mend in one sitting
constexpr std::size_t kWorstFiles = 5;
constexpr std::string_view kGap = "  ";

/// One line of the table.
struct Row {
  std::string rule;
  Severity severity = Severity::off;  // the worst
  std::map<std::string, std::size_t> by_locale;
  std::size_t total = 0;
  std::size_t errors = 0;
  std::size_t fixes = 0;  // that may be applied
};

struct Table {
  std::vector<Row> rows;  // worst severity first, then by count
  std::vector<std::string> locales;
  Row sum;
};

std::string tag_of(const Diagnostic& diagnostic) {
  const std::string tag = diagnostic.locale.tag();
  return tag.empty() ? "-" : tag;
}

void count(Row& row, const Diagnostic& diagnostic) {
  row.severity = std::max(row.severity, diagnostic.severity);
  ++row.by_locale[tag_of(diagnostic)];
  ++row.total;
  if (diagnostic.severity == Severity::error) ++row.errors;
  if (diagnostic.fix && diagnostic.fix->safety != Safety::shown) ++row.fixes;
}

Table table_of(const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, Row> rows;
  Table table{.sum = {.rule = "all"}};
  for (const Diagnostic& diagnostic : diagnostics) {
    Row& row = rows[diagnostic.rule];
    row.rule = diagnostic.rule;
    count(row, diagnostic);
    count(table.sum, diagnostic);
  }
  for (auto& [rule, row] : rows) table.rows.push_back(std::move(row));
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const Row& left, const Row& right) {
    return std::tie(left.severity, left.total) > std::tie(right.severity, right.total);
  });
  for (const auto& [locale, total] : table.sum.by_locale) table.locales.push_back(locale);
  return table;
}

std::string blanks(std::size_t width, std::string_view text) {
  const std::size_t used = display_width(text);
  return std::string(width - std::min(width, used), ' ');
}

std::string left(std::string_view text, std::size_t width) {
  return std::string(text) + blanks(width, text);
}

std::string right(std::string_view text, std::size_t width) {
  return blanks(width, text) + std::string(text);
}

std::size_t column_width(const Table& table, const std::string& locale) {
  return std::max(locale.size(), std::to_string(table.sum.by_locale.at(locale)).size());
}

/// Some columns of the table, so that none is wider than a terminal.
using Band = std::vector<std::string>;

std::vector<Band> bands_of(const Table& table, std::size_t room) {
  std::vector<Band> bands(1);
  std::size_t used = 0;
  for (const std::string& locale : table.locales) {
    const std::size_t width = kGap.size() + column_width(table, locale);
    if (used + width > room && !bands.back().empty()) {
      bands.emplace_back();
      used = 0;
    }
    bands.back().push_back(locale);
    used += width;
  }
  return bands;
}

std::string cells(const Table& table, const Row& row, const Band& band) {
  std::string text;
  for (const std::string& locale : band) {
    const auto found = row.by_locale.find(locale);
    const std::string number = found != row.by_locale.end() ? std::to_string(found->second) : ".";
    text += std::string(kGap) + right(number, column_width(table, locale));
  }
  return text;
}

std::string table_text(const Table& table, std::size_t width) {
  constexpr std::size_t kSeverity = 7;  // `warning`
  constexpr std::size_t kTotal = 5;     // `total`
  std::size_t name = 4;                 // `rule`
  for (const Row& row : table.rows) name = std::max(name, display_width(visible(row.rule)));
  const std::size_t fixed = name + kSeverity + kTotal + 2 * kGap.size();
  const std::string gap(kGap);
  std::string text;
  for (const Band& band : bands_of(table, width - std::min(width, fixed))) {
    if (!text.empty()) text += "\n";
    text += left("rule", name) + gap + left("", kSeverity);
    for (const std::string& locale : band) text += gap + right(locale, column_width(table, locale));
    text += gap + right("total", kTotal) + "\n";
    for (const Row& row : table.rows) {
      text += left(visible(row.rule), name) + gap + left(name_of(row.severity), kSeverity) +
              cells(table, row, band) + gap + right(std::to_string(row.total), kTotal) + "\n";
    }
    text += left(table.sum.rule, name) + gap + left("", kSeverity) + cells(table, table.sum, band) +
            gap + right(std::to_string(table.sum.total), kTotal) + "\n";
  }
  return text;
}

std::string worst_files(const std::vector<Diagnostic>& diagnostics, const TextStyle& style) {
  std::map<std::string, std::size_t> counts;
  for (const Diagnostic& diagnostic : diagnostics) ++counts[diagnostic.at.path];
  if (counts.size() < 2) return {};
  std::vector<std::pair<std::string, std::size_t>> files(counts.begin(), counts.end());
  std::stable_sort(files.begin(), files.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  files.resize(std::min(files.size(), kWorstFiles));
  const std::size_t width = std::to_string(files.front().second).size();
  std::string text = "\nfiles with the most findings:\n";
  for (const auto& [path, total] : files) {
    text += "   " + right(std::to_string(total), width) + "  " + shown_path(path, style) + "\n";
  }
  return text;
}

std::string advice(const Table& table) {
  const auto is_file_rule = [](const Row& row) {
    return row.rule.starts_with("file/") && row.errors > 0;
  };
  const auto unread = std::find_if(table.rows.begin(), table.rows.end(), is_file_rule);
  if (unread != table.rows.end()) {
    return "\nfirst: mend the files under " + visible(unread->rule) +
           "; nothing else can be checked in them\n";
  }
  const Row& top = table.rows.front();
  const std::string rule = visible(top.rule);
  const std::string noun = top.errors > 0 ? "error" : "finding";
  const std::size_t number = top.errors > 0 ? top.errors : top.total;
  std::string text = "\nfirst: " + rule + " with " + counted(number, noun) + "  (recto explain " +
                     rule + ", recto check --only " + rule + ")\n";
  if (table.sum.fixes > 0) {
    text +=
        "then: " + counted(table.sum.fixes, "finding") + " can be mended as the `fix:` line says\n";
  }
  if (table.sum.total >= kManyFindings) {
    text += "or accept what is there, so that only new findings fail a run:  recto baseline\n";
  }
  return text;
}

}  // namespace

std::string summary_table(const std::vector<Diagnostic>& diagnostics, const TextStyle& style) {
  if (diagnostics.empty()) return "no findings\n";
  const Table table = table_of(diagnostics);
  return table_text(table, style.width) + worst_files(diagnostics, style) + advice(table);
}

}  // namespace recto
