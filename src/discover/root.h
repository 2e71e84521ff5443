#pragma once

#include <filesystem>
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
/// working folder; without either, a single PATH that is a folder and looks like a site; else the
/// working folder. Throws Error for a configuration that is missing or cannot be read.
Root find_root(const std::filesystem::path& working_folder, const std::string& config_option,
               const std::vector<std::string>& paths);

/// Whether an override is for that pair.
bool applies(const PairFilter& filter, const std::string& source_path,
             const std::string& translation_path, const Locale& locale);

}  // namespace recto
