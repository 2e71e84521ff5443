#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "config.h"

namespace recto {

/// What a Docusaurus site says about itself: in docusaurus.config.* (read as text, comments aside)
/// and by its folders.
struct Docusaurus {
  std::optional<Locale> source;            // `defaultLocale`
  std::vector<ContentTemplate> templates;  // blog, docs, versions, pages, further instances
};

/// None when `root` holds neither a docusaurus.config.* nor blog/, docs/ or i18n/ as Docusaurus
/// lays them out.
std::optional<Docusaurus> read_docusaurus(const std::filesystem::path& root);

}  // namespace recto
