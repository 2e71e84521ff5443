#include "report/checkstyle.h"

#include "report/visible.h"
#include "report/xml.h"

namespace recto {
namespace {

std::string severity_of(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::hint ? "info" : name_of(diagnostic.severity);
}

std::string error(const Diagnostic& diagnostic) {
  return "    " +
         xml_empty("error", {{"line", std::to_string(diagnostic.at.line)},
                             {"column", std::to_string(diagnostic.at.column)},
                             {"severity", severity_of(diagnostic)},
                             {"message", visible(diagnostic.message)},
                             {"source", "recto." + diagnostic.rule}}) +
         "\n";
}

}  // namespace

std::string checkstyle_report(const Report& report) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  std::string path;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (path != diagnostic.at.path) {
      if (!path.empty()) text += "  </file>\n";
      path = diagnostic.at.path;
      text += "  " + xml_start("file", {{"name", seen_from_working_folder(report, path)}}) + "\n";
    }
    text += error(diagnostic);
  }
  if (!path.empty()) text += "  </file>\n";
  return text + "</checkstyle>\n";
}

}  // namespace recto
