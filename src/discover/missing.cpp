#include "discover/missing.h"

#include <algorithm>
#include <map>
#include <utility>

namespace recto {
namespace {

/// How the folders of one locale follow from those of the source: `blog` -> `i18n/vi/.../blog`.
using Folders = std::map<std::string, std::string>;

struct LocaleFolders {
  Locale locale;
  Folders folders;
  bool is_variant_of_source = false;
};

/// The end that both paths share, from a slash on: `/2024/x.md`.
std::size_t shared_end(const std::string& left, const std::string& right) {
  std::size_t size = 0;
  std::size_t whole = 0;  // up to the last slash seen
  while (size < left.size() && size < right.size() &&
         left[left.size() - 1 - size] == right[right.size() - 1 - size]) {
    ++size;
    if (left[left.size() - size] == '/') whole = size;
  }
  return whole;
}

std::map<std::string, LocaleFolders> known_folders(const Site& site) {
  std::map<std::string, LocaleFolders> result;
  for (const SourcePost& source : site.sources) {
    for (const Translation& translation : source.translations) {
      LocaleFolders& known = result[translation.locale.tag()];
      known.locale = translation.locale;
      known.is_variant_of_source = translation.is_variant_of_source;
      const std::size_t end = shared_end(source.path, translation.path);
      if (end == 0) continue;
      known.folders.emplace(source.path.substr(0, source.path.size() - end),
                            translation.path.substr(0, translation.path.size() - end));
    }
  }
  return result;
}

/// Where the translation of `source` would lie; empty when nothing near it tells.
std::string expected_path(const std::string& source, const Folders& folders) {
  const std::pair<const std::string, std::string>* best = nullptr;
  for (const auto& entry : folders) {
    if (!source.starts_with(entry.first + "/")) continue;
    if (best == nullptr || entry.first.size() > best->first.size()) best = &entry;
  }
  return best == nullptr ? "" : best->second + source.substr(best->first.size());
}

bool has_locale(const SourcePost& source, const Locale& locale) {
  return std::any_of(source.translations.begin(), source.translations.end(),
                     [&](const Translation& other) { return other.locale == locale; });
}

}  // namespace

std::vector<MissingTranslation> missing_translations(const Site& site,
                                                     const std::vector<SourcePost>& sources) {
  const auto locales = known_folders(site);
  std::vector<MissingTranslation> missing;
  for (const SourcePost& source : sources) {
    for (const auto& [tag, known] : locales) {
      if (known.is_variant_of_source || has_locale(source, known.locale)) continue;
      std::string path = expected_path(source.path, known.folders);
      if (path.empty()) continue;
      missing.push_back({source.path, {std::move(path), known.locale}});
    }
  }
  std::sort(missing.begin(), missing.end(), [](const auto& left, const auto& right) {
    return left.translation.path < right.translation.path;
  });
  return missing;
}

}  // namespace recto
