#include <algorithm>
#include <optional>
#include <set>
#include <system_error>

#include "base/error.h"
#include "base/inside.h"
#include "base/path_parts.h"
#include "discover/missing.h"
#include "discover/pairs.h"
#include "discover/root.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

/// `path` as the site sees it, with `/`; empty for the root itself; none for a file beside a site
/// below `here`, the working folder. Throws Error where it can be no part of the run.
std::optional<std::string> inside_root(const std::string& path, const fs::path& here,
                                       const fs::path& root) {
  std::error_code failure;
  const fs::path full = here / path;
  if (!fs::exists(fs::symlink_status(full, failure)))
    throw Error(path + ": no such file or folder");
  // A post that is a link is known by its own name.
  const fs::path real = fs::weakly_canonical(full.parent_path()) / full.filename();
  std::string relative =
      real.lexically_normal().lexically_relative(fs::weakly_canonical(root)).generic_string();
  if (relative == ".") return "";
  const bool is_outside = relative.empty() || relative == ".." || relative.starts_with("../");
  if (!is_outside) return relative;
  if (is_inside(here, root) || !is_inside(real, here))
    throw Error(path + ": lies outside of the site at " + root.generic_string());
  if (const auto other = site_holding(full, here)) {
    throw Error(path + ": lies in another site than the PATHs before it, " +
                fs::proximate(*other, here).generic_string() +
                "; check each site in a run of its own");
  }
  return std::nullopt;
}

bool is_at_or_below(const std::string& path, const std::string& chosen) {
  return path == chosen || (path.starts_with(chosen) && path[chosen.size()] == '/');
}

}  // namespace

Selection select(const Site& site, const std::vector<std::string>& paths,
                 const fs::path& working_folder) {
  Selection selection{.sources = site.sources, .orphans = site.orphans};
  if (paths.empty()) {
    selection.missing = missing_translations(site, site.sources);
    return selection;
  }
  std::vector<std::string> places;
  std::set<std::string> chosen;   // translations
  std::set<std::string> orphans;  // the sources that they lack
  bool is_whole = false;
  for (const std::string& path : paths) {
    const auto inside = inside_root(path, working_folder, site.root);
    if (!inside) {
      selection.unmatched.push_back(path);
      continue;
    }
    const std::string& place = places.emplace_back(*inside);
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
  selection.missing = missing_translations(site, site.sources);
  if (is_whole) return selection;
  std::erase_if(selection.missing, [&](const MissingTranslation& missing) {
    return std::none_of(places.begin(), places.end(), [&](const std::string& place) {
      return is_at_or_below(missing.source_path, place) ||
             is_at_or_below(missing.translation.path, place);
    });
  });
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
  std::erase_if(selection.missing, [&](const MissingTranslation& missing) {
    return !paths.contains(missing.source_path) &&
           !lost.contains(std::string(stem_of(missing.translation.path)));
  });
  selection.is_whole_site = false;
}

}  // namespace recto
