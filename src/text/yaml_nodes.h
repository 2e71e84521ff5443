#pragma once

#include <cstddef>
#include <cstdint>

#include "text/yaml.h"

namespace recto::yaml {

/// What a node costs; aliases multiply it.
struct Weight {
  std::size_t nodes = 1;
  std::size_t bytes = 0;
};
Weight weight_of(const Node& node);

/// Gives `node` and all in it the one place `span`.
void place(Node& node, Span span);

/// Moves all spans of `node` by `offset`.
void shift(Node& node, std::uint32_t offset);

}  // namespace recto::yaml
