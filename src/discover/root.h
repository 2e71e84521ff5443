#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config.h"

namespace recto {

/// The folder that paths are relative to, and its configuration.
struct Root {
  std::filesystem::path folder;
  Config config;
};

/// The folder of the nearest recto.yaml, upwards from `working_folder`; with `config_option`, the
/// working folder; without either, and where that is no site, the site that one of `paths` lies in;
/// else the working folder. Throws Error for a configuration that is missing or cannot be read.
Root find_root(const std::filesystem::path& working_folder, const std::string& config_option,
               const std::vector<std::string>& paths);

/// The folder of the site that the file or folder at `path` lies in: the nearest, upwards from it,
/// with a recto.yaml or the looks of a site. None of those that hold `working_folder`.
std::optional<std::filesystem::path> site_holding(const std::filesystem::path& path,
                                                  const std::filesystem::path& working_folder);

/// The sites in the folders of `folder` and theirs, as it sees them, sorted.
std::vector<std::string> sites_below(const std::filesystem::path& folder);

/// What to do where `folder` holds no site, as the end of a message: go to the one below it, if
/// there is one, else `otherwise`.
std::string advice_without_site(const std::filesystem::path& folder, const std::string& otherwise);

}  // namespace recto
