#pragma once

#include <functional>
#include <string>
#include <vector>

#include "config.h"
#include "discover/git.h"
#include "run/plan.h"

namespace recto {

/// The change that `--since` asks about: from a commit to the work tree. Paths are relative to the
/// root of the site.
struct ChangeRange {
  std::string commit;
  std::string name;  // as the user or the environment named it: `origin/main`
  std::vector<FileChange> changes;
  std::string changed_settings;  // a file that decides about all pairs and changed; empty when none

  /// The paths that changed and are there.
  std::vector<std::string> paths() const;
  /// What was there before and is gone under that name.
  std::vector<std::string> gone() const;
};

/// What an environment variable says; empty when it is not set.
using Environment = std::function<std::string(const std::string& name)>;

/// The ref that `auto` means: the base that GitHub, GitLab or pre-commit name in `environment`,
/// else the default branch. Throws Error when there is none.
std::string automatic_base(const Git& git, const Environment& environment);

/// What changed since `ref` (or `auto`) left the history of HEAD. Throws Error when git cannot say,
/// for a shallow clone with the command that mends it.
ChangeRange change_range(const Git& git, const std::string& ref, const Config& config,
                         const Environment& environment);

/// The posts of `plan` that changed, as they were before, under the names that they have now.
FileContents contents_before(const Git& git, const ChangeRange& range, const Plan& plan);

}  // namespace recto
