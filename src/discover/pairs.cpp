#include "discover/pairs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/error.h"
#include "base/glob.h"
#include "base/hash.h"
#include "base/inside.h"
#include "base/path_parts.h"
#include "discover/docusaurus.h"
#include "discover/likely_sources.h"
#include "discover/root.h"
#include "discover/site_kind.h"
#include "discover/template.h"
#include "text/locale_data.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

/// A translation before it is known whether its source exists.
struct Candidate {
  std::string source;  // by template, without extension
  std::string path;
  std::size_t kind = 0;                 // which of the templates it fits
  const LocaleEntry* locale = nullptr;  // one for all files of a folder
};

class Finder {
 public:
  /// `posts` outlive it; `links` are those of them that are links.
  Finder(Site& site, const Config& config, std::vector<ContentTemplate> templates,
         const std::vector<std::string>& posts, const std::vector<std::string>& links)
      : site_(site),
        config_(config),
        templates_(std::move(templates)),
        posts_(posts),
        links_(links.begin(), links.end()) {}

  void find() {
    std::vector<std::string> rest;
    for (const std::string& post : posts_) {
      if (is_excluded(post)) {
        excluded_.emplace(stem_of(post));
        continue;
      }
      auto candidate = translation_at(post);
      if (candidate)
        candidates_.push_back(std::move(*candidate));
      else
        rest.push_back(post);
    }
    demote(rest);
    for (const std::string& post : rest) {
      if (is_source(post)) add_source(post);
    }
    attach();
    if (stand_ins_ > 0) {
      site_.notes.push_back(
          "links to their sources in place of translations, which count as missing: " +
          std::to_string(stand_ins_));
    }
    if (site_.layout == "docusaurus") note_folders();
  }

  /// Says which of `links`, which are not followed, would be posts or have some in them.
  void mention(const std::vector<std::string>& links) {
    for (const std::string& link : links) {
      const std::string post = is_post_name(link) ? link : link + "/x.md";
      if (is_excluded(post) || !(translation_at(post) || is_source(post))) continue;
      site_.notes.push_back(link + " is a link out of the site's posts; it is not followed");
    }
  }

  /// Which of `folders`, which cannot be read, may hold posts of the site.
  std::vector<ClosedFolder> that_matter(std::vector<ClosedFolder> folders) const {
    std::erase_if(folders, [&](const ClosedFolder& folder) {
      const auto may_hold = [&](const std::string& pattern) {
        const std::string begin = pattern.substr(0, pattern.find('{'));
        return begin.starts_with(folder.path) || folder.path.starts_with(begin);
      };
      return is_excluded(folder.path + "x.md") ||
             std::none_of(templates_.begin(), templates_.end(),
                          [&](const ContentTemplate& content) {
                            return may_hold(content.source) || may_hold(content.translation);
                          });
    });
    return folders;
  }

 private:
  void add_source(const std::string& post) {
    const auto [place, is_new] =
        sources_.try_emplace(std::string(stem_of(post)), SourcePost{.path = post});
    if (is_new) return;
    site_.notes.push_back(post + " is passed over: its translations are held against " +
                          place->second.path + ", which has the same name");
  }

  void note_folders() {
    for (const std::string& folder : not_locales_) {
      site_.notes.push_back("i18n/" + folder + " is passed over: `" + folder +
                            "` is no language tag; `locales:` in recto.yaml can say what it is");
    }
  }

  bool is_excluded(const std::string& post) const {
    return std::any_of(config_.exclude.begin(), config_.exclude.end(),
                       [&](const std::string& pattern) { return matches_glob(pattern, post); });
  }

  bool is_source(const std::string& post) const {
    return std::any_of(templates_.begin(), templates_.end(), [&](const ContentTemplate& pair) {
      return !template_matches(pair.source, post).empty();
    });
  }

  /// What a locale's folder means; null when it is no locale, or the source's own.
  const LocaleEntry* locale_named(std::string_view folder) {
    const auto known = named_.find(folder);
    if (known != named_.end()) return known->second ? &*known->second : nullptr;
    const auto& entry = named_[std::string(folder)] = entry_named(std::string(folder));
    return entry ? &*entry : nullptr;
  }

