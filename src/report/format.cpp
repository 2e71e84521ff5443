#include "report/format.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "report/checkstyle.h"
#include "report/github.h"
#include "report/gitlab.h"
#include "report/json.h"
#include "report/junit.h"
#include "report/markdown.h"
#include "report/rdjson.h"
#include "report/sarif.h"
#include "report/text.h"

namespace recto {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

}  // namespace

std::string seen_from_working_folder(const Report& report, const std::string& path) {
  if (path == kStandardInput) return path;
  return (fs::path(report.working_prefix) / path).lexically_normal().generic_string();
}

std::string seen_from_repository(const Report& report, const std::string& path) {
  if (path == kStandardInput) return path;
  const fs::path whole = (fs::path(report.root) / path).lexically_normal();
  const fs::path inside = whole.lexically_relative(report.repository);
  const bool is_outside = inside.empty() || *inside.begin() == "..";
  return (is_outside ? whole : inside).generic_string();
}

std::vector<const Diagnostic*> worst_first(const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Diagnostic*> sorted;
  sorted.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) sorted.push_back(&diagnostic);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic* one, const Diagnostic* other) {
                     return one->severity > other->severity;
                   });
  return sorted;
}

std::string rendered(Format format, const Report& report) {
  switch (format) {
    case Format::text:
      return text_report(report.diagnostics, {.path_prefix = report.working_prefix});
    case Format::jsonl:
      return jsonl_report(report.diagnostics);
    case Format::json:
      return json_report(report);
    case Format::sarif:
      return sarif_report(report);
    case Format::github:
      return github_report(report);
    case Format::gitlab:
      return gitlab_report(report);
    case Format::checkstyle:
      return checkstyle_report(report);
    case Format::junit:
      return junit_report(report);
    case Format::rdjson:
      return rdjson_report(report);
    case Format::markdown:
      return markdown_report(report);
  }
  return {};
}

}  // namespace recto
