#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"

namespace recto {

/// Finds lines and columns of byte offsets; built once a text, then a binary search a look-up.
/// Lines end at LF, CRLF or a lone CR. A byte order mark counts as no column.
class LineMap {
 public:
  explicit LineMap(std::string_view text);

  /// The line of the byte at `offset`, from 1.
  std::size_t line(std::uint32_t offset) const;
  std::size_t line_count() const { return starts_.size(); }
  /// The bytes of the line with that number, without its end.
  Span line_span(std::string_view text, std::size_t line) const;
  /// The column of the byte at `offset` of `text`, from 1, in the line that begins at `line_begin`;
  /// behind the text it is that of its end.
  std::size_t column(std::string_view text, std::uint32_t line_begin, std::uint32_t offset) const;

 private:
  std::vector<std::uint32_t> starts_;
  // How many code points begin before each step: a line may be as long as a file, and have a
  // finding in every word.
  std::vector<std::size_t> code_points_;
};

/// `span` of `text` as a Location in the file `path`.
Location locate(std::string_view text, const LineMap& lines, std::string path, Span span);

/// The first line of `span` in `text` as an excerpt.
Excerpt excerpt_at(std::string_view text, const LineMap& lines, Span span);

}  // namespace recto
