#include "report/json.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "report/counts.h"
#include "report/visible.h"

namespace recto {
namespace {

using Json = nlohmann::ordered_json;

Json location(const Location& at) {
  return {{"path", at.path},
          {"line", at.line},
          {"column", at.column},
          {"end_line", at.end_line},
          {"end_column", at.end_column},
          {"start", at.span.begin},
          {"end", at.span.end},
          {"text", at.text}};
}

Json known(const std::string& value) {
  return value.empty() ? Json() : Json(value);
}

std::string_view name_of(Safety safety) {
  switch (safety) {
    case Safety::safe:
      return "safe";
    case Safety::unsafe:
      return "unsafe";
    case Safety::shown:
      break;
  }
  return "shown";
}

Json fix(const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    edits.push_back({{"start", edit.span.begin}, {"end", edit.span.end}, {"text", edit.text}});
  }
  return {{"safety", name_of(fix.safety)}, {"title", fix.title}, {"edits", std::move(edits)}};
}

Json object(const Diagnostic& diagnostic) {
  return {{"v", 1},
          {"rule", diagnostic.rule},
          {"severity", name_of(diagnostic.severity)},
          {"locale", diagnostic.locale.tag()},
          {"message", diagnostic.message},
          {"expected", known(diagnostic.expected)},
          {"found", known(diagnostic.found)},
          {"target", location(diagnostic.at)},
          {"source", diagnostic.source ? location(*diagnostic.source) : Json()},
          {"fix", diagnostic.fix ? fix(*diagnostic.fix) : Json()},
          {"fingerprint", diagnostic.fingerprint}};
}

std::string dumped(const Json& json) {
  return without_controls(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

std::string without_controls(std::string_view json) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  result.reserve(json.size() + 1);
  for (std::size_t i = 0; i < json.size(); ++i) {
    auto byte = static_cast<unsigned char>(json[i]);
    const bool is_wide =
        byte == 0xC2U && i + 1 < json.size() && static_cast<unsigned char>(json[i + 1]) < 0xA0U;
    const bool is_command = byte == '#' && begins_log_command(json.substr(i + 1));
    if (!is_wide && !is_command && byte != 0x7FU) {
      result += json[i];
      continue;
    }
    if (is_wide) byte = static_cast<unsigned char>(json[++i]);
    result += "\\u00";
    result += kDigits[byte >> 4U];
    result += kDigits[byte & 0xFU];
  }
  return result;
}

std::string jsonl_report(const std::vector<Diagnostic>& diagnostics) {
  std::string report;
  for (const Diagnostic& diagnostic : diagnostics) report += dumped(object(diagnostic));
  return report;
}

std::string json_report(const Report& report) {
  const Counts counts = counts_of(report.diagnostics);
  Json findings = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics) findings.push_back(object(diagnostic));
  return dumped({{"version", 1},
                 {"tool", {{"name", "recto"}, {"version", RECTO_VERSION}}},
                 {"root", seen_from_repository(report, ".")},
                 {"summary",
                  {{"pairs", report.pairs.size()},
                   {"errors", counts.errors},
                   {"warnings", counts.warnings},
                   {"hints", counts.hints}}},
                 {"findings", std::move(findings)}});
}

std::string json_string(std::string_view text) {
  return without_controls(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace recto
