#include "discover/root.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "base/inside.h"
#include "discover/repository.h"
#include "discover/site_kind.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr std::size_t kLargestConfig = 4U << 20U;
constexpr const char* kConfigName = "recto.yaml";

Config config_at(const fs::path& file, const std::string& shown) {
  const FileContent content = read_file(file, kLargestConfig);
  if (content.failure != FileContent::Failure::none) {
    throw Error(shown, 0, "cannot be read: " + content.reason);
  }
  return parse_config(content.bytes, shown);
}

/// The recto.yaml of `folder`. Nobody asked for this file, so a link of a stranger's must not lead
/// to one elsewhere, whose lines the messages would quote.
Config config_in(const fs::path& folder, const std::string& shown) {
  const fs::path file = folder / kConfigName;
  if (!is_inside(file, repository_of(fs::weakly_canonical(folder)).value_or(folder))) {
    throw Error(shown, 0, "leads out of the repository; `--config` reads it where it is meant");
  }
  return config_at(file, shown);
}

bool is_site(const fs::path& folder) {
  return fs::exists(folder / kConfigName) || looks_like_site(folder);
}

constexpr int kDeepestSite = 2;  // `packages/docs`

/// Adds the sites in the folders of `folder`, and in `levels` below them, as `root` sees them.
void add_sites(const fs::path& folder, const fs::path& root, int levels,
               std::vector<std::string>& sites) {
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    const std::string name = at->path().filename().string();
    std::error_code unknown;
    if (name.starts_with('.') || name == "node_modules") continue;
    if (!at->is_directory(unknown) || at->is_symlink(unknown)) continue;
    if (is_site(at->path()))
      sites.push_back(at->path().lexically_relative(root).generic_string());
    else if (levels > 1)
      add_sites(at->path(), root, levels - 1, sites);
  }
}

}  // namespace

Root find_root(const fs::path& working_folder, const std::string& config_option,
               const std::vector<std::string>& paths) {
  if (!config_option.empty()) {
    return {working_folder, config_at(working_folder / config_option, config_option)};
  }
  for (fs::path folder = working_folder;; folder = folder.parent_path()) {
    if (fs::exists(folder / kConfigName)) {
      const std::string shown =
          (folder / kConfigName).lexically_relative(working_folder).generic_string();
      return {folder, config_in(folder, shown)};
    }
    if (folder == folder.parent_path()) break;
  }
  if (looks_like_site(working_folder)) return {working_folder, {}};
  for (const std::string& path : paths) {
    const auto folder = site_holding(working_folder / path, working_folder);
    if (!folder) continue;
    if (!fs::exists(*folder / kConfigName)) return {*folder, {}};
    const fs::path file = *folder / kConfigName;
    return {*folder, config_in(*folder, fs::proximate(file, working_folder).generic_string())};
  }
  return {working_folder, {}};
}

std::optional<fs::path> site_holding(const fs::path& path, const fs::path& working_folder) {
  std::error_code failure;  // of a name that is too long, or a loop of links
  const fs::path real = fs::weakly_canonical(path, failure);
  if (failure) return std::nullopt;
  const fs::path here = fs::weakly_canonical(working_folder);
  fs::path folder = fs::is_directory(real) ? real : real.parent_path();
  while (!is_inside(here, folder) && folder != folder.parent_path()) {
    if (is_site(folder)) return folder;
    folder = folder.parent_path();
  }
  return std::nullopt;
}

std::vector<std::string> sites_below(const fs::path& folder) {
  std::vector<std::string> sites;
  add_sites(folder, folder, kDeepestSite, sites);
  std::sort(sites.begin(), sites.end());
  return sites;
}

std::string advice_without_site(const fs::path& folder, const std::string& otherwise) {
  const std::vector<std::string> below = sites_below(folder);
  if (below.empty()) return otherwise;
  return "there is a site in " + below.front() +
         "/: run recto there, or `recto check` with a path in it";
}

}  // namespace recto
