#include "discover/layout.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/path_parts.h"
#include "discover/docusaurus.h"
#include "discover/pairs.h"
#include "discover/place.h"
#include "discover/site_kind.h"
#include "discover/walk.h"
#include "text/language.h"

// Layouts are many, and nearly all of them name the locale in one folder (`docs/vi/x.md`) or at the
// end of the name (`x.vi.md`, `x_vi.md`, `x-vi.md`), which may be all of it (`x/vi.md`). So every
// such place is tried, and the one that makes most pairs is the layout; files of programs only give
// it a name.

namespace fs = std::filesystem;

namespace recto {
namespace {

/// Sources that lie elsewhere than their translations: `from` is `doc/` and `to` nothing where
/// `doc/x-ja.md` is the Japanese of `x.md`.
struct Move {
  std::string from;
  std::string to;
};

/// What a choice of the source's language would pair at a place.
struct Choice {
  const LocalePlace* place = nullptr;
  std::string source;  // empty: the source names no locale, `docs/x.md` or `x.md`
  std::size_t pairs = 0;
  std::size_t shared = 0;         // posts that the source and another language have
  std::size_t orphans = 0;        // posts that only others have
  std::optional<Move> move = {};  // where the sources lie when it is outside of the place
};

bool is_english(const std::string& tag) {
  const auto locale = meant_locale(tag);
  return locale && locale->language == "en";
}

/// `stem` of a translation as its source's: without its folder `from`, below `to`.
std::string moved(const std::string& stem, const Move& move) {
  return stem.starts_with(move.from) ? move.to + stem.substr(move.from.size()) : stem;
}

/// What `sources` at `place`, whose locale is `source`, would make of its other posts.
Choice choice_of(const LocalePlace& place, const std::string& source, const Paths& sources) {
  Choice choice{&place, source};
  Paths shared;
  Paths orphans;
  for (const auto& [tag, paths] : place.by_tag) {
    if (tag == source) continue;
    for (const std::string& path : paths) {
      const bool is_pair = sources.contains(path);
      if (is_pair) ++choice.pairs;
      (is_pair ? shared : orphans).insert(path);
    }
  }
  choice.shared = shared.size();
  choice.orphans = orphans.size();
  return choice;
}

/// How many posts speak for the source. A project that writes English beside other languages mostly
/// wrote it first, so that it takes more than leftovers of posts that it dropped to say otherwise.
double weight_of(const Choice& choice) {
  constexpr double kUsual = 1.25;
  constexpr double kRegional = 1.1;  // `en-GB` beside `en` is a translation, too
  double factor = 1;
  if (choice.source.empty() || is_english(choice.source)) {
    factor = choice.source.find_first_of("-_") == std::string::npos ? kUsual : kRegional;
  }
  return factor * static_cast<double>(choice.shared) - static_cast<double>(choice.orphans);
}

/// Whether the source lacks more of what others have than somebody may have added there.
bool lacks_posts(const Choice& choice) {
  constexpr std::size_t kAdded = 1;
  constexpr std::size_t kShare = 20;  // one in so many
  return choice.orphans > kAdded && choice.orphans * kShare > choice.shared;
}

/// Whether `left` is the likelier source: the others were translated from it, so it has what they
/// have.
bool is_better(const Choice& left, const Choice& right) {
  if (left.pairs == 0 || right.pairs == 0) return left.pairs > right.pairs;
  if (left.orphans == 0 && lacks_posts(right)) return true;
  if (right.orphans == 0 && lacks_posts(left)) return false;
  const double difference = weight_of(left) - weight_of(right);
  return difference > 0 ||
         (difference == 0 && is_english(left.source) && !is_english(right.source));
}

/// The posts at `place`, without their extensions.
Paths stems_at(const LocalePlace& place) {
  Paths stems;
  for (const auto& [tag, paths] : place.by_tag) {
    for (const std::string& path : paths) {
      stems.insert(place.is_suffix() ? place.before + path + *place.separator + tag
                                     : place.before + tag + '/' + path);
    }
  }
  return stems;
}

/// Whether a file of that name stands in every package, so that two of them tell nothing.
bool is_everywhere(std::string_view path) {
  constexpr std::array<std::string_view, 5> kNames = {"README", "CHANGELOG", "CONTRIBUTING",
                                                      "LICENSE", "index"};
  return std::find(kNames.begin(), kNames.end(), file_name(path)) != kNames.end();
}

std::size_t pairs_moved(const LocalePlace& place, const Paths& stems, const Move& move) {
  std::size_t pairs = 0;
  for (const auto& [tag, paths] : place.by_tag) {
    const auto is_pair = [&](const std::string& path) {
      return stems.contains(moved(place.before + path, move));
    };
    const bool tells = std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
      return !is_everywhere(path) && is_pair(path);
    });
    if (place.has_prefix() && !tells) continue;
    pairs += static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), is_pair));
  }
  return pairs;
}

