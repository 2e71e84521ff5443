#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

/// The folder of real posts: RECTO_CORPUS, else beside the project; none where it is missing.
inline std::optional<std::filesystem::path> corpus_folder() {
  const char* named = std::getenv("RECTO_CORPUS");
  const std::filesystem::path folder =
      named != nullptr ? std::filesystem::path(named)
                       : std::filesystem::path(RECTO_ROOT) / ".." / "shared" / "corpus";
  std::error_code failure;
  if (std::filesystem::is_directory(folder, failure)) return folder;
  std::cerr << "no corpus at " << folder << ": the tests on real posts are left out\n";
  return std::nullopt;
}
