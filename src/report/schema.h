#pragma once

#include <string>
#include <vector>

#include "checks/rule.h"

namespace recto {

/// The JSON schema (2020-12) of recto.yaml, with `rules` by name.
std::string config_schema(const std::vector<Rule>& rules);

}  // namespace recto
