#pragma once

#include <string_view>

#include "checks/code_text.h"

// Where code may be broken into lines, and what may stand at the end of one, are matters of style.

namespace recto::checks {

/// Whether the two differ by no more than commas and semicolons at their ends, a matter of style or
/// a slip of the source.
bool differ_in_end_marks(std::string_view ours, std::string_view theirs);

/// Whether the code of the two posts differs in line ends alone that say nothing in its `language`,
/// as language_of() names it.
bool differ_in_line_ends(const Post& source, const CodeText& ours, const Post& translation,
                         const CodeText& theirs, std::string_view language);

}  // namespace recto::checks
