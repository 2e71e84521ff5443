#include "corpus.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace recto::testing {

std::optional<std::filesystem::path> corpus_folder() {
  const char* named = std::getenv("RECTO_CORPUS");
  const std::filesystem::path folder = named != nullptr ? named : RECTO_ROOT "/../shared/corpus";
  if (std::filesystem::is_directory(folder)) return folder;
  std::cerr << "no real posts at " << folder.string() << ": not tested with them\n";
  return std::nullopt;
}

std::vector<std::filesystem::path> markdown_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".md" || extension == ".mdx") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_all(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace recto::testing
