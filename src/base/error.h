#pragma once

#include <stdexcept>
#include <string>

namespace recto {

/// Something that the user must correct: the configuration, a rule file, a command line, a PATH.
/// Thrown where it is found, caught once, in main, which prints what() and ends with exit 2.
class Error : public std::runtime_error {
 public:
  /// `line` counts from 1; 0 leaves it out. `path` may be empty.
  Error(const std::string& path, std::size_t line, const std::string& what);
  explicit Error(const std::string& what);
};

}  // namespace recto
