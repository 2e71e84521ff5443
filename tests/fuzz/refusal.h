#pragma once

#include <optional>

#include "base/error.h"

namespace recto::fuzzing {

/// What `read` returns; none when it refuses the file in the one way that it may.
template <typename Read>
auto unless_refused(const Read& read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace recto::fuzzing
