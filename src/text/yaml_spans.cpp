#include "text/yaml_spans.h"

#include <algorithm>

namespace recto::yaml {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_break(char c) {
  return c == '\n' || c == '\r';
}

bool is_blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(text[at]) || is_break(text[at]);
}

/// Moves behind the line ends and blanks at `at`; returns the number of line ends.
std::size_t skip_fold(std::string_view text, std::size_t& at) {
  std::size_t breaks = 0;
  while (at < text.size() && (is_blank(text[at]) || is_break(text[at]))) {
    if (text[at] == '\n') ++breaks;
    ++at;
  }
  return breaks;
}

/// How many bytes of `value` from `done` on the folded line ends stand for: a blank for one, a line
/// feed for each further one.
std::size_t folded_size(std::string_view value, std::size_t done, std::size_t breaks) {
  if (breaks == 1) return value[done] == ' ' ? 1 : 0;
  std::size_t size = 0;
  while (size < breaks - 1 && done + size < value.size() && value[done + size] == '\n') ++size;
  return size;
}

std::size_t indent_at(std::string_view text, std::size_t line) {
  const std::size_t first = text.find_first_not_of(' ', line);
  return std::min(first, text.size()) - line;
}

/// The offset behind the last byte of the line at `line` that is neither CR nor LF.
std::size_t content_end(std::string_view text, std::size_t line) {
  std::size_t end = line_end(text, line);
  if (end > line && text[end - 1] == '\r') --end;
  return end;
}

/// The digit in the header of a block scalar (`|2-`); 0 when it has none.
std::size_t explicit_indent(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size() && !is_blank_at(text, at); ++at) {
    if (text[at] >= '1' && text[at] <= '9') return static_cast<std::size_t>(text[at] - '0');
  }
  return 0;
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t skip_filler(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_blank(text[at]) || is_break(text[at])) {
      ++at;
    } else if (text[at] == '#' && (at == 0 || is_blank_at(text, at - 1))) {
      at = line_end(text, at);
    } else {
      break;
    }
  }
  return at;
}

Properties skip_properties(std::string_view text, std::size_t at) {
  Properties found{at, at};
  while (found.value < text.size() && (text[found.value] == '&' || text[found.value] == '!')) {
    std::size_t end = found.value;
    while (!is_blank_at(text, end) && text[end] != ',' && text[end] != ']' && text[end] != '}') {
      ++end;
    }
    found = {end, skip_filler(text, end)};
  }
  return found;
}

std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  std::size_t done = 0;
  while (done < value.size() && at < text.size()) {
    if (!is_blank(text[at]) && !is_break(text[at])) {
      if (text[at] != value[done]) break;
      ++at;
      ++done;
      continue;
    }
    std::size_t behind = at;
    const std::size_t breaks = skip_fold(text, behind);
    const std::size_t size = breaks == 0 ? behind - at : folded_size(value, done, breaks);
    if (size == 0) break;
    done += size;
    at = behind;
  }
  return at;
}

std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool is_doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!is_doubled) return at + 1;
      ++at;
    }
  }
  return std::nullopt;
}

std::size_t block_scalar_end(std::string_view text, std::size_t begin, int parent_indent) {
  const int deeper = parent_indent + 1;  // 0 at the root
  const auto least = static_cast<std::size_t>(deeper);
  std::size_t indent = explicit_indent(text, begin);
  const bool is_explicit = indent > 0;
  if (is_explicit) indent += static_cast<std::size_t>(std::max(parent_indent, 0));
  std::size_t end = content_end(text, begin);
  bool knows_indent = is_explicit;
  for (std::size_t line = line_end(text, begin) + 1; line < text.size();
       line = line_end(text, line) + 1) {
    const std::size_t content = content_end(text, line);
    const std::size_t own = indent_at(text, line);
    if (line + own >= content) continue;  // a blank line: inside only if more follows
    if (!knows_indent) {
      if (own < least) break;
      indent = own;
      knows_indent = true;
    }
    if (own < indent) break;
    end = content;
  }
  return end;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const std::size_t before = text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

int column_of(std::string_view text, std::size_t at) {
  return static_cast<int>(at - line_begin(text, at));
}

bool looks_like_key(std::string_view text, std::size_t begin) {
  const std::size_t end = line_end(text, begin);
  std::size_t at = begin;
  while (at < end && text[at] != ':' && text[at] != '#' && text[at] != '"') ++at;
  if (at == begin || at >= end || text[at] != ':' || !is_blank_at(text, at + 1)) return false;
  // A sentence with a colon in it is no key; keys are one word, two at the most.
  return std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                    text.begin() + static_cast<std::ptrdiff_t>(at), ' ') <= 1;
}

}  // namespace recto::yaml
