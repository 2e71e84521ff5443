#include "base/error.h"

namespace recto {
namespace {

std::string located(const std::string& path, std::size_t line, const std::string& what) {
  if (path.empty()) return what;
  if (line == 0) return path + ": " + what;
  return path + ":" + std::to_string(line) + ": " + what;
}

}  // namespace

Error::Error(const std::string& path, std::size_t line, const std::string& what)
    : std::runtime_error(located(path, line, what)) {}

Error::Error(const std::string& what) : std::runtime_error(what) {}

}  // namespace recto
