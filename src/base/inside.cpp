#include "base/inside.h"

#include <algorithm>
#include <system_error>

#include "base/error.h"

namespace fs = std::filesystem;

namespace recto {

bool is_inside(const fs::path& path, const fs::path& folder) {
  std::error_code failure;
  const fs::path real = fs::weakly_canonical(path, failure);
  if (failure) return false;
  const fs::path real_folder = fs::weakly_canonical(folder, failure);
  if (failure) return false;
  const auto [end, rest] =
      std::mismatch(real_folder.begin(), real_folder.end(), real.begin(), real.end());
  // What git keeps there is no part of a site: a hook is run, a setting names what is run.
  return end == real_folder.end() && std::find(rest, real.end(), ".git") == real.end();
}

bool stays_inside(const std::string& name) {
  const fs::path path(name);
  return path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
}

fs::path inside(const fs::path& root, const std::string& name) {
  fs::path path = root / name;
  if (!stays_inside(name) || !is_inside(path, root)) {
    throw Error(name + " leads out of the folder of recto.yaml; it is not followed");
  }
  return path;
}

}  // namespace recto
