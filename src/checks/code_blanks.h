#pragma once

#include <string_view>

namespace recto::checks {

/// Whether two lines of code in `language`, as language_of() names it, that are the same but for
/// blanks say something else by one: `rm ./a` and `rm . /a`, `foobar` and `foo bar`, `=>` and `=
/// >`.
bool differ_in_telling_blanks(std::string_view ours, std::string_view theirs,
                              std::string_view language);

}  // namespace recto::checks
