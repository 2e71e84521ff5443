#include "report/status.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/visible.h"

namespace recto {
namespace {

using Row = std::vector<std::string>;

struct Column {
  const char* name;
  std::size_t LocaleStatus::*count;
};

constexpr std::array<Column, 7> kColumns = {{{"posts", &LocaleStatus::posts},
                                             {"translated", &LocaleStatus::translated},
                                             {"missing", &LocaleStatus::missing},
                                             {"orphaned", &LocaleStatus::orphaned},
                                             {"errors", &LocaleStatus::errors},
                                             {"warnings", &LocaleStatus::warnings},
                                             {"behind", &LocaleStatus::behind}}};

/// The columns to show: `behind` only when it was asked for.
std::vector<Column> columns_of(const Status& status) {
  return {kColumns.begin(), kColumns.end() - (status.since ? 0 : 1)};
}

std::vector<Row> rows_of(const Status& status) {
  std::vector<Row> rows = {{"locale"}};
  for (const Column& column : columns_of(status)) rows[0].emplace_back(column.name);
  for (const LocaleStatus& locale : status.locales) {
    Row row = {locale.locale};
    for (const Column& column : columns_of(status)) {
      row.push_back(std::to_string(locale.*column.count));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string text_table(const Status& status) {
  const std::vector<Row> rows = rows_of(status);
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const Row& row : rows) {
    text += row[0] + std::string(widths[0] - row[0].size(), ' ');
    for (std::size_t i = 1; i < row.size(); ++i) {
      text += "  " + std::string(widths[i] - row[i].size(), ' ') + row[i];
    }
    text += '\n';
  }
  return text;
}

std::string markdown_table(const Status& status) {
  std::string text;
  for (const Row& row : rows_of(status)) {
    for (const std::string& cell : row)
      text += (text.empty() || text.back() == '\n' ? "| " : " | ") + cell;
    const bool is_head = text.find('\n') == std::string::npos;
    text += " |\n";
    if (!is_head) continue;
    text += "|---|";
    for (std::size_t i = 1; i < row.size(); ++i) text += "--:|";
    text += '\n';
  }
  if (status.since) text += "\n`behind` counts from " + visible(*status.since) + ".\n";
  return text;
}

std::string json_object(const Status& status) {
  using Json = nlohmann::ordered_json;
  Json locales = Json::array();
  for (const LocaleStatus& locale : status.locales) {
    Json object = {{"locale", locale.locale}};
    for (const Column& column : columns_of(status)) object[column.name] = locale.*column.count;
    locales.push_back(std::move(object));
  }
  const Json object = {{"v", 1},
                       {"source", status.source_locale},
                       {"since", status.since ? Json(*status.since) : Json()},
                       {"locales", std::move(locales)}};
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string status_report(const Status& status, StatusFormat format) {
  if (format == StatusFormat::json) return json_object(status);
  return format == StatusFormat::markdown ? markdown_table(status) : text_table(status);
}

}  // namespace recto
