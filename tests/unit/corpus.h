#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace recto::testing {

/// The folder of real posts that some tests read: RECTO_CORPUS, or `shared/corpus` beside the
/// project. None, with the reason printed, when there is no such folder.
std::optional<std::filesystem::path> corpus_folder();

/// The Markdown files below `folder`, sorted.
std::vector<std::filesystem::path> markdown_files(const std::filesystem::path& folder);

std::string read_all(const std::filesystem::path& path);

}  // namespace recto::testing
