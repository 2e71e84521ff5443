#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"

// The marks by which a line begins a block. Each function, but for the one that is given a text, is
// given a line from its first byte that is no blank to its end.

namespace recto {

/// Whether `line` is a divider: `***`, `- - -`.
bool is_divider(std::string_view line);

/// The level of the heading that `line` underlines, `===` or `---`; none when it is something else.
std::optional<int> underlined_level(std::string_view line);

/// The number of `#` that make `line` a heading; none when it is something else.
std::optional<std::uint32_t> heading_marks(std::string_view line);

/// The size of a heading's content once the closing `#` are gone.
std::uint32_t without_closing_marks(std::string_view content);

/// The length of the fence that opens with `line`; none when it is something else.
std::optional<std::uint32_t> opening_fence(std::string_view line);

/// Whether `line` closes a fence of `length` characters `mark`.
bool closes_fence(std::string_view line, char mark, std::uint32_t length);

/// The last line of `text` that is not blank, when it is a bare fence: its place, without line end.
std::optional<Span> last_fence(std::string_view text);

/// The mark of a list item: `-`, `12.`.
struct ItemMark {
  char kind = '-';  // `-`, `+`, `*`, `.` or `)`: items of one kind make a list
  std::uint32_t size = 1;
  std::optional<int> number;
};
std::optional<ItemMark> item_mark(std::string_view line);

/// The size of a task mark, `[x]`, that begins the text of an item; none when it is something else.
std::optional<std::uint32_t> task_mark(std::string_view line);

/// The size of what readers take for the mark of an item at the beginning of `line`, and Markdown
/// does not: `•`, a dash, a hyphen with bold text or a no-break space behind it; 0 for none.
std::size_t unknown_mark_size(std::string_view line);

/// The size of the mark, `[^1]:`, by which `line` begins a footnote; none when it is something
/// else.
std::optional<std::uint32_t> footnote_mark(std::string_view line);

}  // namespace recto
