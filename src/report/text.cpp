#include "report/text.h"

#include <algorithm>

#include "report/excerpt.h"
#include "report/visible.h"

namespace recto {
namespace {

constexpr std::string_view kIndent = "   ";
constexpr std::string_view kPlain = "\x1B[0m";
constexpr std::string_view kSourceColor = "\x1B[34m";  // blue

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1B[1;31m";  // bold red
    case Severity::warning:
      return "\x1B[1;33m";  // bold yellow
    default:
      return "\x1B[1;36m";  // bold cyan
  }
}

std::string colored(std::string_view text, std::string_view color, const TextStyle& style) {
  if (!style.color) return std::string(text);
  return std::string(color) + std::string(text) + std::string(kPlain);
}

/// A message or a title, whose quoted pieces of a post may run from right to left.
std::string sentence(std::string_view text) {
  const std::string shown = visible(text);
  return has_right_to_left(shown) ? isolated(shown) : shown;
}

std::string heading(const Diagnostic& diagnostic, const TextStyle& style) {
  const Location& at = diagnostic.at;
  return shown_path(at.path, style) + ":" + std::to_string(at.line) + ":" +
         std::to_string(at.column) + ": " +
         colored(name_of(diagnostic.severity), color_of(diagnostic.severity), style) + ": " +
         sentence(diagnostic.message) + "  [" + visible(diagnostic.rule) + "]\n";
}

/// An empty place on an empty line shows nothing that the heading does not say.
bool has_content(const Excerpt& excerpt) {
  return !excerpt.mark.is_empty() || excerpt.line.find_first_not_of(" \t") != std::string::npos;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string excerpts(const Diagnostic& diagnostic, const TextStyle& style) {
  std::size_t highest = diagnostic.at.line;
  if (diagnostic.source) highest = std::max(highest, diagnostic.source->line);
  ExcerptStyle frame{.number_width = std::to_string(highest).size(), .width = style.width};
  if (style.color) {
    frame.mark_begin = color_of(diagnostic.severity);
    frame.mark_end = kPlain;
  }
  std::string text;
  if (has_content(diagnostic.excerpt)) {
    text += joined(drawn(diagnostic.excerpt, diagnostic.at.line, frame));
  }
  if (!diagnostic.source) return text;
  text += std::string(kIndent) + "source " + shown_path(diagnostic.source->path, style) + "\n";
  if (!diagnostic.source_excerpt || !has_content(*diagnostic.source_excerpt)) return text;
  frame.mark = '-';
  if (style.color) frame.mark_begin = kSourceColor;
  return text + joined(drawn(*diagnostic.source_excerpt, diagnostic.source->line, frame));
}

std::string fix_line(const Diagnostic& diagnostic) {
  if (!diagnostic.fix) return {};
  std::string text = std::string(kIndent) + "fix: " + sentence(diagnostic.fix->title);
  // A hint is mended only where it is asked for.
  const std::string check =
      diagnostic.severity == Severity::hint ? "recto check --hints" : "recto check";
  if (diagnostic.fix->safety == Safety::safe) text += "  (" + check + " --fix)";
  if (diagnostic.fix->safety == Safety::unsafe) text += "  (" + check + " --unsafe-fixes)";
  return text + "\n";
}

}  // namespace

std::string shown_path(std::string_view path, const TextStyle& style) {
  const std::string shown = visible(style.path_prefix + std::string(path));
  return begins_workflow_command(shown) ? "./" + shown : shown;
}

std::string text_report(const std::vector<Diagnostic>& diagnostics, const TextStyle& style) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!text.empty()) text += "\n";
    text += heading(diagnostic, style) + excerpts(diagnostic, style) + fix_line(diagnostic);
  }
  return text;
}

}  // namespace recto
