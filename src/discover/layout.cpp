#include "discover/layout.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/locale.h"
#include "discover/docusaurus.h"
#include "discover/pairs.h"
#include "discover/walk.h"
#include "text/language.h"

// Layouts are many, and nearly all of them name the locale in one folder (`docs/vi/x.md`) or at the
// end of the name (`x.vi.md`, `x_vi.md`, `x-vi.md`), which may be all of it (`x/vi.md`). So every
// such place is tried, and the one that makes most pairs is the layout; files of programs only give
// it a name.

namespace fs = std::filesystem;

namespace recto {
namespace {

using Paths = std::set<std::string>;

/// The posts in which a locale stands at one place: their paths without it and what stands before.
struct Place {
  std::string before;                   // `docs/`, with its slash
  std::optional<char> separator;        // what stands before a locale at the end: `.` in `x.vi.md`
  std::map<std::string, Paths> by_tag;  // as it is written: `vi`, `pt-br`

  bool is_suffix() const { return separator.has_value(); }
};

/// The two letter codes of ISO 639-1: longer words are folders like `api` more often than not.
constexpr std::string_view kLanguages =
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu fil "
    "yue ";

bool names_locale(std::string_view text) {
  const auto locale = parse_locale(text);
  return locale && kLanguages.find(" " + locale->language + " ") != std::string_view::npos;
}

std::string stem_of(const std::string& path) {
  return path.substr(0, path.rfind('.'));
}

/// Where, behind `separator`, a name ends with a locale: at `_` in `x_pt-br`; npos where it does
/// not.
std::size_t suffix_at(const std::string& stem, char separator) {
  const std::size_t name = stem.rfind('/') + 1;
  std::size_t at = separator == '/' ? name - 1 : stem.find(separator, name + 1);
  while (at != std::string::npos && !names_locale(stem.substr(at + 1))) {
    at = stem.find(separator, at + 1);
  }
  return at;
}

/// `post` under every place where a locale stands in it.
void add_places(const std::string& post, std::map<std::string, Place>& places) {
  const std::string stem = stem_of(post);
  for (std::size_t begin = 0, end = stem.find('/'); end != std::string::npos;
       begin = end + 1, end = stem.find('/', begin)) {
    const std::string name = stem.substr(begin, end - begin);
    if (!names_locale(name)) continue;
    Place& place = places[stem.substr(0, begin)];
    place.before = stem.substr(0, begin);
    place.by_tag[name].insert(stem.substr(end + 1));
  }
  for (const char separator : {'.', '_', '-', '/'}) {
    const std::size_t at = suffix_at(stem, separator);
    if (at == std::string::npos) continue;
    const std::size_t slash = stem.find('/');
    const std::string before = slash < at ? stem.substr(0, slash + 1) : "";
    Place& place = places[before + ' ' + separator];
    place.before = before;
    place.separator = separator;
    place.by_tag[stem.substr(at + 1)].insert(stem.substr(before.size(), at - before.size()));
  }
}

/// Whether `tag` consists of short English words, as the ends of `how-to` and `what_it_is` do.
bool is_of_words(const std::string& tag) {
  constexpr std::string_view kWords = " am an as he is it my no or so to ";
  constexpr std::size_t kPart = 3;  // bytes: a word and what separates it
  for (std::size_t begin = 0; begin < tag.size(); begin += kPart) {
    if (tag.size() - begin > kPart && tag[begin + 2] != '-' && tag[begin + 2] != '_') return false;
    if (kWords.find(' ' + tag.substr(begin, 2) + ' ') == std::string_view::npos) return false;
  }
  return true;
}

/// Whether what stands at the ends of the names at a place is nothing but words.
bool is_of_words(const Place& place) {
  return place.is_suffix() && place.separator != '.' &&
         std::all_of(place.by_tag.begin(), place.by_tag.end(),
                     [](const auto& entry) { return is_of_words(entry.first); });
}

/// What a choice of the source's language would pair at a place.
struct Choice {
  const Place* place = nullptr;
  std::string source;  // empty: the source names no locale, `docs/x.md` or `x.md`
  std::size_t pairs = 0;
};

std::size_t pairs_with(const Place& place, const std::string& source, const Paths& sources) {
  std::size_t pairs = 0;
  for (const auto& [tag, paths] : place.by_tag) {
    if (tag == source) continue;
    pairs += static_cast<std::size_t>(
        std::count_if(paths.begin(), paths.end(),
                      [&](const std::string& path) { return sources.contains(path); }));
  }
  return pairs;
}

/// The posts at a place that name no locale.
Paths plain_posts(const Place& place, const std::vector<std::string>& posts) {
  Paths plain;
  for (const std::string& post : posts) {
    if (!post.starts_with(place.before)) continue;
    const std::string stem = stem_of(post).substr(place.before.size());
    const std::size_t end = place.is_suffix() ? suffix_at(stem, *place.separator) : stem.find('/');
    const std::string tag = end == std::string::npos ? ""
                            : place.is_suffix()      ? stem.substr(end + 1)
                                                     : stem.substr(0, end);
    if (!place.by_tag.contains(tag)) plain.insert(stem);
  }
  return plain;
}

/// The best source at `place`; English, where two are as good.
Choice best_choice(const Place& place, const std::vector<std::string>& posts) {
  // `guide/id.md` is a page on something below `guide.md`, and not its Indonesian.
  const bool may_be_plain = place.separator != '/';
  Choice best{&place, "", may_be_plain ? pairs_with(place, "", plain_posts(place, posts)) : 0};
  for (const auto& [tag, paths] : place.by_tag) {
    const std::size_t pairs = pairs_with(place, tag, paths);
    const bool is_english = tag == "en" || tag.starts_with("en-");
    if (pairs > best.pairs || (pairs == best.pairs && pairs > 0 && is_english)) {
      best = {&place, tag, pairs};
    }
  }
  return best;
}

/// The folder that all posts at `place` begin with, behind the locale: `docs/` of `docs/vi/docs/`.
std::string shared_folder(const Place& place) {
  std::optional<std::string> shared;
  for (const auto& [tag, paths] : place.by_tag) {
    for (const std::string& path : paths) {
      const std::size_t slash = path.find('/');
      const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
      if (shared && *shared != folder) return "";
      shared = folder;
    }
  }
  return shared.value_or("");
}

ContentTemplate template_of(const Choice& choice, const std::string& extension) {
  const Place& place = *choice.place;
  if (place.is_suffix()) {
    const std::string tag = choice.source.empty() ? "" : *place.separator + choice.source;
    return {place.before + "{path}" + tag + extension,
            place.before + "{path}" + *place.separator + "{locale}" + extension};
  }
  const std::string end = shared_folder(place) + "{path}" + extension;
  if (choice.source.empty()) {
    return {place.before + "{path}" + extension, place.before + "{locale}/{path}" + extension};
  }
  return {place.before + choice.source + "/" + end, place.before + "{locale}/" + end};
}

/// The commonest extension of the posts at a place.
std::string extension_at(const Place& place, const std::vector<std::string>& posts) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& post : posts) {
    if (post.starts_with(place.before)) ++counts[post.substr(post.rfind('.'))];
  }
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
  return most == counts.end() ? ".md" : most->first;
}

