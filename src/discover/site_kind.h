#pragma once

#include <filesystem>
#include <string>

#include "base/dialect.h"
#include "config.h"

// What kind of site a folder holds, by its files and by recto.yaml.

namespace recto {

/// Whether `folder` looks like a site whose layout recto detects: a Docusaurus config, or a blog/
/// or docs/ folder beside i18n/.
bool looks_like_site(const std::filesystem::path& folder);

/// The layout of a site: `content` when recto.yaml names templates, else `docusaurus`.
std::string layout_of(const Config& config);

/// How the posts below `root` are written: as recto.yaml says, else as the files of programs tell;
/// as plain Markdown where nothing does. Throws Error for a dialect that is none.
Dialect dialect_of_site(const std::filesystem::path& root, const Config& config);

}  // namespace recto