/// The folders that posts outside of `place` may lie in, down to the third level.
std::vector<std::string> folders_beside(const LocalePlace& place, const Paths& stems) {
  constexpr int kDeepest = 3;
  constexpr std::size_t kMost = 64;
  const Paths own = stems_at(place);
  std::set<std::string> folders;
  for (const std::string& stem : stems) {
    if (own.contains(stem) || folders.size() >= kMost) continue;
    std::size_t end = stem.find('/');
    for (int level = 0; level < kDeepest && end != std::string::npos; ++level) {
      folders.insert(stem.substr(0, end + 1));
      end = stem.find('/', end + 1);
    }
  }
  return {folders.begin(), folders.end()};
}

/// Whether a single post in `folder` tells enough: else it may be of another project, as
/// `lib/io/README.md` is.
bool is_for_translations(std::string_view folder) {
  constexpr std::array<std::string_view, 6> kNames = {"i18n/",    "l10n/",         "locale/",
                                                      "locales/", "translations/", "translated/"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return folder.ends_with(name); });
}

/// Whether `folder` holds the posts of a locale that are no sources of those at `place`, which have
/// that locale or are English: beside `posts/en/`, `tests/posts/es/` is of a site of its own.
bool is_of_other_site(const LocalePlace& place, std::string_view folder) {
  if (folder.empty()) return false;
  const std::string name{file_name(folder.substr(0, folder.size() - 1))};
  const auto is_of_english = [](const auto& entry) { return is_english(entry.first); };
  return place.by_tag.contains(name) ||
         (meant_locale(name) &&
          std::all_of(place.by_tag.begin(), place.by_tag.end(), is_of_english));
}

/// The sources of the posts at `place` when they lie in a folder above it, or beside it as `docs/`
/// does beside `i18n/fr/`, where that makes more pairs than `best`.
Choice best_elsewhere(const LocalePlace& place, const Paths& stems, Choice best) {
  const std::string from = place.is_suffix() ? place.before + shared_folder(place) : place.before;
  std::vector<std::string> folders;
  for (std::size_t end = from.size(); end > 0;) {
    const std::size_t slash = end == 1 ? std::string::npos : from.rfind('/', end - 2);
    end = slash == std::string::npos ? 0 : slash + 1;
    folders.push_back(from.substr(0, end));
  }
  const bool is_folder = !place.is_suffix() && !place.has_prefix();
  if (is_folder || place.before == "_") {
    const std::vector<std::string> beside = folders_beside(place, stems);
    folders.insert(folders.end(), beside.begin(), beside.end());
  } else if (place.has_prefix()) {
    // `docs/` of `docs_fr/`
    folders = {place.before.substr(0, place.before.size() - 1) + '/'};
  }
  for (const std::string& to : folders) {
    if (is_of_other_site(place, to)) continue;
    const Move move{from, to};
    const std::size_t pairs = pairs_moved(place, stems, move);
    const std::size_t least = is_for_translations(from) ? 0 : 1;
    if (pairs > std::max(best.pairs, least)) best = {.place = &place, .pairs = pairs, .move = move};
  }
  return best;
}

