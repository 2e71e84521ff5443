#pragma once

#include <string>
#include <string_view>

namespace recto {
struct Post;
}

namespace recto::checks {

/// The path below the root of the file that `url` in `post` names; empty for a page, another site,
/// and a path from the root.
std::string file_beside(const Post& post, std::string_view url);

/// The same of a page, too, where it is named as a file: `guide.md`, `LICENSE`.
struct PathBeside {
  std::string path;
  bool is_page = false;
};
PathBeside path_beside(const Post& post, std::string_view url);

}  // namespace recto::checks
