#include "discover/docusaurus.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/ascii.h"
#include "base/file.h"
#include "discover/walk.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr std::size_t kLargestConfig = 4U << 20U;
constexpr std::string_view kBlog = "docusaurus-plugin-content-blog";
constexpr std::string_view kDocs = "docusaurus-plugin-content-docs";
constexpr std::string_view kPages = "docusaurus-plugin-content-pages";

/// `text` without comments of JavaScript; strings stay.
std::string without_comments(std::string_view text) {
  std::string result;
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (quote != '\0') {
      if (c == '\\')
        result += text[i++];
      else if (c == quote || (c == '\n' && quote != '`'))  // an apostrophe in text is no string
        quote = '\0';
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (c == '/' && next == '/') {
      i = std::min(text.find('\n', i), text.size() - 1);
    } else if (c == '/' && next == '*') {
      const std::size_t end = text.find("*/", i + 2);
      i = end == std::string_view::npos ? text.size() : end + 1;
      continue;
    }
    if (i < text.size()) result += text[i];
  }
  return result;
}

/// The string that follows `name:` at or after `at`; moves `at` behind it. Empty when there is
/// none.
std::string string_after(std::string_view text, std::string_view name, std::size_t& at) {
  for (at = text.find(name, at); at != std::string_view::npos; at = text.find(name, at)) {
    at += name.size();
    std::size_t begin = text.find_first_not_of("\"' \t:", at);
    const std::string_view between = text.substr(at, begin - at);
    if (begin == std::string_view::npos || between.find(':') == std::string_view::npos) continue;
    if (text[begin - 1] != '"' && text[begin - 1] != '\'') continue;
    const std::size_t end = text.find(text[begin - 1], begin);
    if (end == std::string_view::npos) break;
    at = end + 1;
    return std::string(text.substr(begin, end - begin));
  }
  at = std::string_view::npos;
  return {};
}

std::optional<std::string> config_text(const fs::path& root) {
  for (const char* extension : {"js", "ts", "mjs", "cjs"}) {
    const fs::path path = root / (std::string("docusaurus.config.") + extension);
    const FileContent content = read_file(path, kLargestConfig);
    if (content.failure == FileContent::Failure::none) return without_comments(content.bytes);
  }
  return std::nullopt;
}

std::string folder_of_instance(const std::string& config, const std::string& id) {
  std::size_t at = 0;
  while (at != std::string::npos) {
    if (string_after(config, "id", at) != id || at == std::string::npos) continue;
    std::size_t path_at = at;
    const std::string path = string_after(config, "path", path_at);
    // The path of the same object stands near its id.
    if (!path.empty() && path_at - at < 300) {
      return path.starts_with("./") ? path.substr(2) : path;
    }
  }
  return id;
}

/// The object that follows `name:` in `text`, without its braces and what stands in others; empty
/// when there is none.
std::string object_after(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const std::size_t begin = text.find_first_not_of("\"' \t\r\n:", at + name.size());
    const bool is_word = at == 0 || !(is_ascii_letter(text[at - 1]) || text[at - 1] == '_');
    if (!is_word || begin == text.npos || text[begin] != '{') continue;
    std::string object;
    int depth = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
      if (text[i] == '{') ++depth;
      if (depth == 1 && text[i] != '{' && text[i] != '}') object += text[i];
      if (text[i] == '}' && --depth == 0) return object;
    }
  }
  return {};
}

/// Where the preset keeps the posts of `plugin`, `docs` or `blog`: the folder of that name, unless
/// `path:` says another one within the site.
std::string folder_of_preset(const std::string& config, const std::string& plugin) {
  const std::string object = object_after(config, plugin);
  std::size_t at = 0;
  std::string path = object.empty() ? "" : string_after(object, "path", at);
  if (path.starts_with("./")) path.erase(0, 2);
  while (path.ends_with('/')) path.pop_back();
  return path.empty() || path.starts_with("..") || path.starts_with('/') ? plugin : path;
}

/// The folders of the posts that no plugin of its own keeps.
struct Presets {
  std::string blog;
  std::string docs;
};

void add(std::vector<ContentTemplate>& templates, const std::string& source,
         const std::string& translation) {
  templates.push_back({source + "/{path}.md", "i18n/{locale}/" + translation + "/{path}.md"});
}

/// The templates of a plugin's folder below i18n/<locale>/: `docusaurus-plugin-content-docs-api`.
void add_plugin(const fs::path& folder, const std::string& name, const std::string& config,
                const Presets& presets, std::vector<ContentTemplate>& templates) {
  const auto id_behind = [&](std::string_view plugin) {
    return name.size() > plugin.size() ? name.substr(plugin.size() + 1) : std::string();
  };
  if (name.starts_with(kBlog)) {
    const std::string id = id_behind(kBlog);
    add(templates, id.empty() ? presets.blog : folder_of_instance(config, id), name);
  } else if (name.starts_with(kPages)) {
    add(templates, "src/pages", name);
  } else if (name.starts_with(kDocs)) {
    const std::string id = id_behind(kDocs);
    for (const std::string& version : folders_in(folder / name)) {
      std::string source = id.empty() ? presets.docs : folder_of_instance(config, id);
      if (version != "current") source = (id.empty() ? "" : id + "_") + "versioned_docs/" + version;
      add(templates, source, name + "/" + version);
    }
  }
}

}  // namespace

std::optional<Docusaurus> read_docusaurus(const fs::path& root) {
  const auto config = config_text(root);
  const bool has_i18n = fs::is_directory(root / "i18n");
  const bool has_posts = fs::is_directory(root / "blog") || fs::is_directory(root / "docs");
  if (!config && !has_i18n && !has_posts) return std::nullopt;
  Docusaurus site;
  if (config) {
    std::size_t at = 0;
    site.source = parse_locale(string_after(*config, "defaultLocale", at));
  }
  const std::string text = config.value_or("");
  const Presets presets{folder_of_preset(text, "blog"), folder_of_preset(text, "docs")};
  add(site.templates, presets.blog, std::string(kBlog));
  add(site.templates, presets.docs, std::string(kDocs) + "/current");
  add(site.templates, "src/pages", std::string(kPages));
  for (const std::string& locale : folders_in(root / "i18n")) {
    for (const std::string& plugin : folders_in(root / "i18n" / locale)) {
      add_plugin(root / "i18n" / locale, plugin, text, presets, site.templates);
    }
  }
  std::vector<ContentTemplate> distinct;
  for (const ContentTemplate& pair : site.templates) {
    if (std::find(distinct.begin(), distinct.end(), pair) == distinct.end()) {
      distinct.push_back(pair);
    }
  }
  site.templates = std::move(distinct);
  return site;
}

}  // namespace recto
