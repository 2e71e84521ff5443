#include "post/table_syntax.h"

#include "base/ascii.h"

namespace recto {
namespace {

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

std::vector<Span> cells_of(std::string_view text, Span line) {
  line = trimmed(text, line);
  std::vector<Span> cells;
  std::uint32_t begin = line.begin;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '|') {
      if (at != line.begin) cells.push_back(trimmed(text, {begin, at}));
      begin = at + 1;
    }
  }
  if (begin < line.end || cells.empty()) cells.push_back(trimmed(text, {begin, line.end}));
  return cells;
}

std::optional<std::size_t> announced_columns(std::string_view line) {
  std::size_t columns = 0;
  bool has_pipe = false;
  std::size_t at = 0;
  const auto skip_blanks = [&] {
    while (at < line.size() && is_blank(line[at])) ++at;
  };
  const auto skip_pipe = [&] {
    const bool found = at < line.size() && line[at] == '|';
    if (found) ++at;
    has_pipe = has_pipe || found;
    skip_blanks();
    return found;
  };
  skip_blanks();
  skip_pipe();
  for (bool goes_on = true; goes_on; ++columns) {
    if (at < line.size() && line[at] == ':') ++at;
    const std::size_t dashes = at;
    while (at < line.size() && line[at] == '-') ++at;
    if (at == dashes) return std::nullopt;
    if (at < line.size() && line[at] == ':') ++at;
    skip_blanks();
    const bool is_parted = skip_pipe();
    goes_on = at < line.size();
    if (goes_on && !is_parted) return std::nullopt;
  }
  if (!has_pipe) return std::nullopt;
  return columns;
}

}  // namespace recto
