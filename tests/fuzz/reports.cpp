#include "reports.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "report/text.h"
#include "require.h"
#include "text/unicode.h"
#include "text/xml.h"

namespace recto::fuzzing {
namespace {

/// Characters that steer a terminal.
bool is_steering(char32_t c) {
  return (c < U' ' && c != U'\n') || (c >= 0x7F && c < 0xA0);
}

/// Characters that steer the direction of the text around them; isolates come in pairs of ours.
bool is_turning(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || c == 0x2066 || c == 0x2067;
}

void require_harmless(std::string_view text, const std::string& format) {
  require(!first_invalid_utf8(text), format + " is UTF-8");
  for (std::size_t at = 0; at < text.size();) {
    require(!is_steering(next_code_point(text, at)), format + " holds no control characters");
  }
}

/// The same of what people read.
void require_readable(std::string_view text, const std::string& format) {
  for (std::size_t at = 0; at < text.size();) {
    require(!is_turning(next_code_point(text, at)), format + " turns no text around");
  }
}

/// Calls `judge` with every line.
template <typename Judge>
void for_each_line(std::string_view text, const Judge& judge) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    judge(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void require_no_command(std::string_view text, const std::string& format) {
  require(text.find("##[") == std::string_view::npos, format + " holds no command of a log");
  for_each_line(text, [&](std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    require(!line.substr(begin).starts_with("::"), format + " begins no line as a command");
  });
}

void require_commands(std::string_view text) {
  for_each_line(text, [](std::string_view line) {
    const bool is_ours = line.starts_with("::error ") || line.starts_with("::warning ") ||
                         line.starts_with("::notice ");
    require(is_ours, "github: a line is an annotation");
  });
}

void require_json(std::string_view text, const std::string& format) {
  require(nlohmann::json::accept(text), format + " is JSON");
}

void require_xml(std::string_view text, const std::string& format) {
  const auto ignored = [](auto&&...) {};
  const auto problem = xml::read(text, {ignored, ignored, ignored});
  require(!problem, format + " is XML" + (problem ? ": " + problem->message : ""));
}

void require_valid(Format format, const std::string& name, std::string_view text) {
  switch (format) {
    case Format::text:
      require_no_command(text, name);
      require_readable(text, name);
      break;
    case Format::jsonl:
      for_each_line(text, [&](std::string_view line) { require_json(line, name); });
      break;
    case Format::json:
    case Format::sarif:
    case Format::gitlab:
    case Format::rdjson:
      require_json(text, name);
      break;
    case Format::checkstyle:
    case Format::junit:
      require_xml(text, name);
      break;
    case Format::github:
      require_commands(text);
      require_readable(text, name);
      break;
    case Format::markdown:
      require_readable(text, name);
      break;
  }
  require_harmless(text, name);
}

}  // namespace

void require_valid_report(std::size_t format, const Report& report) {
  const auto& [name, kind] = kFormats[format % kFormats.size()];
  require_valid(kind, name, rendered(kind, report));
}

void require_valid_reports(const Report& report) {
  for (std::size_t i = 0; i < kFormats.size(); ++i) require_valid_report(i, report);
  const std::string summary = summary_table(report.diagnostics, {});
  require_no_command(summary, "summary");
  require_harmless(summary, "summary");
  require_readable(summary, "summary");
}

}  // namespace recto::fuzzing
