#include "discover/likely_sources.h"

#include <algorithm>
#include <string_view>

#include "base/path_parts.h"
#include "text/similarity.h"

namespace recto {
namespace {

bool lacks_locales_of(const SourcePost& source, const Orphan& orphan) {
  return std::none_of(
      source.translations.begin(), source.translations.end(), [&](const Translation& has) {
        return std::any_of(orphan.translations.begin(), orphan.translations.end(),
                           [&](const Translation& other) { return other.locale == has.locale; });
      });
}

/// How many folders at the end of both paths are the same.
std::size_t common_folders(std::string_view left, std::string_view right) {
  std::size_t count = 0;
  while (true) {
    left = folder_of(left);
    right = folder_of(right);
    if (left.empty() || file_name(left) != file_name(right)) return count;
    ++count;
  }
}

/// What page `path` is: `docs/kettle` of `docs/kettle.md` and of `docs/kettle/index.md`.
std::string page_of(std::string_view path) {
  return std::string(is_index(path) ? folder_of(path) : stem_of(path));
}

}  // namespace

LikelySources::LikelySources(const std::vector<SourcePost>& sources) : sources_(sources) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    by_name_.emplace(stem_of(file_name(sources[i].path)), i);
    by_page_.emplace(page_of(sources[i].path), i);
  }
}

const SourcePost* LikelySources::as_folder_page(const Orphan& orphan) const {
  const auto page = by_page_.find(page_of(orphan.source_path));
  if (page == by_page_.end()) return nullptr;
  const SourcePost& source = sources_[page->second];
  const bool is_other_kind = is_index(source.path) != is_index(orphan.source_path);
  return is_other_kind && lacks_locales_of(source, orphan) ? &source : nullptr;
}

const SourcePost* LikelySources::same_name_elsewhere(const Orphan& orphan) const {
  const SourcePost* best = nullptr;
  std::size_t most = 0;
  bool is_alone = true;
  const auto [first, last] =
      by_name_.equal_range(std::string(stem_of(file_name(orphan.source_path))));
  for (auto entry = first; entry != last; ++entry) {
    const SourcePost& source = sources_[entry->second];
    if (!lacks_locales_of(source, orphan)) continue;
    const std::size_t common = common_folders(source.path, orphan.source_path);
    is_alone = best == nullptr || common > most ? true : is_alone && common < most;
    if (best == nullptr || common > most) best = &source;
    most = std::max(most, common);
  }
  return is_alone ? best : nullptr;
}

std::string LikelySources::source_of(const Orphan& orphan) {
  if (const SourcePost* page = as_folder_page(orphan)) return page->path;
  const std::string name(stem_of(file_name(orphan.source_path)));
  if (by_name_.contains(name)) {
    const SourcePost* same = same_name_elsewhere(orphan);
    return same != nullptr ? same->path : "";
  }
  // Where a whole folder was renamed, the first names tell as much as all of them.
  if (by_name_.size() > comparisons_left_) return "";
  comparisons_left_ -= by_name_.size();
  std::vector<std::string> names;
  std::map<std::string, std::string> paths;
  for (const auto& [other, index] : by_name_) {
    const SourcePost& source = sources_[index];
    if (by_name_.count(other) == 1 && lacks_locales_of(source, orphan) &&
        paths.emplace(other, source.path).second) {
      names.push_back(other);
    }
  }
  const auto near = nearest(name, names);
  return near ? paths[*near] : "";
}

void LikelySources::note_in(std::map<std::string, Orphan>& orphans) {
  std::map<std::string, std::vector<Orphan*>> by_source;
  for (auto& [stem, orphan] : orphans) {
    orphan.likely_source = source_of(orphan);
    if (!orphan.likely_source.empty()) by_source[orphan.likely_source].push_back(&orphan);
  }
  for (const auto& [source, rivals] : by_source) {
    std::map<Locale, std::size_t> claims;
    for (const Orphan* orphan : rivals) {
      for (const Translation& has : orphan->translations) ++claims[has.locale];
    }
    for (Orphan* orphan : rivals) {
      const bool has_rival =
          std::any_of(orphan->translations.begin(), orphan->translations.end(),
                      [&](const Translation& has) { return claims[has.locale] > 1; });
      if (has_rival) orphan->likely_source.clear();
    }
  }
}

}  // namespace recto
