#include "discover/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
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

enum class Kind { folder, link, other };

Kind kind_of(mode_t mode) {
  if (S_ISLNK(mode)) return Kind::link;
  return S_ISDIR(mode) ? Kind::folder : Kind::other;
}

/// A place where a link leads to is what `stat` says, a link itself what `lstat` says.
template <typename Ask>
Kind asked_kind(Ask ask, const std::string& path) {
  struct stat status = {};
  return ask(path.c_str(), &status) == 0 ? kind_of(status.st_mode) : Kind::other;
}

/// What most file systems tell along with the name.
Kind kind_of(const dirent& entry, const std::string& path) {
  if (entry.d_type == DT_UNKNOWN) return asked_kind(::lstat, path);
  if (entry.d_type == DT_LNK) return Kind::link;
  return entry.d_type == DT_DIR ? Kind::folder : Kind::other;
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

/// The standard library's iterator makes a path of each name and takes it apart, which costs more
/// than all else that recto does to find the posts of a site.
class Walker {
 public:
  explicit Walker(fs::path root) : root_(std::move(root)) {}

  Tree tree;

  /// `prefix` is the path of `folder` below the root, with a slash behind it.
  void enter(const std::string& folder, const std::string& prefix) {
    const std::unique_ptr<DIR, CloseFolder> entries(::opendir(folder.c_str()));
    if (!entries) {
      tree.closed.push_back({prefix, std::generic_category().message(errno)});
      return;
    }
    while (const dirent* entry = ::readdir(entries.get())) visit(*entry, folder, prefix);
  }

 private:
  void visit(const dirent& entry, const std::string& folder, const std::string& prefix) {
    const std::string name = entry.d_name;
    const std::string path = folder + "/" + name;
    const Kind kind = kind_of(entry, path);
    if (kind == Kind::link) return visit_link(name, path, prefix);
    if (is_post_name(name)) {
      tree.posts.push_back(prefix + name);
    } else if (is_entered(kind, name, prefix)) {
      enter(path, prefix + name + "/");
    }
  }

  /// A post may be a link to another post of the site. A folder that is one is entered under its
  /// own name, too, but no link within it: no circle is walked for ever.
  void visit_link(const std::string& name, const std::string& path, const std::string& prefix) {
    struct stat status = {};
    // Whoever reads a post that leads nowhere will say so.
    const bool is_broken = ::stat(path.c_str(), &status) != 0;
    const bool is_folder = !is_broken && is_entered(kind_of(status.st_mode), name, prefix);
    if (!is_post_name(name) && !is_folder) return;
    if (is_folder && is_inside(fs::path(path).parent_path(), path)) return;  // back up
    std::error_code failure;
    const bool leads_to_post =
        is_broken || is_post_name(fs::weakly_canonical(path, failure).filename().string());
    const bool is_followed = is_folder ? !is_in_link_ && links_++ < kMostLinks : leads_to_post;
    if (!is_broken && (!is_followed || !is_inside(path, root_))) {
      tree.outside.push_back(prefix + name);
    } else if (is_folder) {
      is_in_link_ = true;
      enter(path, prefix + name + "/");
      is_in_link_ = false;
    } else {
      tree.posts.push_back(prefix + name);
      tree.links.push_back(prefix + name);
    }
  }

  static bool is_entered(Kind kind, const std::string& name, const std::string& prefix) {
    return kind == Kind::folder && !is_passed_over(name, prefix + name);
  }

  static constexpr std::size_t kMostLinks = 100;  // to folders: each may hold the whole site again

  fs::path root_;
  std::size_t links_ = 0;
  bool is_in_link_ = false;
};

}  // namespace

bool is_post_name(const std::string& path) {
  return path.ends_with(".md") || path.ends_with(".mdx") || path.ends_with(".markdown");
}

Tree walk(const fs::path& root) {
  Walker walker(root);
  walker.enter(root.string(), "");
  std::sort(walker.tree.posts.begin(), walker.tree.posts.end());
  std::sort(walker.tree.outside.begin(), walker.tree.outside.end());
  return std::move(walker.tree);
}

}  // namespace recto
