#include "report/color.h"

#include "base/environment.h"

namespace recto {

ColorEnvironment color_environment() {
  return {environment_variable("NO_COLOR"), environment_variable("CLICOLOR_FORCE"),
          environment_variable("TERM")};
}

bool uses_color(Color color, bool is_terminal, const ColorEnvironment& environment) {
  if (color != Color::automatic) return color == Color::always;
  if (!environment.no_color.empty()) return false;
  const std::string& force = environment.clicolor_force;
  if (!force.empty() && force != "0") return true;
  return is_terminal && environment.term != "dumb";
}

}  // namespace recto
