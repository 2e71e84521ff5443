#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/dialect.h"
#include "base/file.h"
#include "base/locale.h"
#include "config.h"
#include "post/post.h"

namespace recto {

/// Where posts are read from: files below a folder, and contents given by other means (standard
/// input, git).
struct PostStore {
  std::filesystem::path root;
  Dialect dialect = Dialect::docusaurus;
  Limits limits;
  FileContents given;

  /// The stamp of its file; none when it is given, or there is no file.
  std::optional<FileStamp> stamp(const std::string& path) const;
  /// The bytes of the post at `path` as they are now, or why there are none.
  FileContent content(const std::string& path) const;
  /// The post with these bytes. Never fails: what went wrong stands in its `problems`.
  Post parsed(const std::string& path, const Locale& locale, FileContent content) const;
  /// Both in one.
  Post read(const std::string& path, const Locale& locale) const;
};

}  // namespace recto
