#include "post/front_matter_lines.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/byte_set.h"

namespace recto {
namespace {

constexpr ByteSet kLineEnds("\r\n");

constexpr std::string_view kWideColon = "\uFF1A";

bool is_key_character(char c) {
  // Bytes of other scripts count: a translated key is still a key.
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '.' ||
         !is_ascii(c);
}

/// Whether `line` begins with `key:`, the key being one word, quoted or not.
bool is_key_line(std::string_view line) {
  const std::size_t begin = !line.empty() && (line[0] == '"' || line[0] == '\'') ? 1 : 0;
  std::size_t at = begin;
  while (at < line.size() && is_key_character(line[at])) ++at;
  if (at == begin || line[begin] == '-') return false;
  at += begin;
  if (begin == 1 && (at > line.size() || line[at - 1] != line[0])) return false;
  return at < line.size() && line[at] == ':' &&
         (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t');
}

/// Where `line`, which begins with an English key, has the full-width colon; npos without one.
std::size_t find_wide_colon(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_key_character(line[at]) && is_ascii(line[at])) ++at;
  return at > 0 && line.substr(at).starts_with(kWideColon) ? at : line.npos;
}

bool is_item(std::string_view line) {
  return line == "-" || line.starts_with("- ");
}

/// Whether `line`, which follows `before`, can belong to a front matter.
bool continues(std::string_view line, std::string_view before) {
  if (is_key_line(line) || find_wide_colon(line) != line.npos) return true;
  if (line.starts_with(' ') || line.starts_with('\t')) return !before.empty();
  if (is_item(line)) return before.ends_with(':') || is_item(before) || before.starts_with(' ');
  return !before.empty() && (line.starts_with(']') || line.starts_with('}'));
}

std::string_view without_blank_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = kLineEnds.find_in(text, begin);
  std::size_t next = std::min(end + 1, text.size());
  if (text.substr(end, 2) == "\r\n") next = end + 2;
  return {begin, end, next};
}

bool is_blank(std::string_view text, const Line& line) {
  return without_blank_end(text.substr(line.begin, line.end - line.begin)).empty();
}

bool is_fence(std::string_view text, const Line& line, std::string_view fence) {
  return without_blank_end(text.substr(line.begin, line.end - line.begin)) == fence;
}

std::optional<Line> find_fence(std::string_view text, std::size_t begin, std::string_view fence) {
  while (begin < text.size()) {
    const Line line = line_at(text, begin);
    if (is_fence(text, line, fence)) return line;
    begin = line.next;
  }
  return std::nullopt;
}

std::size_t skip_blank_lines(std::string_view text, std::size_t begin) {
  while (begin < text.size()) {
    const Line line = line_at(text, begin);
    if (!is_blank(text, line)) break;
    begin = line.next;
  }
  return begin;
}

std::size_t yaml_lines_end(std::string_view text, std::size_t begin) {
  std::string_view before;
  while (begin < text.size()) {
    std::size_t next = skip_blank_lines(text, begin);
    const Line line = line_at(text, next);
    const std::string_view content =
        without_blank_end(text.substr(line.begin, line.end - line.begin));
    // Behind a blank line `Note: ...` is more likely prose than a key.
    const bool is_apart = next > begin;
    const bool is_plain_key = is_key_line(content) && content[0] >= 'a' && content[0] <= 'z';
    if (is_apart ? !is_plain_key : !continues(content, before)) break;
    before = content;
    begin = line.next;
  }
  return begin;
}

std::vector<Span> wide_colons(std::string_view text, Span yaml) {
  std::vector<Span> colons;
  for (std::size_t begin = yaml.begin; begin < yaml.end;) {
    const Line line = line_at(text, begin);
    const std::size_t at = find_wide_colon(text.substr(line.begin, line.end - line.begin));
    if (at != text.npos) colons.push_back(span_at(line.begin + at, kWideColon.size()));
    begin = line.next;
  }
  return colons;
}

std::optional<std::size_t> json_end(std::string_view text, std::size_t begin) {
  const std::size_t first = text.find_first_not_of(" \t\r\n", begin + 1);
  if (first == std::string_view::npos || (text[first] != '"' && text[first] != '}')) {
    return std::nullopt;  // an expression or a shortcode: `{/* */}`, `{{< >}}`
  }
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      const Line rest = line_at(text, at + 1);
      if (!is_blank(text, rest)) return std::nullopt;
      return rest.next;
    }
  }
  return std::nullopt;
}

}  // namespace recto
