#include "checks/files_beside.h"

#include <filesystem>

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

enum class Named { file, page };

std::string beside(const Post& post, std::string_view url, Named named) {
  const Url parts = parse_url(url);
  const bool is_relative = parts.scheme.empty() && parts.host.empty() && !parts.path.empty() &&
                           parts.path.front() != '/' && parts.path.front() != '@' &&
                           parts.path.front() != '{';
  if (!is_relative) return {};
  const fs::path path(percent_decoded(parts.path));
  if (path.is_absolute() || is_page(path) != (named == Named::page)) return {};
  const std::string file = path_from(post, path.generic_string());
  return file.starts_with("..") ? std::string() : file;
}

}  // namespace

std::string file_beside(const Post& post, std::string_view url) {
  return beside(post, url, Named::file);
}

std::string page_beside(const Post& post, std::string_view url) {
  return beside(post, url, Named::page);
}

}  // namespace recto::checks
