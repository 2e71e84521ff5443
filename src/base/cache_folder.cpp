#include "base/cache_folder.h"

#include <sys/stat.h>

#include <cstdlib>
#include <string>
#include <system_error>

#include "base/hash.h"

namespace recto {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> absolute_path(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value != '/') return std::nullopt;
  return fs::path(value);
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

std::uint64_t program_identity() {
  struct stat status {};
  if (::stat("/proc/self/exe", &status) != 0) return hash_of(RECTO_VERSION);
  return hash_of(std::to_string(status.st_size) + ' ' + std::to_string(status.st_mtim.tv_sec) +
                 ' ' + std::to_string(status.st_mtim.tv_nsec));
}

}  // namespace recto
