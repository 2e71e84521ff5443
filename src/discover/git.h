#pragma once

#include <compare>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace recto {

/// A file that differs between two states; paths are relative to the asked folder, with `/`. Empty:
/// it is not there in that state; different: renamed.
struct FileChange {
  std::string before;
  std::string after;

  friend bool operator==(const FileChange&, const FileChange&) = default;
};

/// The day of the commit that changed a file last, `2026-05-04`, and that commit.
struct LastChange {
  std::string day;
  std::string commit;

  friend auto operator<=>(const LastChange&, const LastChange&) = default;
};

/// The git work tree around a folder, asked through the program `git`, without a shell. Files
/// outside of the folder are not seen. Every call throws Error when git cannot answer.
class Git {
 public:
  /// Throws Error when `folder` is in no work tree or there is no git.
  explicit Git(std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }

  /// Whether `ref` names a commit that is here.
  bool has(const std::string& ref) const;
  /// The commit that `ref` names; throws Error, for a shallow clone with the command that mends it.
  std::string commit(const std::string& ref) const;
  /// Where the history of HEAD left that of `commit`; throws Error when a shallow clone hides it.
  std::string merge_base(const std::string& commit) const;
  /// The branch that changes are usually made against: `origin/HEAD`, else main or master; none
  /// when there is none of them.
  std::optional<std::string> default_branch() const;

  /// What the work tree changed since `commit`, renames found, files that git does not track
  /// included.
  std::vector<FileChange> changes_since(const std::string& commit) const;
  /// What the index changed since HEAD.
  std::vector<FileChange> staged_changes() const;
  /// The files of the index, and those whose content in the work tree is another.
  std::vector<std::string> index_files() const;
  std::vector<std::string> files_unlike_index() const;

  /// What changed each file last, by its path. A shallow clone does not know, which throws Error.
  std::map<std::string, LastChange> last_changes() const;

  /// The files as `commit` has them, or the index when it is empty. Those of more than `limit`
  /// bytes are too large and not read; what is not there is left out.
  FileContents contents(const std::string& commit, const std::vector<std::string>& files,
                        std::size_t limit) const;

 private:
  std::string ask(const std::vector<std::string>& arguments, std::string_view input = {}) const;
  std::optional<std::string> find(const std::string& ref) const;
  bool is_shallow() const;

  std::filesystem::path folder_;
};

}  // namespace recto
