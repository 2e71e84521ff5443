#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace recto {

/// How many findings there are of each severity.
struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;

  std::size_t total() const { return errors + warnings + hints; }
  /// The count of that severity.
  std::size_t& of(Severity severity);

  friend bool operator==(const Counts&, const Counts&) = default;
};

Counts counts_of(const std::vector<Diagnostic>& diagnostics);

/// `1 error`, `3 errors`.
std::string counted(std::size_t count, const std::string& noun);
/// `2 errors, 1 warning and 4 hints`; what there is none of is left out.
std::string counted(const Counts& counts);

}  // namespace recto
