#pragma once

#include <string>

namespace recto {

enum class Color { automatic, always, never };

/// The variables of the environment that decide about color; empty when not set.
struct ColorEnvironment {
  std::string no_color;        // NO_COLOR
  std::string clicolor_force;  // CLICOLOR_FORCE
  std::string term;            // TERM
};

/// These variables as they are now.
ColorEnvironment color_environment();

/// Whether to write in color: as `color` says; when it is automatic, never with NO_COLOR, always
/// with CLICOLOR_FORCE, else on a terminal that is not `dumb`.
bool uses_color(Color color, bool is_terminal, const ColorEnvironment& environment);

}  // namespace recto