  /// The entry of `locales:` for a folder, by its name or else by the language that both mean.
  std::vector<LocaleEntry>::const_iterator declared_entry(
      const std::string& folder, const std::optional<Locale>& locale) const {
    const auto begin = config_.locales.begin();
    const auto end = config_.locales.end();
    const auto named =
        std::find_if(begin, end, [&](const LocaleEntry& entry) { return entry.folder == folder; });
    if (named != end || !locale) return named;
    return std::find_if(
        begin, end, [&](const LocaleEntry& entry) { return parse_locale(entry.folder) == locale; });
  }

  std::optional<LocaleEntry> entry_named(const std::string& folder) {
    const auto locale = parse_locale(folder);
    const auto declared = declared_entry(folder, locale);
    std::optional<LocaleEntry> entry;
    if (declared != config_.locales.end()) {
      entry = *declared;
    } else if (locale && config_.locales.empty()) {
      entry = LocaleEntry{folder, *locale};
    } else if (!locale) {
      not_locales_.insert(folder);
    }
    const bool is_source = entry && entry->locale == site_.source_locale;
    return is_source ? std::nullopt : entry;
  }

  std::optional<Candidate> translation_at(const std::string& post) {
    for (std::size_t kind = 0; kind < templates_.size(); ++kind) {
      const ContentTemplate& pair = templates_[kind];
      std::optional<Candidate> best;
      for (const TemplateMatch& match : template_matches(pair.translation, post)) {
        const LocaleEntry* locale = locale_named(match.locale);
        if (locale == nullptr) continue;
        std::string source = fill_template(pair.source, match.path, match.locale);
        if (source == stem_of(post)) continue;  // `en/x` is the source of `{locale}/x` itself
        // `x-pt-br` is Breton of `x-pt` only where that is a source by itself.
        if (best && (is_own_source(best->source) || !has_post(source))) continue;
        best = Candidate{std::move(source), post, kind, locale};
      }
      if (best) return best;
    }
    return std::nullopt;
  }

  bool has_post(const std::string& stem) {
    if (stems_.empty()) {
      for (const std::string& post : posts_) stems_.insert(stem_of(post));
    }
    return stems_.contains(stem);
  }
  /// Whether there is a post of that stem which is no translation itself.
  bool is_own_source(const std::string& stem) {
    return has_post(stem) && !translation_at(stem + ".md");
  }

  /// A folder that merely looks like a locale (`docs/api/`) is one only if some file in it has a
  /// source, or in another folder of the locale.
  void demote(std::vector<std::string>& rest) {
    if (!config_.locales.empty() || site_.layout == "docusaurus") return;
    std::set<Locale> real;
    for (const LocaleEntry* entry : with_sources(rest)) real.insert(entry->locale);
    std::unordered_set<const LocaleEntry*> folders;
    for (const auto& [name, entry] : named_) {
      if (entry && real.contains(entry->locale)) folders.insert(&*entry);
    }
    std::erase_if(candidates_, [&](const Candidate& candidate) {
      if (folders.contains(candidate.locale)) return false;
      rest.push_back(candidate.path);
      return true;
    });
  }

  /// Whether the folder is of a known language and stands where the source's own language does:
  /// `content/fr/` beside `content/en/`. No file in it need have a source for that.
  bool stands_beside_source(const Candidate& candidate) const {
    const ContentTemplate& pair = templates_[candidate.kind];
    const std::size_t place = pair.translation.find("{locale}/");
    if (place == pair.translation.npos || !is_known_language(candidate.locale->locale))
      return false;
    if (place > 0 && pair.translation[place - 1] != '/') return false;
    if (!pair.source.starts_with(pair.translation.substr(0, place))) return false;
    const std::string beside = pair.source.substr(place, pair.source.find('/', place) - place);
    const auto locale = parse_locale(beside);
    return locale && locale->language == site_.source_locale.language;
  }

