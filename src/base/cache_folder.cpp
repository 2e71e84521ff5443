#include "base/cache_folder.h"

#include <string>
#include <system_error>

#include "base/environment.h"

namespace recto {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> absolute_path(const char* variable) {
  const std::string value = environment_variable(variable);
  return value.starts_with('/') ? std::optional<fs::path>(value) : std::nullopt;
}

}  // namespace

std::optional<fs::path> cache_folder() {
  if (const auto folder = absolute_path("XDG_CACHE_HOME")) return *folder / "recto";
  if (const auto home = absolute_path("HOME")) return *home / ".cache" / "recto";
  return std::nullopt;
}

bool make_cache_folder(const fs::path& folder) {
  std::error_code failure;
  if (fs::create_directories(folder, failure)) {
    fs::permissions(folder, fs::perms::owner_all, failure);
  }
  return fs::is_directory(folder, failure);
}

}  // namespace recto
