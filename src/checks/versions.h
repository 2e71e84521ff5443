#pragma once

#include <cstddef>
#include <string_view>

#include "checks/check.h"

namespace recto::checks {

/// What of one side has no counterpart.
struct Lone {
  std::size_t blocks = 0;
  std::size_t all_blocks = 0;
  std::size_t bytes = 0;
  std::size_t all_bytes = 0;
};

/// The same of both.
struct LoneSides {
  Lone source;
  Lone translation;
};
LoneSides lone_sides(const Subject& subject);

/// Whether the translation is of another version of its source: on both sides much, and together
/// more than one of them holds, has no counterpart; or less, and few of its codes and links are the
/// source's.
bool is_other_version(const Subject& subject);

/// Whether the translation stops where it has begun: hardly a block of the source has a
/// counterpart, and what little is there was paired by its place alone.
bool is_stub(const Subject& subject);

/// Whether the rule of that name compares blocks, so that its findings say little about a
/// translation of another version or a stub.
bool compares_blocks(std::string_view rule);

}  // namespace recto::checks
