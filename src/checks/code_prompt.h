#pragma once

#include <cstddef>
#include <string_view>

namespace recto::checks {

/// What `skeleton`, the code of `line` without its texts, says without the `$ ` of a shell.
std::string_view without_prompt(std::string_view skeleton, std::string_view line);

/// `user@machine:~$`: names that a reader has in a way of their own.
bool is_prompt(std::string_view line);

/// Whether two lines are one command, entered by somebody else or in another shell.
bool differ_in_prompts(std::string_view ours, std::string_view theirs);

/// Whether the byte `place` of `line`, an input behind a prompt, is in the name of the program,
/// which nobody translates: `git` of `$ git clone`.
bool names_command(std::string_view line, std::size_t place);

}  // namespace recto::checks
