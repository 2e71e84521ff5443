#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

// Where front matter begins and ends, found line by line. Lines end at LF, CRLF or a lone CR.

namespace recto {

/// A line: its content is `begin`..`end`, the next one begins at `next`.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;
};

/// The line of `text` that begins at `begin`.
Line line_at(std::string_view text, std::size_t begin);

/// Whether `line` holds nothing but blanks.
bool is_blank(std::string_view text, const Line& line);

/// Whether `line` is `fence`, blanks behind it aside.
bool is_fence(std::string_view text, const Line& line, std::string_view fence);

/// The first line from `begin` on that is `fence`.
std::optional<Line> find_fence(std::string_view text, std::size_t begin, std::string_view fence);

/// The offset behind the blank lines from `begin` on.
std::size_t skip_blank_lines(std::string_view text, std::size_t begin);

/// Where the lines from `begin` on stop looking like the keys and values of a front matter.
std::size_t yaml_lines_end(std::string_view text, std::size_t begin);

/// The full-width colons behind keys in the lines of `yaml`: to YAML they are letters.
std::vector<Span> wide_colons(std::string_view text, Span yaml);

/// The offset behind the JSON object that begins at `begin` and has its last line to itself; none
/// when there is no such object.
std::optional<std::size_t> json_end(std::string_view text, std::size_t begin);

}  // namespace recto