/// `paths`, or in `plugin-ts/` and its like those that do not stand in every package.
Paths telling(const LocalePlace& place, const Paths& paths) {
  if (!place.has_prefix()) return paths;
  Paths result;
  for (const std::string& path : paths) {
    if (!is_everywhere(path)) result.insert(path);
  }
  return result;
}

/// The best source at `place`.
Choice best_choice(const LocalePlace& place, const std::vector<std::string>& posts,
                   const Paths& stems) {
  // `guide/id.md` is a page on something below `guide.md`, and not its Indonesian.
  const bool may_be_plain = place.separator != '/';
  Choice best = choice_of(place, "", may_be_plain ? plain_posts(place, posts) : Paths{});
  for (const auto& [tag, paths] : place.by_tag) {
    const Choice choice = choice_of(place, tag, telling(place, paths));
    if (is_better(choice, best)) best = choice;
  }
  const bool is_settled = best.pairs > 0 && (best.source.empty() || is_english(best.source));
  return is_settled ? best : best_elsewhere(place, stems, best);
}

ContentTemplate template_of(const Choice& choice, const std::string& extension) {
  const LocalePlace& place = *choice.place;
  if (choice.move) {
    const std::string tail = place.is_suffix()
                                 ? std::string("{path}") + *place.separator + "{locale}"
                                 : "{locale}/{path}";
    return {choice.move->to + "{path}" + extension, choice.move->from + tail + extension};
  }
  if (place.is_suffix()) {
    const std::string tag = choice.source.empty() ? "" : *place.separator + choice.source;
    return {place.before + "{path}" + tag + extension,
            place.before + "{path}" + *place.separator + "{locale}" + extension};
  }
  // `docs/` is where a project keeps the pages of a language; another folder is the first section.
  const bool has_root = shared_folder(place) == "docs/";
  const std::string end = (has_root ? "docs/{path}" : "{path}") + extension;
  if (choice.source.empty()) {
    return {place.before + "{path}" + extension, place.before + "{locale}/{path}" + extension};
  }
  return {place.before + choice.source + "/" + end, place.before + "{locale}/" + end};
}

/// The commonest extension of the posts at a place.
std::string extension_at(const LocalePlace& place, const std::vector<std::string>& posts) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& post : posts) {
    if (post.starts_with(place.before)) ++counts[post.substr(post.rfind('.'))];
  }
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
  return most == counts.end() ? ".md" : most->first;
}

/// The paths of the sources of a choice that name no locale, without their extension.
Paths plain_sources(const Choice& choice, const std::vector<std::string>& posts) {
  Paths sources;
  if (!choice.move) {
    for (const std::string& path : plain_posts(*choice.place, posts)) {
      sources.insert(choice.place->before + path);
    }
    return sources;
  }
  for (const auto& [tag, paths] : choice.place->by_tag) {
    for (const std::string& path : paths) {
      sources.insert(moved(choice.place->before + path, *choice.move));
    }
  }
  return sources;
}

/// What the sources that name no locale are written in: English, where nothing else is plain.
std::string language_of(const fs::path& root, const Choice& choice,
                        const std::vector<std::string>& posts) {
  constexpr std::size_t kSample = 8;                         // posts
  constexpr std::size_t kMostBytes = std::size_t{1} << 20U;  // of each
  const Paths sources = plain_sources(choice, posts);
  std::string text;
  std::size_t seen = 0;
  for (const std::string& post : posts) {
    if (seen == kSample) break;
    if (!sources.contains(std::string(stem_of(post)))) continue;
    text += read_file(root / post, kMostBytes).bytes;
    ++seen;
  }
  const std::string language = likely_language(text);
  return language.empty() ? "en" : language;
}

std::string program_of(const fs::path& root) {
  constexpr std::array<std::pair<const char*, const char*>, 11> kFiles = {
      {{"hugo.yaml", "Hugo"},
       {"hugo.toml", "Hugo"},
       {"hugo.json", "Hugo"},
       {"config.toml", "Hugo"},
       {"astro.config.mjs", "Starlight"},
       {"astro.config.ts", "Starlight"},
       {"mkdocs.yml", "MkDocs"},
       {"docs/en/mkdocs.yml", "MkDocs"},
       {"_config.yml", "Jekyll"},
       {".vitepress", "VitePress"},
       {"docs/.vitepress", "VitePress"}}};
  for (const auto& [file, name] : kFiles) {
    if (fs::exists(root / file)) return name;
  }
  return "folders";
}

