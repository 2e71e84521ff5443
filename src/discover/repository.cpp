#include "discover/repository.h"

#include <system_error>

namespace recto {

std::optional<std::filesystem::path> repository_of(const std::filesystem::path& folder) {
  std::error_code failure;
  for (std::filesystem::path top = folder;; top = top.parent_path()) {
    // A file in a linked work tree or a submodule, a folder elsewhere.
    if (std::filesystem::exists(top / ".git", failure)) return top;
    if (top == top.parent_path()) return std::nullopt;
  }
}

}  // namespace recto
