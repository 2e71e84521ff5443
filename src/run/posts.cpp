#include "run/posts.h"

#include <utility>

#include "post/dialect.h"

namespace recto {
namespace {

Problem problem_of(const FileContent& content, const Limits& limits) {
  using Failure = FileContent::Failure;
  switch (content.failure) {
    case Failure::too_large:
      return {Problem::What::too_large,
              {},
              "the file is larger than " + size_in_words(limits.file_size)};
    case Failure::is_folder:
      return {Problem::What::unreadable, {}, "it is a folder"};
    default:
      return {Problem::What::unreadable, {}, content.reason};
  }
}

}  // namespace

std::optional<FileStamp> PostStore::stamp(const std::string& path) const {
  return given.contains(path) ? std::nullopt : stamp_of(root / std::filesystem::path(path));
}

FileContent PostStore::content(const std::string& path) const {
  const auto known = given.find(path);
  if (known != given.end()) return known->second;
  return read_file(root / std::filesystem::path(path), limits.file_size);
}

Post PostStore::parsed(const std::string& path, const Locale& locale, FileContent content) const {
  const Dialect post_dialect = dialect_of(path, dialect);
  if (content.failure == FileContent::Failure::none) {
    return parse_post(path, locale, post_dialect, std::move(content.bytes), limits);
  }
  Post post{.path = path, .locale = locale, .dialect = post_dialect};
  post.problems.push_back(problem_of(content, limits));
  return post;
}

Post PostStore::read(const std::string& path, const Locale& locale) const {
  return parsed(path, locale, content(path));
}

}  // namespace recto
