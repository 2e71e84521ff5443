#pragma once

#include <string>
#include <string_view>

// How the same code within a line is written in more than one way.

namespace recto::checks {

/// `text` without slashes at its ends: a path may be written with or without them.
std::string_view without_slashes(std::string_view text);

/// `text` without what writers of code hold differently: `#` between a class and its method, blanks
/// beside signs, quotes around it, dots for what is left out, how long a mask of `x` is, and the
/// prompt of a shell.
std::string without_style(std::string_view text);

/// `text` without a word behind it that says what it is, which other languages put before it and
/// out of the code: `>=` of `>= operator`.
std::string_view without_kind(std::string_view text);

/// Whether the two, both without style, are one name, called or not, or one method.
bool is_same_name(std::string_view left, std::string_view right);

/// Whether `text` has `code` and no longer name around it.
bool holds_code(std::string_view text, std::string_view code);

}  // namespace recto::checks
