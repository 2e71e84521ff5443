#include "discover/root.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "base/glob.h"
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
  if (paths.size() == 1 && fs::is_directory(working_folder / paths.front())) {
    const fs::path folder = fs::weakly_canonical(working_folder / paths.front());
    if (fs::exists(folder / kConfigName)) {
      return {folder, config_in(folder, paths.front() + "/" + kConfigName)};
    }
    if (looks_like_site(folder)) return {folder, {}};
  }
  return {working_folder, {}};
}

bool applies(const PairFilter& filter, const std::string& source_path,
             const std::string& translation_path, const Locale& locale) {
  const auto fits_path = [&](const std::string& pattern) {
    return matches_glob(pattern, source_path) || matches_glob(pattern, translation_path);
  };
  const auto fits_locale = [&](const std::string& tag) {
    return tag == locale.tag() || tag == locale.language;
  };
  const auto& files = filter.files;
  const auto& locales = filter.locales;
  return (files.empty() || std::any_of(files.begin(), files.end(), fits_path)) &&
         (locales.empty() || std::any_of(locales.begin(), locales.end(), fits_locale));
}

}  // namespace recto