  /// The folders of locales in which a file has its source among `posts`.
  std::unordered_set<const LocaleEntry*> with_sources(const std::vector<std::string>& posts) const {
    std::unordered_set<std::string_view> stems;
    for (const std::string& post : posts) stems.insert(stem_of(post));
    std::unordered_set<const LocaleEntry*> folders;
    for (const Candidate& candidate : candidates_) {
      // `api/README.md` is beside `README.md` in no language, `kettle_new.md` beside `kettle.md`.
      const std::string& place = templates_[candidate.kind].translation;
      const bool is_folder = place.find("{locale}/") != std::string::npos;
      const bool tells =
          is_known_language(candidate.locale->locale) || (is_folder && !is_index(candidate.source));
      const bool has_source = tells && stems.contains(candidate.source);
      if (has_source || stands_beside_source(candidate)) folders.insert(candidate.locale);
    }
    return folders;
  }

  /// Whether a link to the source stands where its translation would, so that readers find the
  /// page.
  bool is_stand_in(const Candidate& candidate, const SourcePost& source) const {
    if (!links_.contains(candidate.path)) return false;
    std::error_code failure;
    return fs::equivalent(site_.root / candidate.path, site_.root / source.path, failure);
  }

  void attach() {
    std::map<std::string, Orphan> orphans;
    std::unordered_set<const LocaleEntry*> used;
    for (Candidate& candidate : candidates_) {
      used.insert(candidate.locale);
      if (excluded_.contains(candidate.source)) continue;
      const auto source = sources_.find(candidate.source);
      if (source == sources_.end()) {
        Orphan& orphan = orphans[candidate.source];
        orphan.source_path = candidate.source + candidate.path.substr(candidate.path.rfind('.'));
        orphan.translations.push_back(translation_of(std::move(candidate)));
        continue;
      }
      note_kind(candidate.kind, *candidate.locale);
      if (is_stand_in(candidate, source->second)) {
        ++stand_ins_;
      } else {
        source->second.translations.push_back(translation_of(std::move(candidate)));
      }
    }
    keep_sources();
    keep_orphans(orphans);
    std::set<Locale> locales;
    for (const LocaleEntry* entry : used) locales.insert(entry->locale);
    site_.locales.assign(locales.begin(), locales.end());
    for (const LocaleEntry& entry : config_.locales) {
      if (locales.contains(entry.locale) || entry.locale == site_.source_locale) continue;
      site_.notes.push_back("nothing is translated into " + entry.folder + ", which `locales` in " +
                            config_.path + " names");
      for (std::size_t kind = 0; kind < templates_.size(); ++kind) note_kind(kind, entry);
    }
  }

  Translation translation_of(Candidate&& candidate) const {
    return {std::move(candidate.path), candidate.locale->locale,
            is_variant(*candidate.locale, site_.source_locale)};
  }

  static void sort_by_path(std::vector<Translation>& translations) {
    std::sort(
        translations.begin(), translations.end(),
        [](const Translation& left, const Translation& right) { return left.path < right.path; });
  }

  void keep_sources() {
    site_.sources.reserve(sources_.size());
    for (auto& [stem, source] : sources_) {
      sort_by_path(source.translations);
      site_.sources.push_back(std::move(source));
    }
    std::sort(site_.sources.begin(), site_.sources.end(),
              [](const SourcePost& left, const SourcePost& right) {
                return stem_of(left.path) < stem_of(right.path);
              });
  }

  /// Whether the file tells translators, or programs, how to work in its folder.
  static bool is_guide(std::string_view path) {
    constexpr std::array<std::string_view, 4> kNames = {"AGENTS", "CLAUDE", "GLOSSARY",
                                                        "TERMINOLOGY"};
    return std::find(kNames.begin(), kNames.end(), file_name(stem_of(path))) != kNames.end();
  }

  void keep_orphans(std::map<std::string, Orphan>& orphans) {
    if (orphans.empty()) return;
    LikelySources(site_.sources).note_in(orphans);
    for (auto& [stem, orphan] : orphans) {
      if (is_closed(site_, orphan.source_path) || is_guide(orphan.source_path)) continue;
      sort_by_path(orphan.translations);
      site_.orphans.push_back(std::move(orphan));
    }
  }

