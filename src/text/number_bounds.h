#pragma once

#include <cstddef>
#include <string_view>

#include "base/span.h"

// What stands around the digits of a number.

namespace recto {

bool is_blank(char32_t c);  // inside a line, narrow ones included
bool is_dash(char32_t c);   // of a range, tildes included
/// Han, kana and Hangul are written without blanks between a number and its unit.
bool is_east_asian(char32_t c);

/// The code point that begins at `at`, or that ends there; 0 where the text ends.
char32_t code_point_at(std::string_view text, std::size_t at);
char32_t code_point_before(std::string_view text, std::size_t at);

/// Whether the digits from `begin` are part of a name, an address or a formula.
bool continues_word(std::string_view text, std::size_t begin);
/// Whether the digits from `begin` are those of a version: `v2.3`, the `5` of `3.0.0-beta.5`.
bool is_version(std::string_view text, std::size_t begin);
/// Whether letters and digits go on in turn from `at`, behind digits: `3f2a`, `2_1`.
bool is_cut_off(std::string_view text, std::size_t at);
/// Whether a percent sign stands behind `number`, or before it.
bool is_percent(std::string_view text, Span number);

}  // namespace recto
