#include "discover/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/inside.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

/// What a generator writes lies at the root; a folder of posts may be called `build`, too.
bool is_passed_over(const std::string& name, const std::string& path) {
  constexpr std::array<std::string_view, 4> kOutput = {"build", "dist", "public", "_site"};
  if (name.starts_with('.') || name == "node_modules") return true;
  return path == name && std::find(kOutput.begin(), kOutput.end(), name) != kOutput.end();
}

std::string name_of(const fs::directory_entry& entry) {
  const std::string& path = entry.path().native();
  return path.substr(path.rfind('/') + 1);
}

class Walker {
 public:
  explicit Walker(const fs::path& root) : root_(root) {}

  Tree tree;

  void enter(const fs::path& folder, const std::string& prefix) {
    std::error_code failure;
    if (was_entered(folder)) return;
    fs::directory_iterator entries(folder, failure);
    if (failure) {
      tree.notes.push_back(prefix + " cannot be read: " + failure.message());
      return;
    }
    for (const fs::directory_entry& entry : entries) visit(entry, prefix);
  }

 private:
  /// A link back up would be walked for ever.
  bool was_entered(const fs::path& folder) {
    struct stat status = {};
    if (::stat(folder.c_str(), &status) != 0) return false;
    return !entered_.emplace(status.st_dev, status.st_ino).second;
  }

  void visit(const fs::directory_entry& entry, const std::string& prefix) {
    std::error_code failure;
    const std::string name = name_of(entry);
    if (entry.is_symlink(failure) && !is_inside(entry.path(), root_)) return;
    if (is_post_name(name)) {
      tree.posts.push_back(prefix + name);
    } else if (entry.is_directory(failure) && !is_passed_over(name, prefix + name)) {
      enter(entry.path(), prefix + name + "/");
    }
  }

  fs::path root_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

bool is_post_name(const std::string& path) {
  return path.ends_with(".md") || path.ends_with(".mdx") || path.ends_with(".markdown");
}

Tree walk(const fs::path& root) {
  Walker walker(root);
  walker.enter(root, "");
  std::sort(walker.tree.posts.begin(), walker.tree.posts.end());
  return std::move(walker.tree);
}

}  // namespace recto
