// Every report of two findings whose texts are the lines of the input. Bars around a part of a line
// mark it: `Der |Kessl| dampft`.

#include <string>
#include <string_view>
#include <utility>

#include "reports.h"
#include "require.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

/// Takes the input line by line; behind its end all lines are empty.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::string next() {
    const std::size_t end = std::min(text_.find('\n'), text_.size());
    std::string line(text_.substr(0, end));
    text_.remove_prefix(std::min(end + 1, text_.size()));
    return line;
  }

 private:
  std::string_view text_;
};

Excerpt excerpt_of(std::string line) {
  const std::size_t begin = std::min(line.find('|'), line.size());
  const std::size_t end = std::min(line.find('|', begin + 1), line.size());
  const Span mark = span_at(begin, end - begin);
  return {std::move(line), mark};
}

Location location_of(std::string path, const Excerpt& excerpt) {
  return {.path = std::move(path),
          .span = excerpt.mark,
          .column = excerpt.mark.begin + 1,
          .end_column = excerpt.mark.end + 1,
          .text = excerpt.line.substr(excerpt.mark.begin, excerpt.mark.size())};
}

Diagnostic diagnostic_of(Lines& lines, const Rule& rule) {
  Diagnostic diagnostic{.locale = {.language = "de"}, .rule = rule.name};
  diagnostic.severity = rule.severity;
  diagnostic.message = lines.next();
  diagnostic.excerpt = excerpt_of(lines.next());
  diagnostic.at = location_of("de/" + lines.next(), diagnostic.excerpt);
  diagnostic.source_excerpt = excerpt_of(lines.next());
  diagnostic.source = location_of("en/" + lines.next(), *diagnostic.source_excerpt);
  diagnostic.expected = lines.next();
  diagnostic.found = lines.next();
  diagnostic.fix = Fix{.title = lines.next(), .edits = {{diagnostic.at.span, lines.next()}}};
  diagnostic.edited = {diagnostic.at};
  return diagnostic;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Lines lines(text_of(data, size));
  std::vector<Rule> rules;
  for (const Severity severity : {Severity::error, Severity::hint}) {
    rules.push_back({.name = "family/" + name_of(severity),
                     .severity = severity,
                     .message = lines.next(),
                     .why = lines.next()});
  }
  Report report{.rules = rules, .root = "/site", .repository = "/site"};
  for (const Rule& rule : rules) report.diagnostics.push_back(diagnostic_of(lines, rule));
  report.pairs = {{report.diagnostics.front().at.path, {.language = "de"}}};
  report.link_prefix = lines.next();
  require_valid_reports(report);
  return 0;
}
