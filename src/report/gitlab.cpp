#include "report/gitlab.h"

#include <nlohmann/json.hpp>

#include "report/json.h"
#include "report/visible.h"

namespace recto {
namespace {

using Json = nlohmann::ordered_json;

std::string severity_of(const Diagnostic& diagnostic) {
  if (diagnostic.severity == Severity::error) return "major";
  return diagnostic.severity == Severity::warning ? "minor" : "info";
}

Json issue(const Report& report, const Diagnostic& diagnostic) {
  const Location& at = diagnostic.at;
  // GitLab does not show the name of the check.
  return {{"description", visible(diagnostic.message) + " [" + visible(diagnostic.rule) + "]"},
          {"check_name", diagnostic.rule},
          {"fingerprint", diagnostic.fingerprint},
          {"severity", severity_of(diagnostic)},
          {"location",
           {{"path", seen_from_repository(report, at.path)},
            {"lines", {{"begin", at.line}, {"end", at.end_line}}}}}};
}

}  // namespace

std::string gitlab_report(const Report& report) {
  Json issues = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics) {
    issues.push_back(issue(report, diagnostic));
  }
  return without_controls(issues.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace recto
