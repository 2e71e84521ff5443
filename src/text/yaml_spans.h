#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

// yaml-cpp tells where a value begins, never where it ends. These scanners find the ends; they know
// the value already, so that none of them has to decide what YAML means. Lines end at LF or CRLF.

namespace recto::yaml {

/// The offset behind blanks, line ends and comments from `at` on.
std::size_t skip_filler(std::string_view text, std::size_t at);
/// The offset behind blanks and tabs from `at` on.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// Where the tags and anchors (`!!str`, `&name`) before a value end, and where the value begins.
struct Properties {
  std::size_t end;    // `at` when there are none
  std::size_t value;  // `at` when there are none
};
Properties skip_properties(std::string_view text, std::size_t at);

/// The end of the plain scalar at `begin` that was folded to `value`.
std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value);

/// The end of the quoted scalar whose opening quote stands at `begin`, behind its closing one; none
/// when nothing closes it.
std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin);

/// The end of the literal or folded scalar whose `|` or `>` stands at `begin`: behind the last byte
/// that is no line end. `parent_indent` is the column of the collection around it, -1 for none.
std::size_t block_scalar_end(std::string_view text, std::size_t begin, int parent_indent);

/// The column of `at` in bytes, from 0.
int column_of(std::string_view text, std::size_t at);
/// The offset at which the line of `at` begins.
std::size_t line_begin(std::string_view text, std::size_t at);
/// The offset of the line end after `at`; the size of `text` on the last line.
std::size_t line_end(std::string_view text, std::size_t at);

/// Whether the line that begins at `begin` looks like `key: value` or `key:`.
bool looks_like_key(std::string_view text, std::size_t begin);

}  // namespace recto::yaml