  void note_kind(std::size_t kind, const LocaleEntry& entry) {
    if (!noted_.emplace(kind, &entry).second) return;
    if (!kinds_.emplace(kind, entry.locale).second) return;
    site_.translated.push_back({templates_[kind], entry});
  }

  Site& site_;
  const Config& config_;
  std::vector<ContentTemplate> templates_;
  const std::vector<std::string>& posts_;
  std::unordered_set<std::string> links_;
  std::unordered_set<std::string> excluded_;    // stems of posts, for what translates them
  std::size_t stand_ins_ = 0;                   // links to a source in place of its translation
  std::unordered_set<std::string_view> stems_;  // of the posts; made when asked for
  std::vector<Candidate> candidates_;
  std::unordered_map<std::string, SourcePost, TextHash, std::equal_to<>> sources_;  // by stem
  std::unordered_map<std::string, std::optional<LocaleEntry>, TextHash, std::equal_to<>> named_;
  std::set<std::pair<std::size_t, const LocaleEntry*>> noted_;  // spare most looks at kinds_
  std::set<std::pair<std::size_t, Locale>> kinds_;              // that site_.translated has
  std::set<std::string> not_locales_;  // folders where a locale should stand
};

std::string found_note(const Site& site) {
  std::string note = "no recto.yaml: found a Docusaurus site, " + site.source_locale.tag() + " -> ";
  for (std::size_t i = 0; i < site.locales.size(); ++i) {
    note += (i == 0 ? "" : ", ") + site.locales[i].tag();
  }
  return note;
}

}  // namespace

bool is_closed(const Site& site, const std::string& path) {
  return std::any_of(site.closed.begin(), site.closed.end(),
                     [&](const ClosedFolder& folder) { return path.starts_with(folder.path); });
}

namespace {

Site find_pairs_in(Tree tree, const fs::path& root, const Config& config) {
  const auto docusaurus = read_docusaurus(root);
  if (!docusaurus && config.content.empty()) {
    throw Error("no site found in " + root.generic_string() +
                ", neither docusaurus.config.*, blog/ or docs/, nor `content:` in a recto.yaml; " +
                advice_without_site(root, "`recto init` looks for posts and writes one"));
  }
  Site site{.root = root};
  site.layout = layout_of(config);
  site.dialect = dialect_of_site(root, config);
  const Locale english{.language = "en"};
  site.source_locale =
      config.source.value_or(docusaurus && docusaurus->source ? *docusaurus->source : english);
  Finder finder(site, config, config.content.empty() ? docusaurus->templates : config.content,
                tree.posts, tree.links);
  site.closed = finder.that_matter(std::move(tree.closed));
  finder.find();
  finder.mention(tree.outside);
  if (config.path.empty() && !site.locales.empty()) site.notes.push_back(found_note(site));
  return site;
}

}  // namespace

Site find_pairs(const fs::path& root, const Config& config) {
  return find_pairs_in(walk(root), root, config);
}

Site find_pairs_among(std::vector<std::string> posts, const fs::path& root, const Config& config) {
  std::erase_if(posts, [](const std::string& path) { return !is_post_name(path); });
  std::sort(posts.begin(), posts.end());
  std::vector<std::string> links;
  std::copy_if(posts.begin(), posts.end(), std::back_inserter(links), [&](const auto& path) {
    std::error_code failure;
    return fs::is_symlink(root / path, failure) && fs::exists(root / path, failure);
  });
  std::vector<std::string> outside;
  std::copy_if(links.begin(), links.end(), std::back_inserter(outside), [&](const auto& path) {
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(root / path, failure);
    return !is_inside(root / path, root) || !is_post_name(real.filename().string());
  });
  std::erase_if(posts, [&](const std::string& path) {
    return std::binary_search(outside.begin(), outside.end(), path);
  });
  return find_pairs_in(
      {.posts = std::move(posts), .links = std::move(links), .outside = std::move(outside)}, root,
      config);
}

}  // namespace recto
