#include "report/color.h"

#include <cstdlib>

namespace recto {
namespace {

std::string variable(const char* name) {
  // Read once, before any thread is started.
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

}  // namespace

ColorEnvironment color_environment() {
  return {variable("NO_COLOR"), variable("CLICOLOR_FORCE"), variable("TERM")};
}

bool uses_color(Color color, bool is_terminal, const ColorEnvironment& environment) {
  if (color != Color::automatic) return color == Color::always;
  if (!environment.no_color.empty()) return false;
  const std::string& force = environment.clicolor_force;
  if (!force.empty() && force != "0") return true;
  return is_terminal && environment.term != "dumb";
}

}  // namespace recto
