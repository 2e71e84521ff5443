#include "post/block_start.h"

#include <algorithm>

#include "base/ascii.h"

namespace recto {
namespace {

constexpr std::uint32_t kDeepestHeading = 6;
constexpr std::uint32_t kLongestNumber = 9;
constexpr std::size_t npos = std::string_view::npos;

bool is_blank_from(std::string_view line, std::size_t at) {
  return line.find_first_not_of(" \t\v\f", at) == npos;
}

std::uint32_t run_of(std::string_view line, char c) {
  return static_cast<std::uint32_t>(std::min(line.find_first_not_of(c), line.size()));
}

}  // namespace

bool is_divider(std::string_view line) {
  if (line.empty() || (line[0] != '*' && line[0] != '-' && line[0] != '_')) return false;
  int marks = 0;
  for (const char c : line) {
    if (c == line[0])
      ++marks;
    else if (!is_blank(c))
      return false;
  }
  return marks >= 3;
}

std::optional<int> underlined_level(std::string_view line) {
  if (line.empty() || (line[0] != '=' && line[0] != '-')) return std::nullopt;
  if (!is_blank_from(line, run_of(line, line[0]))) return std::nullopt;
  return line[0] == '=' ? 1 : 2;
}

std::optional<std::uint32_t> heading_marks(std::string_view line) {
  const std::uint32_t marks = run_of(line, '#');
  if (marks == 0 || marks > kDeepestHeading) return std::nullopt;
  if (marks < line.size() && !is_blank(line[marks])) return std::nullopt;
  return marks;
}

std::uint32_t without_closing_marks(std::string_view content) {
  std::size_t size = content.size();
  while (size > 0 && content[size - 1] == '#') --size;
  if (size > 0 && !is_blank(content[size - 1])) size = content.size();
  while (size > 0 && is_blank(content[size - 1])) --size;
  return static_cast<std::uint32_t>(size);
}

std::optional<std::uint32_t> opening_fence(std::string_view line) {
  if (line.size() < 3 || (line[0] != '`' && line[0] != '~')) return std::nullopt;
  const std::uint32_t length = run_of(line, line[0]);
  if (length < 3) return std::nullopt;
  if (line[0] == '`' && line.find('`', length) != npos) return std::nullopt;
  return length;
}

bool closes_fence(std::string_view line, char mark, std::uint32_t length) {
  if (line.empty() || line[0] != mark) return false;
  const std::uint32_t found = run_of(line, mark);
  return found >= length && is_blank_from(line, found);
}

std::optional<Span> last_fence(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;  // 0 without one
  if (end == 0) return std::nullopt;
  const std::size_t begin = text.substr(0, end).find_last_of('\n') + 1;
  const std::string_view line = text.substr(begin, end - begin);
  const std::string_view marks = line.substr(behind_blanks(line, 0));
  const bool is_mark = marks.front() == '`' || marks.front() == '~';
  if (!is_mark || !closes_fence(marks, marks.front(), 3)) return std::nullopt;
  return span_at(begin, end - begin);
}

std::optional<ItemMark> item_mark(std::string_view line) {
  if (line.empty()) return std::nullopt;
  ItemMark mark;
  mark.kind = line[0];
  if (line[0] != '-' && line[0] != '+' && line[0] != '*') {
    std::uint32_t digits = 0;
    int number = 0;
    while (digits < line.size() && digits < kLongestNumber && is_ascii_digit(line[digits])) {
      number = number * 10 + (line[digits++] - '0');
    }
    if (digits == 0 || digits >= line.size()) return std::nullopt;
    mark.kind = line[digits];
    if (mark.kind != '.' && mark.kind != ')') return std::nullopt;
    mark.size = digits + 1;
    mark.number = number;
  }
  if (mark.size < line.size() && !is_blank(line[mark.size])) return std::nullopt;
  return mark;
}

std::optional<std::uint32_t> task_mark(std::string_view line) {
  if (line.size() < 4 || line[0] != '[' || line[2] != ']') return std::nullopt;
  if (line[1] != ' ' && line[1] != 'x' && line[1] != 'X') return std::nullopt;
  if (!is_blank(line[3]) || is_blank_from(line, 3)) return std::nullopt;
  return 3;
}

std::optional<std::uint32_t> footnote_mark(std::string_view line) {
  if (!line.starts_with("[^")) return std::nullopt;
  const std::size_t end = line.find_first_of("] \t[", 2);
  if (end == npos || end == 2 || line.substr(end, 2) != "]:") return std::nullopt;
  if (is_blank_from(line, end + 2)) return std::nullopt;
  return static_cast<std::uint32_t>(end + 2);
}

std::size_t unknown_mark_size(std::string_view line) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (const std::string_view bullet : {"•", "●", "◦", "‣", "・", "－"}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  for (const std::string_view dash : {"–", "—"}) {
    if (!line.starts_with(dash)) continue;
    const std::string_view rest = line.substr(dash.size());
    if (rest.starts_with(' ') || rest.starts_with(kNoBreakSpace)) return dash.size();
  }
  const std::string_view behind = line.substr(std::min<std::size_t>(line.size(), 1));
  const bool is_word =
      !behind.empty() && (is_ascii_letter(behind.front()) || !is_ascii(behind.front()));
  const bool is_hyphen = line.starts_with('-') && (behind.starts_with("**") || is_word);
  return is_hyphen ? 1 : 0;
}

}  // namespace recto