std::optional<Layout> docusaurus_layout(const fs::path& root) {
  if (!looks_like_site(root)) return std::nullopt;
  const auto site = read_docusaurus(root);
  if (!site || find_pairs(root, {}).locales.empty()) return std::nullopt;
  return Layout{"Docusaurus", site->source ? site->source->tag() : "en", {}};
}

/// Whether folders are called after languages, and none after English: `recipes/french`.
bool names_dishes(const LocalePlace& place) {
  const auto is_name = [](const auto& entry) { return language_called(entry.first).has_value(); };
  const auto is_of_english = [](const auto& entry) { return is_english(entry.first); };
  return std::any_of(place.by_tag.begin(), place.by_tag.end(), is_name) &&
         std::none_of(place.by_tag.begin(), place.by_tag.end(), is_of_english);
}

/// Whether names end in what happens to be languages, each another one: `request.is`, `session.id`.
bool are_other_endings(const LocalePlace& place) {
  Paths stems;
  for (const auto& [tag, paths] : place.by_tag) {
    if (tag.size() != 2 || paths.size() != 1) return false;
    if (!stems.insert(*paths.begin()).second) return false;
  }
  return place.is_suffix() && stems.size() > 1;
}

/// What the folders at `place` mean, but for that of the source.
void add_locales(const LocalePlace& place, Layout& layout) {
  for (const auto& posts : place.by_tag) {
    const std::string& folder = posts.first;
    const auto locale = meant_locale(folder);
    const bool is_known =
        std::any_of(layout.locales.begin(), layout.locales.end(),
                    [&](const LocaleEntry& entry) { return entry.folder == folder; });
    if (is_known || !locale || locale == parse_locale(layout.source)) continue;
    layout.locales.push_back({folder, *locale});
  }
}

}  // namespace

std::optional<Layout> find_layout(const fs::path& root) {
  if (auto docusaurus = docusaurus_layout(root)) return docusaurus;
  const std::vector<std::string> posts = walk(root).posts;
  const std::vector<LocalePlace> places = find_places(posts);
  std::vector<Choice> choices;
  choices.reserve(places.size());
  Paths stems;
  for (const std::string& post : posts) stems.emplace(stem_of(post));
  for (const LocalePlace& place : places) {
    if (!names_dishes(place) && !are_other_endings(place))
      choices.push_back(best_choice(place, posts, stems));
  }
  std::erase_if(choices, [](const Choice& choice) { return choice.pairs == 0; });
  if (choices.empty()) return std::nullopt;
  std::stable_sort(choices.begin(), choices.end(), [](const Choice& left, const Choice& right) {
    return left.pairs > right.pairs;
  });
  const Choice& first = choices.front();
  Layout layout{program_of(root), first.source, {}};
  if (const auto named = language_called(layout.source)) layout.source = named->tag();
  if (layout.source.empty()) layout.source = language_of(root, first, posts);
  Paths taken;  // by another template
  for (const Choice& choice : choices) {
    const bool is_other_source =
        !choice.source.empty() && meant_locale(choice.source) != parse_locale(layout.source);
    const Paths own = stems_at(*choice.place);
    const auto is_taken = [&](const std::string& stem) { return taken.contains(stem); };
    if (is_other_source || std::any_of(own.begin(), own.end(), is_taken)) continue;
    taken.insert(own.begin(), own.end());
    layout.content.push_back(template_of(choice, extension_at(*choice.place, posts)));
    add_locales(*choice.place, layout);
  }
  const auto is_tag = [](const LocaleEntry& entry) { return !language_called(entry.folder); };
  // Tags speak for themselves.
  if (std::all_of(layout.locales.begin(), layout.locales.end(), is_tag)) layout.locales.clear();
  return layout;
}

}  // namespace recto
