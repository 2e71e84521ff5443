#include "discover/site_kind.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/path_parts.h"
#include "discover/walk.h"

namespace fs = std::filesystem;

namespace recto {

namespace {

/// Whether `i18n` has folders of Docusaurus' plugins below its locales: others keep texts there.
bool holds_plugins(const fs::path& i18n) {
  const std::vector<std::string> locales = folders_in(i18n);
  return std::any_of(locales.begin(), locales.end(), [&](const std::string& locale) {
    const std::vector<std::string> plugins = folders_in(i18n / locale);
    return std::any_of(plugins.begin(), plugins.end(),
                       [](const std::string& plugin) { return plugin.starts_with("docusaurus-"); });
  });
}

/// Whether Mintlify shows the posts in `folder`: it reads `.md` as MDX, too, as Docusaurus does.
bool is_mintlify(const fs::path& folder) {
  constexpr std::size_t kLongest = 1 << 20;
  if (fs::exists(folder / "mint.json")) return true;
  const FileContent settings = read_file(folder / "docs.json", kLongest);
  return settings.bytes.find("mintlify.com/") != std::string::npos;
}

/// The same of a folder that `source`, a template, names below `root`: `docs/en/{path}.md`.
bool lies_in_mintlify(const fs::path& root, std::string_view source) {
  std::string_view folder = folder_of(source.substr(0, source.find('{')));
  for (; !folder.empty(); folder = folder_of(folder)) {
    if (is_mintlify(root / folder)) return true;
  }
  return false;
}

}  // namespace

bool looks_like_site(const fs::path& folder) {
  for (const char* extension : {"js", "ts", "mjs", "cjs"}) {
    if (fs::exists(folder / (std::string("docusaurus.config.") + extension))) return true;
  }
  const bool has_posts = fs::is_directory(folder / "blog") || fs::is_directory(folder / "docs");
  return has_posts && holds_plugins(folder / "i18n");
}

std::string layout_of(const Config& config) {
  return config.content.empty() ? "docusaurus" : "content";
}

Dialect dialect_of_site(const fs::path& root, const Config& config) {
  const std::map<std::string, Dialect> names = {{"markdown", Dialect::markdown},
                                                {"mdx", Dialect::mdx},
                                                {"docusaurus", Dialect::docusaurus},
                                                {"hugo", Dialect::hugo},
                                                {"mkdocs", Dialect::mkdocs}};
  if (!config.dialect.empty()) {
    const auto known = names.find(config.dialect);
    if (known != names.end()) return known->second;
    throw Error(config.path, 0,
                "there is no dialect `" + config.dialect +
                    "`; use markdown, mdx, docusaurus, hugo or mkdocs");
  }
  if (config.content.empty() && looks_like_site(root)) return Dialect::docusaurus;
  for (const char* name : {"hugo.yaml", "hugo.toml", "hugo.json", "config.toml"}) {
    if (fs::exists(root / name)) return Dialect::hugo;
  }
  if (fs::exists(root / "mkdocs.yml") || fs::exists(root / "docs/en/mkdocs.yml")) {
    return Dialect::mkdocs;
  }
  const bool has_mintlify = std::any_of(
      config.content.begin(), config.content.end(),
      [&](const ContentTemplate& content) { return lies_in_mintlify(root, content.source); });
  return has_mintlify || is_mintlify(root) ? Dialect::docusaurus : Dialect::markdown;
}

}  // namespace recto
