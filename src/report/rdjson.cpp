#include "report/rdjson.h"

#include <nlohmann/json.hpp>

#include "report/json.h"
#include "report/visible.h"

namespace recto {
namespace {

using Json = nlohmann::ordered_json;

std::string severity_of(const Diagnostic& diagnostic) {
  if (diagnostic.severity == Severity::error) return "ERROR";
  return diagnostic.severity == Severity::warning ? "WARNING" : "INFO";
}

Json range(const Location& at) {
  return {{"start", {{"line", at.line}, {"column", at.byte_column}}},
          {"end", {{"line", at.end_line}, {"column", at.end_byte_column}}}};
}

Json location(const Report& report, const Location& at) {
  return {{"path", seen_from_working_folder(report, at.path)}, {"range", range(at)}};
}

Json finding(const Report& report, const Diagnostic& diagnostic) {
  Json json = {{"message", visible(diagnostic.message)},
               {"location", location(report, diagnostic.at)},
               {"severity", severity_of(diagnostic)},
               {"code", {{"value", diagnostic.rule}}}};
  if (diagnostic.fix && diagnostic.fix->safety != Safety::shown && diagnostic.edited.size() == 1) {
    json["suggestions"] = Json::array({{{"range", range(diagnostic.edited.front())},
                                        {"text", diagnostic.fix->edits.front().text}}});
  }
  if (diagnostic.source) {
    json["related_locations"] = Json::array(
        {{{"message", "the source"}, {"location", location(report, *diagnostic.source)}}});
  }
  return json;
}

}  // namespace

std::string rdjson_report(const Report& report) {
  Json findings = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics) {
    findings.push_back(finding(report, diagnostic));
  }
  const Json result = {{"source", {{"name", "recto"}}}, {"diagnostics", std::move(findings)}};
  return without_controls(result.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace recto
