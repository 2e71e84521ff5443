#include "discover/place.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/locale.h"
#include "base/path_parts.h"
#include "text/language.h"

namespace recto {
namespace {

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
  // Codes of countries that are more often something else: Rust, `sort-by`.
  constexpr std::string_view kOthers = " by ge rs ";
  if (kOthers.find(" " + std::string(text) + " ") != std::string_view::npos) return false;
  constexpr std::string_view kScripts =
      " Arab Armn Beng Cyrl Deva Geor Grek Guru Hans Hant Hebr Jpan Kore Latn Mong Taml Telu Tfng "
      "Thai ";
  const auto locale = parse_locale(text);
  if (locale && !locale->script.empty() &&
      kScripts.find(" " + locale->script + " ") == std::string_view::npos) {
    return false;  // `my-docs`
  }
  return locale && kLanguages.find(" " + locale->language + " ") != std::string_view::npos;
}

/// Whether the separator at `at` parts a locale from its own region: the hyphen of `x.zh-CN`.
bool is_inside_tag(const std::string& stem, std::size_t at) {
  const std::size_t before = at == 0 ? std::string::npos : stem.find_last_of("/._-", at - 1);
  return stem[at] != '/' && before != std::string::npos && names_locale(stem.substr(before + 1));
}

/// Whether `tag` consists of short English words, as the ends of `how-to` and `what_it_is` do.
bool is_of_words(const std::string& tag) {
  constexpr std::string_view kWords = " am an as by he is it my no or so to ";
  constexpr std::size_t kPart = 3;  // bytes: a word and what separates it
  for (std::size_t begin = 0; begin < tag.size(); begin += kPart) {
    if (tag.size() - begin > kPart && tag[begin + 2] != '-' && tag[begin + 2] != '_') return false;
    if (kWords.find(' ' + tag.substr(begin, 2) + ' ') == std::string_view::npos) return false;
  }
  return true;
}

/// Where, behind `separator`, a name ends with a locale: at `_` in `x_pt-br`; npos where it does
/// not.
std::size_t suffix_at(const std::string& stem, char separator) {
  const std::size_t name = stem.rfind('/') + 1;
  std::size_t at = separator == '/' ? name - 1 : stem.find(separator, name + 1);
  while (at != std::string::npos &&
         (!names_locale(stem.substr(at + 1)) || is_inside_tag(stem, at))) {
    at = stem.find(separator, at + 1);
  }
  return at;
}

/// Where a locale begins in the name of a folder: in `fr` and `zh-CN` at 0, in `docs_fr` at 5; npos
/// without one. Only the last part counts, as in `_pt-br`.
std::size_t tag_in_folder(const std::string& name) {
  if (names_locale(name) || language_called(name)) return 0;
  for (std::size_t at = name.find_first_of("_-"); at != std::string::npos;
       at = name.find_first_of("_-", at + 1)) {
    const std::string tag = name.substr(at + 1);
    if (names_locale(tag) && !is_of_words(tag) && !is_inside_tag(name, at)) return at + 1;
  }
  return std::string::npos;
}

/// `post` under every place where a locale stands in it.
void add_places(const std::string& post, std::map<std::string, LocalePlace>& places) {
  const std::string stem(stem_of(post));
  for (std::size_t begin = 0, end = stem.find('/'); end != std::string::npos;
       begin = end + 1, end = stem.find('/', begin)) {
    const std::size_t in_name = tag_in_folder(stem.substr(begin, end - begin));
    if (in_name == std::string::npos) continue;
    const std::size_t tag = begin + in_name;
    LocalePlace& place = places[stem.substr(0, tag)];
    place.before = stem.substr(0, tag);
    place.by_tag[stem.substr(tag, end - tag)].insert(stem.substr(end + 1));
  }
  for (const char separator : {'.', '_', '-', '/'}) {
    const std::size_t at = suffix_at(stem, separator);
    if (at == std::string::npos) continue;
    const std::size_t slash = stem.find('/');
    const std::string before = slash < at ? stem.substr(0, slash + 1) : "";
    LocalePlace& place = places[before + ' ' + separator];
    place.before = before;
    place.separator = separator;
    place.by_tag[stem.substr(at + 1)].insert(stem.substr(before.size(), at - before.size()));
  }
}

/// Whether what stands at the ends of the names at a place is nothing but words.
bool is_of_words(const LocalePlace& place) {
  return place.is_suffix() && place.separator != '.' &&
         std::all_of(place.by_tag.begin(), place.by_tag.end(),
                     [](const auto& entry) { return is_of_words(entry.first); });
}

}  // namespace

std::optional<Locale> meant_locale(const std::string& tag) {
  const auto named = language_called(tag);
  return named ? named : parse_locale(tag);
}

std::vector<LocalePlace> find_places(const std::vector<std::string>& posts) {
  std::map<std::string, LocalePlace> by_key;
  for (const std::string& post : posts) add_places(post, by_key);
  std::vector<LocalePlace> places;
  for (auto& [key, place] : by_key) {
    if (!is_of_words(place)) places.push_back(std::move(place));
  }
  return places;
}

Paths plain_posts(const LocalePlace& place, const std::vector<std::string>& posts) {
  Paths plain;
  for (const std::string& post : posts) {
    if (!post.starts_with(place.before)) continue;
    const std::string stem(stem_of(post).substr(place.before.size()));
    const std::size_t end = place.is_suffix() ? suffix_at(stem, *place.separator) : stem.find('/');
    const std::string tag = end == std::string::npos ? ""
                            : place.is_suffix()      ? stem.substr(end + 1)
                                                     : stem.substr(0, end);
    if (!place.by_tag.contains(tag)) plain.insert(stem);
  }
  return plain;
}

std::string shared_folder(const LocalePlace& place) {
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

}  // namespace recto
