#include "post/link_syntax.h"

#include "base/ascii.h"

namespace recto {
namespace {

constexpr std::size_t kLongest = 999;  // of a label, as CommonMark has it; taken for titles, too
constexpr int kDeepestParenthesis = 32;

bool is_escape(std::string_view text, std::uint32_t at, std::uint32_t end) {
  return text[at] == '\\' && at + 1 < end && is_ascii_punctuation(text[at + 1]);
}

std::uint32_t end_of_line(const Lines& lines, const LinePlace& place) {
  return lines.spans[place.line].end;
}

/// `place` moved over blanks and at most one line end.
std::optional<LinePlace> behind_blanks(const Lines& lines, LinePlace place) {
  for (int line_ends = 0;; ++line_ends) {
    const std::uint32_t end = end_of_line(lines, place);
    while (place.at < end && is_blank(lines.text[place.at])) ++place.at;
    if (place.at < end) return place;
    if (line_ends == 1 || place.line + 1 >= lines.spans.size()) return std::nullopt;
    ++place.line;
    place.at = lines.spans[place.line].begin;
  }
}

/// A target between `<` and `>`, or up to the first blank with parentheses in pairs. The span that
/// is returned with the end leaves out `<>`.
std::optional<LinkPart> read_target(const Lines& lines, LinePlace place) {
  const std::uint32_t end = end_of_line(lines, place);
  std::uint32_t at = place.at;
  if (lines.text[at] == '<') {
    for (++at; at < end && lines.text[at] != '<'; ++at) {
      if (lines.text[at] == '>') return LinkPart{{place.at + 1, at}, {place.line, at + 1}};
      if (is_escape(lines.text, at, end)) ++at;
    }
    return std::nullopt;
  }
  int depth = 0;
  for (; at < end; ++at) {
    const char c = lines.text[at];
    if (is_escape(lines.text, at, end)) {
      ++at;
      continue;
    }
    if (is_blank(c) || is_ascii_control(c)) break;
    if (c == '(' && ++depth > kDeepestParenthesis) return std::nullopt;
    if (c == ')' && --depth < 0) break;
  }
  if (depth > 0 || at == place.at) return std::nullopt;
  return LinkPart{{place.at, at}, {place.line, at}};
}

/// A title in any of the three styles of quotes; the span leaves the quotes out.
std::optional<LinkPart> read_title(const Lines& lines, LinePlace place) {
  const char opening = lines.text[place.at];
  if (opening != '"' && opening != '\'' && opening != '(') return std::nullopt;
  const char closing = opening == '(' ? ')' : opening;
  const std::uint32_t begin = ++place.at;
  for (std::size_t size = 0; place.line < lines.spans.size();) {
    const std::uint32_t end = end_of_line(lines, place);
    for (; place.at < end; ++place.at) {
      const char c = lines.text[place.at];
      if (c == closing) return LinkPart{{begin, place.at}, {place.line, place.at + 1}};
      if (c == '(' && opening == '(') return std::nullopt;
      if (is_escape(lines.text, place.at, end)) ++place.at;
      if (++size > kLongest) return std::nullopt;
    }
    if (++place.line < lines.spans.size()) place.at = lines.spans[place.line].begin;
  }
  return std::nullopt;
}

}  // namespace

std::optional<LinkEnd> read_link_end(const Lines& lines, LinePlace place) {
  ++place.at;
  auto next = behind_blanks(lines, place);
  if (!next) return std::nullopt;
  LinkEnd result;
  result.target = result.title = {next->at, next->at};
  if (lines.text[next->at] != ')') {
    const auto target = read_target(lines, *next);
    if (!target) return std::nullopt;
    result.target = target->span;
    next = behind_blanks(lines, target->end);
    if (!next) return std::nullopt;
    result.title = {next->at, next->at};
    if (*next != target->end) {
      if (const auto title = read_title(lines, *next)) {
        result.title = title->span;
        next = behind_blanks(lines, title->end);
      }
    }
    if (!next || lines.text[next->at] != ')') return std::nullopt;
  }
  result.end = {next->line, next->at + 1};
  return result;
}

std::optional<LinkPart> read_label(const Lines& lines, LinePlace place) {
  const std::uint32_t begin = ++place.at;
  bool is_empty = true;
  for (std::size_t size = 0; place.line < lines.spans.size();) {
    const std::uint32_t end = end_of_line(lines, place);
    for (; place.at < end; ++place.at) {
      const char c = lines.text[place.at];
      if (c == '[') return std::nullopt;
      if (c == ']') {
        if (is_empty) return std::nullopt;
        return LinkPart{{begin, place.at}, {place.line, place.at + 1}};
      }
      if (!is_blank(c)) is_empty = false;
      if (is_escape(lines.text, place.at, end)) ++place.at;
      if (++size > kLongest) return std::nullopt;
    }
    ++size;
    if (++place.line < lines.spans.size()) place.at = lines.spans[place.line].begin;
  }
  return std::nullopt;
}

std::optional<DefinitionLines> read_definition(const Lines& lines, std::size_t line) {
  const LinePlace begin{line, lines.spans[line].begin};
  if (begin.at >= lines.spans[line].end || lines.text[begin.at] != '[') return std::nullopt;
  const auto label = read_label(lines, begin);
  if (!label || label->end.at >= end_of_line(lines, label->end)) return std::nullopt;
  if (lines.text[label->end.at] != ':') return std::nullopt;
  const auto at_target = behind_blanks(lines, {label->end.line, label->end.at + 1});
  if (!at_target) return std::nullopt;
  const auto target = read_target(lines, *at_target);
  if (!target) return std::nullopt;

  DefinitionLines result{{begin.at, target->end.at}, label->span, target->span, {}, 0};
  result.title = {target->end.at, target->end.at};
  result.next_line = target->end.line + 1;
  const auto at_title = behind_blanks(lines, target->end);
  if (!at_title) return result;
  if (*at_title != target->end) {
    const auto title = read_title(lines, *at_title);
    if (title && title->end.at >= end_of_line(lines, title->end)) {
      result.title = title->span;
      result.span.end = title->end.at;
      result.next_line = title->end.line + 1;
      return result;
    }
  }
  // What follows is no title: right only when it stands on a line of its own.
  if (at_title->line == target->end.line) return std::nullopt;
  return result;
}

}  // namespace recto
