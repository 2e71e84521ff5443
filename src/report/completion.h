#pragma once

#include <string>
#include <vector>

#include "report/command_help.h"

namespace recto {

/// Scripts that complete recto's commands, options and their values, and files elsewhere.
std::string bash_completion(const std::vector<CommandHelp>& commands);
std::string zsh_completion(const std::vector<CommandHelp>& commands);
std::string fish_completion(const std::vector<CommandHelp>& commands);

}  // namespace recto
