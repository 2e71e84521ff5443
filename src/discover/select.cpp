#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

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
    throw Error(path + ": lies in the site " + fs::proximate(*other, here).generic_string() +
                ", the PATHs before it in " + fs::proximate(root, here).generic_string() +
                "; check each site in a run of its own");
  }
  return std::nullopt;
}

/// The PATHs of a run, and whether each of them names something.
class Places {
 public:
  Places(const std::vector<std::string>& paths, const fs::path& here, const fs::path& root) {
    for (const std::string& path : paths) {
      places_.push_back({path, inside_root(path, here, root)});
      places_.back().is_matched = places_.back().inside == "";
    }
  }

  bool has_root() const {
    return std::any_of(places_.begin(), places_.end(),
                       [](const Place& place) { return place.inside == ""; });
  }
  /// Whether a file of the site is named, or a folder that holds it.
  bool choose(const std::string& path) {
    bool is_chosen = false;
    for (Place& place : places_) {
      if (!place.inside || !is_at_or_below(path, *place.inside)) continue;
      place.is_matched = true;
      is_chosen = true;
    }
    return is_chosen;
  }
  /// The PATHs that named nothing, as the user gave them.
  std::vector<std::string> unmatched() const {
    std::vector<std::string> unmatched;
    for (const Place& place : places_) {
      if (!place.is_matched) unmatched.push_back(place.path);
    }
    return unmatched;
  }

 private:
  struct Place {
    std::string path;
    std::optional<std::string> inside;
    bool is_matched = false;
  };

  static bool is_at_or_below(const std::string& path, const std::string& place) {
    return path == place || (path.starts_with(place) && path[place.size()] == '/');
  }

  std::vector<Place> places_;
};

/// `source` with the translations that are chosen, by its name or theirs, which `named` gets.
SourcePost chosen_part(const SourcePost& source, Places& places, std::set<std::string>& named) {
  const bool by_source = places.choose(source.path);
  SourcePost part{.path = source.path, .translations = {}};
  for (const Translation& translation : source.translations) {
    const bool by_name = places.choose(translation.path);
    if (by_name) named.insert(translation.path);
    if (by_name || by_source) part.translations.push_back(translation);
  }
  return part;
}

bool any_chosen(const Orphan& orphan, Places& places) {
  bool is_chosen = false;  // each PATH is to be asked
  for (const Translation& translation : orphan.translations) {
    is_chosen = places.choose(translation.path) || is_chosen;
  }
  return is_chosen;
}

}  // namespace

Selection select(const Site& site, const std::vector<std::string>& paths,
                 const fs::path& working_folder) {
  Selection selection;
  Places places(paths, working_folder, site.root);
  for (const SourcePost& source : site.sources) {
    SourcePost part = chosen_part(source, places, selection.named);
    if (!part.translations.empty()) selection.sources.push_back(std::move(part));
  }
  std::copy_if(site.orphans.begin(), site.orphans.end(), std::back_inserter(selection.orphans),
               [&](const Orphan& orphan) { return any_chosen(orphan, places); });
  selection.unmatched = places.unmatched();
  selection.missing = missing_translations(site, site.sources);
  selection.is_whole_site = paths.empty() || places.has_root();
  if (selection.is_whole_site) {
    selection.sources = site.sources;
    selection.orphans = site.orphans;
  } else {
    std::erase_if(selection.missing, [&](const MissingTranslation& missing) {
      return !places.choose(missing.source_path) && !places.choose(missing.translation.path);
    });
  }
  return selection;
}

void add_orphans_of(const std::vector<std::string>& gone, const Site& site, Selection& selection) {
  if (gone.empty() || selection.is_whole_site) return;
  std::set<std::string> lost;
  for (const std::string& path : gone) lost.emplace(stem_of(path));
  for (const Orphan& orphan : selection.orphans)
    lost.erase(std::string(stem_of(orphan.source_path)));
  std::copy_if(site.orphans.begin(), site.orphans.end(), std::back_inserter(selection.orphans),
               [&](const Orphan& orphan) {
                 return lost.contains(std::string(stem_of(orphan.source_path)));
               });
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
