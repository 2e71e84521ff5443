#include <algorithm>
#include <set>
#include <system_error>

#include "base/error.h"
#include "base/path_parts.h"
#include "discover/pairs.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

/// `path` as the site sees it, with `/`; empty for the root itself. Throws Error.
std::string inside_root(const std::string& path, const fs::path& working_folder,
                        const fs::path& root) {
  std::error_code failure;
  const fs::path full = working_folder / path;
  if (!fs::exists(fs::symlink_status(full, failure)))
    throw Error(path + ": no such file or folder");
  // A post that is a link is known by its own name.
  const fs::path real = fs::weakly_canonical(full.parent_path()) / full.filename();
  std::string relative =
      real.lexically_normal().lexically_relative(fs::weakly_canonical(root)).generic_string();
  if (relative == ".") return "";
  if (relative.empty() || relative == ".." || relative.starts_with("../")) {
    throw Error(path + ": lies outside of the site at " + root.generic_string());
  }
  return relative;
}

bool is_at_or_below(const std::string& path, const std::string& chosen) {
  return path == chosen || (path.starts_with(chosen) && path[chosen.size()] == '/');
}

}  // namespace

Selection select(const Site& site, const std::vector<std::string>& paths,
                 const fs::path& working_folder) {
  Selection selection{.sources = site.sources, .orphans = site.orphans};
  if (paths.empty()) return selection;
  std::set<std::string> chosen;   // translations
  std::set<std::string> orphans;  // the sources that they lack
  bool is_whole = false;
  for (const std::string& path : paths) {
    const std::string place = inside_root(path, working_folder, site.root);
    is_whole = is_whole || place.empty();
    bool matches = place.empty();
    for (const SourcePost& source : site.sources) {
      const bool by_source = is_at_or_below(source.path, place);
      matches = matches || by_source;
      for (const Translation& translation : source.translations) {
        if (!by_source && !is_at_or_below(translation.path, place)) continue;
        chosen.insert(translation.path);
        if (is_at_or_below(translation.path, place)) selection.named.insert(translation.path);
        matches = true;
      }
    }
    for (const Orphan& orphan : site.orphans) {
      for (const Translation& translation : orphan.translations) {
        if (!is_at_or_below(translation.path, place)) continue;
        orphans.insert(orphan.source_path);
        matches = true;
      }
    }
    if (!matches) selection.unmatched.push_back(path);
  }
  if (is_whole) return selection;
  selection.is_whole_site = false;
  std::erase_if(selection.orphans,
                [&](const Orphan& orphan) { return !orphans.contains(orphan.source_path); });
  for (SourcePost& source : selection.sources) {
    std::erase_if(source.translations, [&](const Translation& translation) {
      return !chosen.contains(translation.path);
    });
  }
  std::erase_if(selection.sources,
                [](const SourcePost& source) { return source.translations.empty(); });
  return selection;
}

void keep_changed(const std::vector<std::string>& changed, const std::vector<std::string>& gone,
                  Selection& selection) {
  const std::set<std::string> paths(changed.begin(), changed.end());
  std::set<std::string> lost;
  for (const std::string& path : gone) lost.emplace(stem_of(path));
  for (SourcePost& source : selection.sources) {
    if (paths.contains(source.path)) continue;
    std::erase_if(source.translations, [&](const Translation& translation) {
      return !paths.contains(translation.path);
    });
  }
  std::erase_if(selection.sources,
                [](const SourcePost& source) { return source.translations.empty(); });
  std::erase_if(selection.orphans, [&](const Orphan& orphan) {
    const bool is_new = std::any_of(
        orphan.translations.begin(), orphan.translations.end(),
        [&](const Translation& translation) { return paths.contains(translation.path); });
    return !is_new && !lost.contains(std::string(stem_of(orphan.source_path)));
  });
  selection.is_whole_site = false;
}

}  // namespace recto
