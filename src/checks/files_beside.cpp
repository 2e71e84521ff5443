#include "checks/files_beside.h"

#include <filesystem>
#include <utility>

#include "checks/link_target.h"
#include "post/post.h"
#include "text/url.h"

namespace recto::checks {
namespace {

namespace fs = std::filesystem;

bool is_page(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension.empty() || extension == ".md" || extension == ".mdx" || extension == ".html";
}

}  // namespace

PathBeside path_beside(const Post& post, std::string_view url) {
  const Url parts = parse_url(url);
  const bool is_relative = parts.scheme.empty() && parts.host.empty() && !parts.path.empty() &&
                           parts.path.front() != '/' && parts.path.front() != '@' &&
                           parts.path.front() != '{';
  if (!is_relative) return {};
  const fs::path path(percent_decoded(parts.path));
  if (path.is_absolute()) return {};
  const std::string file = path_from(post, path.generic_string());
  if (file.starts_with("..")) return {};
  return {file, is_page(path)};
}

std::string file_beside(const Post& post, std::string_view url) {
  PathBeside beside = path_beside(post, url);
  return beside.is_page ? std::string() : std::move(beside.path);
}

}  // namespace recto::checks
