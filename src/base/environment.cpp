#include "base/environment.h"

#include <cstdlib>

namespace recto {

std::string environment_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::string() : value;
}

}  // namespace recto
