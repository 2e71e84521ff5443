#include "discover/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
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

/// A name in a folder.
struct Entry {
  std::string name;  // of a folder with a slash behind it, so that names sort as the paths below do
  bool is_folder = false;  // one that is not named like a post
  bool is_link = false;
  bool is_broken = false;  // a link that leads nowhere
};

/// What most file systems tell along with the name, and the others when asked.
Entry entry_of(const dirent& found, const std::string& folder) {
  Entry entry{.name = found.d_name, .is_folder = found.d_type == DT_DIR};
  if (found.d_type == DT_UNKNOWN || found.d_type == DT_LNK) {
    const std::string path = folder + "/" + entry.name;
    struct stat status = {};
    const bool is_there = ::lstat(path.c_str(), &status) == 0;
    entry.is_link = is_there && S_ISLNK(status.st_mode);
    entry.is_broken = entry.is_link && ::stat(path.c_str(), &status) != 0;
    entry.is_folder = is_there && S_ISDIR(status.st_mode);
  }
  entry.is_folder = entry.is_folder && !is_post_name(entry.name);
  if (entry.is_folder) entry.name += '/';
  return entry;
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
    for (const Entry& entry : entries_of(folder, prefix)) {
      const std::string name = entry.name.substr(0, entry.name.size() - (entry.is_folder ? 1 : 0));
      if (entry.is_link) {
        visit_link(entry, name, folder, prefix);
      } else if (is_post_name(name)) {
        tree.posts.push_back(prefix + name);
      } else if (entry.is_folder && !is_passed_over(name, prefix + name)) {
        enter(folder + "/" + name, prefix + entry.name);
      }
    }
  }

 private:
  std::vector<Entry> entries_of(const std::string& folder, const std::string& prefix) {
    std::vector<Entry> entries;
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.c_str()));
    if (!open) {
      tree.closed.push_back({prefix, std::generic_category().message(errno)});
      return entries;
    }
    while (const dirent* found = ::readdir(open.get())) entries.push_back(entry_of(*found, folder));
    std::sort(entries.begin(), entries.end(),
              [](const Entry& left, const Entry& right) { return left.name < right.name; });
    return entries;
  }

  /// A post may be a link to another post of the site. A folder that is one is entered under its
  /// own name, too, but no link within it: no circle is walked for ever.
  void visit_link(const Entry& entry, const std::string& name, const std::string& folder,
                  const std::string& prefix) {
    const std::string path = folder + "/" + name;
    // Whoever reads a post that leads nowhere will say so.
    const bool is_folder = entry.is_folder && !is_passed_over(name, prefix + name);
    if (!is_post_name(name) && !is_folder) return;
    if (is_folder && is_inside(folder, path)) return;  // back up
    std::error_code failure;
    const bool leads_to_post =
        entry.is_broken || is_post_name(fs::weakly_canonical(path, failure).filename().string());
    const bool is_followed = is_folder ? !is_in_link_ && links_++ < kMostLinks : leads_to_post;
    if (!entry.is_broken && (!is_followed || !is_inside(path, root_))) {
      tree.outside.push_back(prefix + name);
    } else if (is_folder) {
      is_in_link_ = true;
      enter(path, prefix + entry.name);
      is_in_link_ = false;
    } else {
      tree.posts.push_back(prefix + name);
      tree.links.push_back(prefix + name);
    }
  }

  static constexpr std::size_t kMostLinks = 100;  // to folders: each may hold the whole site again

  fs::path root_;
  std::size_t links_ = 0;
  bool is_in_link_ = false;
};

}  // namespace

std::vector<std::string> folders_in(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code failure;
  for (fs::directory_iterator entries(folder, failure);
       !failure && entries != fs::directory_iterator(); entries.increment(failure)) {
    if (entries->is_directory(failure)) names.insert(entries->path().filename().string());
  }
  return {names.begin(), names.end()};
}

bool is_post_name(const std::string& path) {
  return path.ends_with(".md") || path.ends_with(".mdx") || path.ends_with(".markdown");
}

Tree walk(const fs::path& root) {
  Walker walker(root);
  walker.enter(root.string(), "");
  std::sort(walker.tree.outside.begin(), walker.tree.outside.end());
  return std::move(walker.tree);
}

}  // namespace recto
