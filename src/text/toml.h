#pragma once

#include <cstdint>
#include <string_view>

#include "text/yaml.h"

namespace recto::toml {

/// Parses one TOML 1.0 document into the tree that YAML is read into: tables are maps, arrays
/// lists, and what is no string is a plain scalar as it is spelled. The span of a table is that of
/// its entries. What is beyond `limits` is a problem, as are more dots in a line than any key
/// needs.
yaml::Document parse(std::string_view text, std::uint32_t offset = 0,
                     const yaml::Limits& limits = {});

}  // namespace recto::toml
