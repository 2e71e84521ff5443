#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace recto {

/// How an excerpt is drawn.
struct ExcerptStyle {
  std::size_t number_width = 1;  // digits of the longer line number of a finding
  std::size_t width = 100;       // cells that the text may take
  char mark = '^';
  std::string mark_begin;  // an escape for color; empty without
  std::string mark_end;
};

/// The line of `excerpt` behind a gutter with its number, and its marks in the line below; a long
/// line as a window around the mark. Text from right to left is not underlined: the marked piece is
/// quoted in the second line.
std::vector<std::string> drawn(const Excerpt& excerpt, std::size_t line, const ExcerptStyle& style);

}  // namespace recto
