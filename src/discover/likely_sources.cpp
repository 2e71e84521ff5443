#include "discover/likely_sources.h"

#include <algorithm>

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

}  // namespace

LikelySources::LikelySources(const std::vector<SourcePost>& sources) : sources_(sources) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    by_name_.emplace(stem_of(file_name(sources[i].path)), i);
  }
}

std::string LikelySources::of(const Orphan& orphan) {
  const std::string name(stem_of(file_name(orphan.source_path)));
  const auto [first, last] = by_name_.equal_range(name);
  const auto same = std::find_if(first, last, [&](const auto& entry) {
    return lacks_locales_of(sources_[entry.second], orphan);
  });
  if (same != last) return sources_[same->second].path;
  // Where a whole folder was renamed, the first names tell as much as all of them.
  if (by_name_.size() > comparisons_left_) return "";
  comparisons_left_ -= by_name_.size();
  std::vector<std::string> names;
  std::map<std::string, std::string> paths;
  for (const auto& [other, index] : by_name_) {
    const SourcePost& source = sources_[index];
    if (lacks_locales_of(source, orphan) && paths.emplace(other, source.path).second) {
      names.push_back(other);
    }
  }
  const auto near = nearest(name, names);
  return near ? paths[*near] : "";
}

}  // namespace recto
