#include "report/counts.h"

namespace recto {

std::size_t& Counts::of(Severity severity) {
  if (severity == Severity::error) return errors;
  return severity == Severity::warning ? warnings : hints;
}

Counts counts_of(const std::vector<Diagnostic>& diagnostics) {
  Counts counts;
  for (const Diagnostic& diagnostic : diagnostics) ++counts.of(diagnostic.severity);
  return counts;
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string counted(const Counts& counts) {
  std::vector<std::string> parts;
  if (counts.errors > 0) parts.push_back(counted(counts.errors, "error"));
  if (counts.warnings > 0) parts.push_back(counted(counts.warnings, "warning"));
  if (counts.hints > 0) parts.push_back(counted(counts.hints, "hint"));
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

}  // namespace recto
