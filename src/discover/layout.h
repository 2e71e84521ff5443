#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config.h"

namespace recto {

/// How the posts of a site lie, found by looking.
struct Layout {
  std::string name;    // `Hugo`, `Docusaurus`; `folders` when no program is known by its files
  std::string source;  // the tag of the source's language
  std::vector<ContentTemplate> content;  // empty for Docusaurus, which needs none
  std::vector<LocaleEntry> locales;      // what folders mean whose names are no tags: `french`

  friend bool operator==(const Layout&, const Layout&) = default;
};

/// The layout of the site below `root`; none when nothing there looks like posts in several
/// languages.
std::optional<Layout> find_layout(const std::filesystem::path& root);

}  // namespace recto
