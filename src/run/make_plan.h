#pragma once

#include <filesystem>
#include <istream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checks/rule_set.h"
#include "cli.h"
#include "config.h"
#include "run/plan.h"

namespace recto {

/// What `recto check` will look at, and what the user should be told about that.
struct PreparedRun {
  Plan plan;
  std::vector<std::string> notes;
  std::vector<std::string> problems;  // why a part of what was asked for cannot be judged
  std::string path_prefix;            // from the working folder to the root
  std::set<std::string> named;     // translations that PATHs chose themselves, not by their source
  std::vector<std::string> posts;  // of the whole site, where a report goes to a file
  std::vector<Locale> locales;     // that `--locale` chose; none where it chose nothing
  std::size_t reported_pairs = 0;
  std::size_t source_posts = 0;  // of the whole site
};

/// The state of the files that a run looks at, where it is not simply what lies there.
struct Scope {
  std::optional<std::vector<std::string>> files;    // of the index; else what lies under the root
  std::optional<std::vector<std::string>> changed;  // only pairs of which one of these is a side
  std::vector<std::string> gone;                    // what the change took away
};

/// Finds the pairs below `root` and everything that judges them. `rules` must outlive the plan.
/// Throws Error for what the user must correct: a PATH that does not exist, a site without pairs,
/// an unknown locale.
PreparedRun prepare_site(const CheckCommand& command, const std::filesystem::path& working_folder,
                         const std::vector<std::string>& paths, const std::filesystem::path& root,
                         const Config& config, RuleSet& rules, const Scope& scope = {});

/// The same for `--source FILE --locale L TRANSLATION`: one pair that needs no site; `-` reads the
/// translation from `input`.
PreparedRun prepare_pair(const CheckCommand& command, const std::filesystem::path& working_folder,
                         std::istream& input, const std::filesystem::path& root,
                         const Config& config, RuleSet& rules);

}  // namespace recto
