#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recto {

/// A folder that cannot be read.
struct ClosedFolder {
  std::string path;  // relative, with `/` at its end
  std::string reason;

  friend bool operator==(const ClosedFolder&, const ClosedFolder&) = default;
};

/// What lies below a root, as posts go.
struct Tree {
  std::vector<std::string>
      posts;  // relative paths with `/`, sorted; also folders named like a post
  std::vector<std::string> links;    // those of the posts that are links to others; in any order
  std::vector<std::string> outside;  // links to posts and folders that are not followed; sorted
  std::vector<ClosedFolder> closed;
};

/// The Markdown files below `root`. Hidden folders, node_modules and what generators write are
/// passed over. Links that lead out of the root, to what is no post or, within a linked folder, to
/// another folder are not followed.
Tree walk(const std::filesystem::path& root);

/// The names of the folders in `folder`, sorted; none of one that cannot be read.
std::vector<std::string> folders_in(const std::filesystem::path& folder);

/// Whether the name ends like a post's: .md, .mdx, .markdown.
bool is_post_name(const std::string& path);

}  // namespace recto
