#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"

// Variables in texts: what a program puts a value in the place of.

namespace recto {

/// The size in bytes of the variable of a text for people at `at`: `%s`, `%1$d`, `%(name)s`, `{0}`,
/// `{name}`; 0 where none begins.
std::size_t variable_size(std::string_view text, std::size_t at);

/// The variables of `text`, a string of a program, in reading order: those, and `${name}`, `{}`,
/// `{name:>8}`; `$NAME` where the language `has_dollars`.
std::vector<Span> variables_in_string(std::string_view text, bool has_dollars);

/// The first variables of two such strings that the other lacks; empty spans where there are none.
struct OtherVariables {
  Span source;
  Span translation;
};

/// How the variables of two strings differ; two empty spans where they do not. Their order is free,
/// but `%d`, `{}` stand for what their place among their kind says, `%1$d`, `{0}`.
OtherVariables other_variables(std::string_view source, std::string_view translation,
                               bool has_dollars);

}  // namespace recto
