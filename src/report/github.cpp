#include "report/github.h"

#include <algorithm>
#include <string_view>

#include "report/counts.h"
#include "report/visible.h"

// GitHub shows ten annotations of each level from one step and drops the rest silently. A command
// ends with its line; so every line end in it is escaped, and text of a post stands behind words of
// ours even after GitHub has undone that.

namespace recto {
namespace {

constexpr std::size_t kMostOfALevel = 10;
constexpr std::string_view kLineEnd = "%0A";

std::string message_escaped(std::string_view text) {
  std::string result;
  for (const char c : visible(text)) {
    if (c == '%') {
      result += "%25";
    } else {
      result += c;
    }
  }
  return result;
}

std::string property_escaped(std::string_view text) {
  std::string result;
  for (const char c : message_escaped(text)) {
    if (c == ':') {
      result += "%3A";
    } else if (c == ',') {
      result += "%2C";
    } else {
      result += c;
    }
  }
  return result;
}

std::string level_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

/// GitHub drops a command that gives columns for several lines.
std::string place(const Location& at) {
  std::string text = ",line=" + std::to_string(at.line) + ",endLine=" + std::to_string(at.end_line);
  if (at.line != at.end_line) return text;
  return text + ",col=" + std::to_string(at.column) + ",endColumn=" + std::to_string(at.end_column);
}

std::string annotation(const Report& report, const Diagnostic& diagnostic) {
  std::string text = "::" + level_of(diagnostic.severity) +
                     " file=" + property_escaped(seen_from_repository(report, diagnostic.at.path)) +
                     place(diagnostic.at) + ",title=" + property_escaped(diagnostic.rule) +
                     "::" + message_escaped(diagnostic.message);
  if (const auto& source = diagnostic.source) {
    text += std::string(kLineEnd) + "source " +
            message_escaped(seen_from_repository(report, source->path)) + ":" +
            std::to_string(source->line);
    if (!source->text.empty()) text += ": " + message_escaped(source->text);
  }
  if (diagnostic.fix) {
    text += std::string(kLineEnd) + "fix: " + message_escaped(diagnostic.fix->title);
  }
  return text + "\n";
}

/// How many annotations of each level are shown; the notice that counts the rest needs a place,
/// too.
Counts limits_for(const Counts& found) {
  const bool has_rest = std::max({found.errors, found.warnings, found.hints}) > kMostOfALevel;
  return {kMostOfALevel, kMostOfALevel, has_rest ? kMostOfALevel - 1 : kMostOfALevel};
}

}  // namespace

std::string github_report(const Report& report) {
  std::string text;
  Counts left = limits_for(counts_of(report.diagnostics));
  Counts rest;
  for (const Diagnostic* diagnostic : worst_first(report.diagnostics)) {
    const Severity severity = diagnostic->severity;
    if (left.of(severity) == 0) {
      ++rest.of(severity);
      continue;
    }
    --left.of(severity);
    text += annotation(report, *diagnostic);
  }
  if (rest.total() == 0) return text;
  return text + "::notice title=recto::" + counted(rest) +
         " more; GitHub shows ten annotations of a level\n";
}

}  // namespace recto
