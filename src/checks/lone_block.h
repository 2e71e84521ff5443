#pragma once

#include <cstddef>

namespace recto::checks {

/// A block that the other side lacks.
struct LoneBlock {
  std::size_t block = 0;  // index into the post that has it
  std::size_t place = 0;  // index of the block of the other post before which it would stand
};

}  // namespace recto::checks
