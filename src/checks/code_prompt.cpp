#include "checks/code_prompt.h"

#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// What `line` says behind the prompt of a shell: `$ `, `% `, `user@machine:~$ `; all of it when it
/// has none.
std::string_view behind_prompt(std::string_view line) {
  const std::size_t end = line.find_first_of("$%");
  if (end == line.npos || end + 1 >= line.size() || line[end + 1] != ' ') return line;
  const std::string_view before = line.substr(0, end);
  const bool names_machine =
      before.find('@') != line.npos && before.find_first_of(" \t") == line.npos;
  return before.empty() || names_machine ? line.substr(end + 2) : line;
}

}  // namespace

std::string_view without_prompt(std::string_view skeleton, std::string_view line) {
  return line.starts_with("$ ") && skeleton.starts_with('$') ? skeleton.substr(1) : skeleton;
}

bool is_prompt(std::string_view line) {
  return line.ends_with('$') && line.find('@') != std::string_view::npos;
}

bool differ_in_prompts(std::string_view ours, std::string_view theirs) {
  return collapsed(behind_prompt(ours)) == collapsed(behind_prompt(theirs));
}

bool names_command(std::string_view line, std::size_t place) {
  const std::string_view input = behind_prompt(line);
  const std::size_t before = line.size() - input.size();
  if (before == 0 || place < before) return false;
  return input.substr(0, place - before).find(' ') == input.npos;
}

}  // namespace recto::checks
