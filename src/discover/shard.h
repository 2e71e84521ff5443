#pragma once

#include <cstddef>
#include <filesystem>

#include "discover/pairs.h"

namespace recto {

/// One of the parts that the jobs of a matrix divide a site into.
struct Shard {
  std::size_t index = 1;  // from 1
  std::size_t count = 1;

  friend bool operator==(const Shard&, const Shard&) = default;
};

/// Leaves of `selection` what belongs to `shard`: whole sources with all their translations and
/// those they lack, and orphans. The shards of one state of the files are about as large and make
/// up the whole.
void keep_shard(const Shard& shard, const std::filesystem::path& root, Selection& selection);

}  // namespace recto
