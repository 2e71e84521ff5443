#include "discover/missing.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "discover/template.h"

namespace recto {
namespace {

bool has_locale(const SourcePost& source, const Locale& locale) {
  return std::any_of(source.translations.begin(), source.translations.end(),
                     [&](const Translation& other) { return other.locale == locale; });
}

/// How much of its path `content` says itself: `docs/{path}.md` more than `{path}.md`.
std::size_t narrowness(const ContentTemplate& content) {
  return std::min(content.source.find('{'), content.source.size());
}

/// The narrowest kind that `source` is of for each locale that it lacks, in order of their tags.
std::map<std::string, const TranslatedKind*> kinds_lacking(const SourcePost& source,
                                                           const Site& site) {
  std::map<std::string, const TranslatedKind*> result;
  for (const TranslatedKind& kind : site.translated) {
    const LocaleEntry& entry = kind.locale;
    if (is_variant(entry, site.source_locale) || has_locale(source, entry.locale)) continue;
    if (template_matches(kind.content.source, source.path).empty()) continue;
    const TranslatedKind*& best = result[kind.locale.locale.tag()];
    if (best == nullptr || narrowness(kind.content) > narrowness(best->content)) best = &kind;
  }
  return result;
}

/// Where the translation of `source` would lie; its extension is the source's.
std::string expected_path(const std::string& source, const TranslatedKind& kind) {
  const auto matches = template_matches(kind.content.source, source);
  return fill_template(kind.content.translation, matches.front().path, kind.locale.folder) +
         source.substr(source.rfind('.'));
}

}  // namespace

std::vector<MissingTranslation> missing_translations(const Site& site,
                                                     const std::vector<SourcePost>& sources) {
  std::vector<MissingTranslation> missing;
  for (const SourcePost& source : sources) {
    for (const auto& [tag, kind] : kinds_lacking(source, site)) {
      std::string path = expected_path(source.path, *kind);
      if (is_closed(site, path)) continue;
      missing.push_back({source.path, {std::move(path), kind->locale.locale}});
    }
  }
  std::sort(missing.begin(), missing.end(), [](const auto& left, const auto& right) {
    return left.translation.path < right.translation.path;
  });
  return missing;
}

}  // namespace recto
