#include "post/line_cursor.h"

#include <algorithm>

namespace recto {
namespace {

constexpr unsigned kTab = 4;

unsigned behind(char c, unsigned column) {
  return c == '\t' ? (column / kTab + 1) * kTab : column + 1;
}

}  // namespace

LineCursor::LineCursor(std::string_view text, Span line)
    : text_(text), line_(line), at_(line.begin) {
  skip_blanks();
}

Span LineCursor::trimmed() const {
  std::uint32_t end = line_.end;
  while (end > at_ && is_blank(text_[end - 1])) --end;
  return {at_, end};
}

void LineCursor::skip_blanks() {
  const unsigned before = column_;
  while (at_ < line_.end && is_blank(text_[at_])) column_ = behind(text_[at_++], column_);
  indent_ = column_ - before;
}

void LineCursor::skip(std::uint32_t size) {
  size = std::min(size, line_.end - at_);
  at_ += size;
  column_ += size;
  skip_blanks();
}

std::uint32_t LineCursor::begin_with_indent(unsigned columns) const {
  std::uint32_t begin = at_;
  unsigned left = columns;
  while (left > 0 && begin > line_.begin && text_[begin - 1] == ' ') {
    --begin;
    --left;
  }
  if (left == 0 || begin == line_.begin || text_[begin - 1] != '\t') return begin;
  // A tab among them: only from the beginning of the line can columns be counted.
  const unsigned wanted = column_ - std::min(columns, column_);
  unsigned column = 0;
  for (begin = line_.begin; begin < at_ && column < wanted; ++begin) {
    column = behind(text_[begin], column);
  }
  if (column > wanted && begin > line_.begin && text_[begin - 1] == '\t') --begin;
  return begin;
}

}  // namespace recto
