#pragma once

#include <cstddef>
#include <functional>

namespace recto {

/// As many threads as can run at once; at least one.
std::size_t processors();

/// Calls `task(i)` once for every i below `count`, on at most `jobs` threads, beginning tasks in
/// order. Returns when all are done. The first exception of a task ends the rest and is thrown
/// again here.
void for_each_index(std::size_t count, std::size_t jobs,
                    const std::function<void(std::size_t)>& task);

}  // namespace recto
