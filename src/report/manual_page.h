#pragma once

#include <string>
#include <vector>

#include "report/command_help.h"

namespace recto {

/// recto.1: all commands with their options, for `man`.
std::string manual_page(const std::vector<CommandHelp>& commands);

}  // namespace recto