/// What the posts that name no locale at a place are written in: English, where nothing else is
/// plain.
std::string language_of(const fs::path& root, const Place& place,
                        const std::vector<std::string>& posts) {
  constexpr std::size_t kSample = 8;                         // posts
  constexpr std::size_t kMostBytes = std::size_t{1} << 20U;  // of each
  const Paths plain = plain_posts(place, posts);
  std::string text;
  std::size_t seen = 0;
  for (const std::string& post : posts) {
    if (seen == kSample || !post.starts_with(place.before)) continue;
    if (!plain.contains(stem_of(post).substr(place.before.size()))) continue;
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

}  // namespace

std::optional<Layout> find_layout(const fs::path& root) {
  if (auto docusaurus = docusaurus_layout(root)) return docusaurus;
  const std::vector<std::string> posts = walk(root).posts;
  std::map<std::string, Place> places;
  for (const std::string& post : posts) add_places(post, places);
  std::erase_if(places, [](const auto& entry) { return is_of_words(entry.second); });
  std::vector<Choice> choices;
  choices.reserve(places.size());
  for (const auto& [key, place] : places) choices.push_back(best_choice(place, posts));
  std::erase_if(choices, [](const Choice& choice) { return choice.pairs == 0; });
  if (choices.empty()) return std::nullopt;
  std::stable_sort(choices.begin(), choices.end(), [](const Choice& left, const Choice& right) {
    return left.pairs > right.pairs;
  });
  const auto named = std::find_if(choices.begin(), choices.end(),
                                  [](const Choice& choice) { return !choice.source.empty(); });
  const std::string source =
      named == choices.end() ? language_of(root, *choices.front().place, posts) : named->source;
  Layout layout{program_of(root), source, {}};
  std::vector<const Place*> taken;
  for (const Choice& choice : choices) {
    const auto holds = [&](const Place* other) {
      return choice.place->before.starts_with(other->before) ||
             other->before.starts_with(choice.place->before);
    };
    // A place inside of another, or one with another source, would pair the same posts otherwise.
    const bool is_other_source = !choice.source.empty() && choice.source != source;
    if (is_other_source || std::any_of(taken.begin(), taken.end(), holds)) continue;
    taken.push_back(choice.place);
    layout.content.push_back(template_of(choice, extension_at(*choice.place, posts)));
  }
  return layout;
}

}  // namespace recto
