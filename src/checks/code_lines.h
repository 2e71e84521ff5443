#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What single lines of code say in more than one form.

namespace recto::checks {

/// Whether both lines include the same file for MkDocs: `{!> a.py !}` keeps the indent of its line,
/// which is all that `>` says.
bool include_same(std::string_view ours, std::string_view theirs);

/// What stands between the quotes of `text`; `text` where it has none.
std::string_view without_quotes(std::string_view text);

/// Whether two lines differ in nothing but quotes around keys, a matter of style in `language`, as
/// language_of() names it: `{"port": 1}` and `{port: 1}`.
bool differ_in_quoted_keys(std::string_view ours, std::string_view theirs,
                           std::string_view language);

/// The key and the value of `line`, `en: "tea",`, or a name alone, `tea,`; none where it is no such
/// line.
std::optional<std::pair<std::string_view, std::string_view>> entry_of(std::string_view line);

/// Whether two lines differ in nothing but the order of names in their braces:
/// `import { lid, cup } from "tea"`.
bool have_same_names(std::string_view ours, std::string_view theirs);

/// How many lines of `full` stand between the bracket that its line at `at` ends with and the one
/// that closes it, where `other` closes it at once: `content: {},`. 0 for no such line.
std::size_t lines_inside(const std::vector<std::string>& full, std::size_t at,
                         std::string_view other);

/// Whether `line` is a statement of a program, whatever the language, and no output or prose: a
/// call of what no text names so, `gate.open(5);`, or a declaration, `var gate = 5;`.
bool is_statement(std::string_view line);

}  // namespace recto::checks
