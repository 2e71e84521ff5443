#include "discover/pairs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/error.h"
#include "base/glob.h"
#include "base/inside.h"
#include "base/path_parts.h"
#include "discover/docusaurus.h"
#include "discover/root.h"
#include "discover/site_kind.h"
#include "discover/template.h"
#include "text/locale_data.h"
#include "text/similarity.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

/// A translation before it is known whether its source exists.
struct Candidate {
  std::string source;  // by template, without extension
  Translation translation;
  std::size_t kind = 0;      // which of the templates it fits
  std::string folder;        // of its locale
  bool is_declared = false;  // its locale is one that recto.yaml names
};

/// How many names are compared by letters to find what became of orphans; each costs 15 us.
constexpr std::size_t kNameComparisons = 20'000;

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

  /// What a locale's folder means; none when it is no locale, or the source's own.
  std::optional<LocaleEntry> locale_named(const std::string& folder) const {
    const auto declared =
        std::find_if(config_.locales.begin(), config_.locales.end(),
                     [&](const LocaleEntry& entry) { return entry.folder == folder; });
    if (declared != config_.locales.end()) return *declared;
    if (!config_.locales.empty()) return std::nullopt;
    const auto locale = parse_locale(folder);
    if (!locale || *locale == site_.source_locale) return std::nullopt;
    return LocaleEntry{folder, *locale};
  }

  std::optional<Candidate> translation_at(const std::string& post) {
    for (std::size_t kind = 0; kind < templates_.size(); ++kind) {
      const ContentTemplate& pair = templates_[kind];
      std::optional<Candidate> best;
      for (const TemplateMatch& match : template_matches(pair.translation, post)) {
        auto candidate = candidate_of(post, kind, match);
        // `x-pt-br` is Breton of `x-pt` only where that is a source by itself.
        if (candidate && (!best || (!is_own_source(best->source) && has_post(candidate->source)))) {
          best = std::move(candidate);
        }
      }
      if (best) return best;
    }
    return std::nullopt;
  }

  std::optional<Candidate> candidate_of(const std::string& post, std::size_t kind,
                                        const TemplateMatch& match) {
    const auto entry = locale_named(match.locale);
    if (!entry && !parse_locale(match.locale)) not_locales_.insert(match.locale);
    if (!entry || entry->locale == site_.source_locale) return std::nullopt;
    return Candidate{fill_template(templates_[kind].source, match.path, match.locale),
                     {post, entry->locale, entry->is_variant_of_source},
                     kind,
                     entry->folder,
                     !config_.locales.empty()};
  }

  bool has_post(const std::string& stem) {
    if (stems_.empty()) {
      for (const std::string& post : posts_) stems_.emplace(stem_of(post));
    }
    return stems_.contains(stem);
  }
  /// Whether there is a post of that stem which is no translation itself.
  bool is_own_source(const std::string& stem) {
    return has_post(stem) && !translation_at(stem + ".md");
  }

  /// A folder that merely looks like a locale (`docs/api/`) is one only if some file in it has a
  /// source.
  void demote(std::vector<std::string>& rest) {
    const std::set<std::string> stems = [&] {
      std::set<std::string> result;
      for (const std::string& post : rest) result.emplace(stem_of(post));
      return result;
    }();
    std::set<Locale> real;
    for (const Candidate& candidate : candidates_) {
      // `api/README.md` is beside `README.md` in no language.
      const std::string_view name = file_name(candidate.source);
      const bool tells = is_known_language(candidate.translation.locale) ||
                         (name != "README" && name != "index" && name != "_index");
      if (candidate.is_declared || (tells && stems.contains(candidate.source))) {
        real.insert(candidate.translation.locale);
      }
    }
    std::erase_if(candidates_, [&](const Candidate& candidate) {
      if (real.contains(candidate.translation.locale) || site_.layout == "docusaurus") return false;
      rest.push_back(candidate.translation.path);
      return true;
    });
  }

  /// Whether a link to the source stands where its translation would, so that readers find the
  /// page.
  bool is_stand_in(const Candidate& candidate, const SourcePost& source) const {
    if (!links_.contains(candidate.translation.path)) return false;
    std::error_code failure;
    return fs::equivalent(site_.root / candidate.translation.path, site_.root / source.path,
                          failure);
  }

  void attach() {
    std::map<std::string, Orphan> orphans;
    std::set<Locale> locales;
    for (Candidate& candidate : candidates_) {
      locales.insert(candidate.translation.locale);
      if (excluded_.contains(candidate.source)) continue;
      const auto source = sources_.find(candidate.source);
      if (source != sources_.end()) {
        note_kind(candidate.kind, {candidate.folder, candidate.translation.locale,
                                   candidate.translation.is_variant_of_source});
        if (is_stand_in(candidate, source->second)) {
          ++stand_ins_;
        } else {
          source->second.translations.push_back(std::move(candidate.translation));
        }
        continue;
      }
      const std::string extension =
          candidate.translation.path.substr(candidate.translation.path.rfind('.'));
      Orphan& orphan = orphans[candidate.source];
      orphan.source_path = candidate.source + extension;
      orphan.translations.push_back(std::move(candidate.translation));
    }
    const auto by_path = [](const Translation& left, const Translation& right) {
      return left.path < right.path;
    };
    for (auto& [stem, source] : sources_) {
      std::sort(source.translations.begin(), source.translations.end(), by_path);
      site_.sources.push_back(std::move(source));
    }
    for (std::size_t i = 0; i < site_.sources.size(); ++i) {
      by_name_.emplace(stem_of(file_name(site_.sources[i].path)), i);
    }
    for (auto& [stem, orphan] : orphans) {
      if (is_closed(site_, orphan.source_path)) continue;
      std::sort(orphan.translations.begin(), orphan.translations.end(), by_path);
      orphan.likely_source = likely_source(orphan);
      site_.orphans.push_back(std::move(orphan));
    }
    site_.locales.assign(locales.begin(), locales.end());
    for (const LocaleEntry& entry : config_.locales) {
      if (locales.contains(entry.locale) || entry.locale == site_.source_locale) continue;
      for (std::size_t kind = 0; kind < templates_.size(); ++kind) note_kind(kind, entry);
    }
  }

  void note_kind(std::size_t kind, const LocaleEntry& locale) {
    if (!kinds_.emplace(kind, locale.locale).second) return;
    site_.translated.push_back({templates_[kind], locale});
  }

  static bool lacks_locales_of(const SourcePost& source, const Orphan& orphan) {
    return std::none_of(
        source.translations.begin(), source.translations.end(), [&](const Translation& has) {
          return std::any_of(orphan.translations.begin(), orphan.translations.end(),
                             [&](const Translation& other) { return other.locale == has.locale; });
        });
  }

  /// The source it may have become: one that lacks these translations, of the same file name
  /// elsewhere or a similar one.
  std::string likely_source(const Orphan& orphan) {
    const std::string name(stem_of(file_name(orphan.source_path)));
    const auto [first, last] = by_name_.equal_range(name);
    const auto same = std::find_if(first, last, [&](const auto& entry) {
      return lacks_locales_of(site_.sources[entry.second], orphan);
    });
    if (same != last) return site_.sources[same->second].path;
    // Where a whole folder was renamed, the first names tell as much as all of them.
    if (by_name_.size() > comparisons_left_) return "";
    comparisons_left_ -= by_name_.size();
    std::vector<std::string> names;
    std::map<std::string, std::string> paths;
    for (const auto& [other, index] : by_name_) {
      const SourcePost& source = site_.sources[index];
      if (lacks_locales_of(source, orphan) && paths.emplace(other, source.path).second) {
        names.push_back(other);
      }
    }
    const auto near = nearest(name, names);
    return near ? paths[*near] : "";
  }

  Site& site_;
  const Config& config_;
  std::vector<ContentTemplate> templates_;
  const std::vector<std::string>& posts_;
  std::unordered_set<std::string> links_;
  std::unordered_set<std::string> excluded_;  // stems of posts, for what translates them
  std::size_t stand_ins_ = 0;                 // links to a source in place of its translation
  std::unordered_set<std::string> stems_;     // of the posts; made when asked for
  std::vector<Candidate> candidates_;
  std::map<std::string, SourcePost> sources_;
  std::multimap<std::string, std::size_t> by_name_;  // file name of each source, without extension
  std::size_t comparisons_left_ = kNameComparisons;
  std::set<std::pair<std::size_t, Locale>> kinds_;  // that site_.translated has
  std::set<std::string> not_locales_;               // folders where a locale should stand
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
