#pragma once

#include <string>

namespace recto {

/// What an environment variable says; empty when it is not set. Nothing sets one while recto runs.
std::string environment_variable(const std::string& name);

}  // namespace recto
