#include "checks/urls.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/ascii.h"
#include "base/span.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

std::string file_name(std::string_view path) {
  const std::string decoded = percent_decoded(path);
  const std::size_t slash = decoded.rfind('/');
  return nfc(slash == std::string::npos ? decoded : decoded.substr(slash + 1));
}

bool is_relative(const Url& url) {
  return url.scheme.empty() && url.host.empty() && !url.path.starts_with('/');
}

/// `part` of a path in the spelling of tags: small letters, `-` for `_`.
std::string tag_like(std::string_view part) {
  std::string result = ascii_lowered(part);
  std::replace(result.begin(), result.end(), '_', '-');
  return result;
}

bool is_border(char c) {
  return !is_ascii_letter(c) && !is_ascii_digit(c);
}

std::string_view without_borders(std::string_view text) {
  while (!text.empty() && is_border(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_border(text.back())) text.remove_suffix(1);
  return text;
}

/// Where `text` holds the locale's tag or language as a word of its own.
std::vector<Span> places_of(const Locale& locale, std::string_view text) {
  std::vector<Span> places;
  const std::array<std::string, 2> names = {ascii_lowered(locale.tag()), locale.language};
  for (const std::string& name : names) {
    for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      const bool begins = at == 0 || is_border(text[at - 1]);
      if (begins && (end == text.size() || is_border(text[end]))) {
        places.push_back(span_at(at, name.size()));
      }
    }
  }
  return places;
}

/// Whether `theirs` is the file name `ours` with the locale added, or in place of the source's:
/// `chart.vi.png`. `user-id.png` is no Indonesian picture of `user.name.png`.
bool is_localized_name(std::string_view ours, std::string_view theirs, const Locales& locales) {
  const auto places = places_of(locales.translation, theirs);
  return std::any_of(places.begin(), places.end(), [&](Span place) {
    const std::string_view before = theirs.substr(0, place.begin);
    const std::string_view after = theirs.substr(place.end);
    const std::string_view begin = before.substr(0, before.size() - (before.empty() ? 0 : 1));
    const std::string_view end = after.substr(after.empty() ? 0 : 1);
    const bool is_around = ours.starts_with(begin) && ours.ends_with(end);
    if (!is_around || ours.size() < begin.size() + end.size()) return false;
    const std::string_view between =
        without_borders(ours.substr(begin.size(), ours.size() - begin.size() - end.size()));
    return between.empty() || between == locales.source.language ||
           between == ascii_lowered(locales.source.tag());
  });
}

/// Whether `ours` is the file name `theirs` with the source's locale at its end: `chart-en.png`.
bool is_name_of_source(std::string_view ours, std::string_view theirs, const Locale& source) {
  const std::size_t dot = theirs.rfind('.');
  if (dot == 0 || dot == theirs.npos || !ours.starts_with(theirs.substr(0, dot))) return false;
  const std::string_view tail = ours.substr(dot);
  return tail.size() > 1 && is_border(tail.front()) &&
         tail.substr(1) == source.language + std::string(theirs.substr(dot));
}

/// Whether `theirs` is `ours` below a folder that is called after the locale, or its country:
/// `/kr`.
bool begins_with_locale(std::string_view theirs, std::string_view ours, const Locale& locale) {
  if (!theirs.starts_with('/') || !theirs.ends_with(ours)) return false;
  const std::string_view folder =
      theirs.substr(1, theirs.size() - std::min(theirs.size(), ours.size() + 1));
  const auto meant = parse_locale(folder);
  return meant && meant->language == locale.language;
}

/// Whether the path of the translation says that what it leads to is localized: a folder of the
/// locale (`/vi/`), or the locale in the file name.
bool is_localized(std::string_view ours, std::string_view theirs, const Locales& locales) {
  if (ours == theirs) return false;
  const std::string our_path = tag_like(ours);
  const std::string their_path = tag_like(theirs);
  const std::size_t our_name = our_path.rfind('/') + 1;
  const std::size_t their_name = their_path.rfind('/') + 1;
  const std::string_view folders = std::string_view(their_path).substr(0, their_name);
  if (!places_of(locales.translation, folders).empty()) return true;
  if (begins_with_locale(their_path, our_path, locales.translation)) return true;
  const std::string_view our_file = std::string_view(our_path).substr(our_name);
  const std::string_view their_file = std::string_view(their_path).substr(their_name);
  return is_localized_name(our_file, their_file, locales) ||
         is_name_of_source(our_file, their_file, locales.source);
}

/// Whether the picture is made of the words and the colour in its path: in a row of languages the
/// reader's own stands out.
bool is_badge(const Url& url) {
  return url.host == "img.shields.io" && url.path.starts_with("/badge/");
}

/// Whether two badges say the same numbers; behind the last hyphen stands a colour.
bool have_same_numbers(const Url& ours, const Url& theirs) {
  const auto numbers = [](const Url& url) {
    return digits_of(percent_decoded(url.path.substr(0, url.path.rfind('-'))));
  };
  return numbers(ours) == numbers(theirs);
}

/// Whether `root`, a path from the root of the site, ends as `relative` does behind its `../`.
bool ends_like(std::string_view root, std::string_view relative) {
  if (!relative.starts_with("../")) return false;
  while (relative.starts_with("../")) relative.remove_prefix(3);
  return root.size() > relative.size() && root.ends_with(relative) &&
         root[root.size() - relative.size() - 1] == '/';
}

}  // namespace

std::string without_locale_in_name(std::string_view url, const Locale& locale) {
  const std::size_t name = url.rfind('/') + 1;
  const std::vector<Span> places = places_of(locale, tag_like(url.substr(name)));
  if (places.empty()) return std::string(url);
  // With the mark before it, or behind it where it begins the name.
  std::size_t begin = name + places.back().begin;
  std::size_t end = name + places.back().end;
  if (begin > name) {
    --begin;
  } else if (end < url.size()) {
    ++end;
  }
  return std::string(url.substr(0, begin)).append(url.substr(end));
}

bool is_equivalent_asset(std::string_view source, std::string_view translation,
                         const Locales& locales) {
  const Url ours = parse_url(without_escapes(source));
  const Url theirs = parse_url(without_escapes(translation));
  if (is_same_but_for_text(ours, theirs)) return true;
  if (is_badge(ours) && is_badge(theirs)) return have_same_numbers(ours, theirs);
  if (is_localized(ours.path, theirs.path, locales)) return true;
  const bool same_name =
      !file_name(ours.path).empty() && file_name(ours.path) == file_name(theirs.path);
  if (!same_name || is_relative(ours) == is_relative(theirs)) {
    return same_name && is_relative(ours);
  }
  // From a folder of the locale, readers write `/img/x.png` for `../img/x.png`.
  const auto& [relative, root] =
      is_relative(ours) ? std::tie(ours, theirs) : std::tie(theirs, ours);
  return root.host.empty() && ends_like(root.path, relative.path);
}

bool may_be_same_file(std::string_view source, std::string_view translation) {
  const Url ours = parse_url(source);
  const Url theirs = parse_url(translation);
  const Url& path = ours.host.empty() ? ours : theirs;
  const bool has_folder = path.path.starts_with('/') && path.path.find('/', 1) != std::string::npos;
  return ours.host.empty() != theirs.host.empty() && has_folder && ours.path == theirs.path;
}

std::string home_of_asset(std::string_view url) {
  const Url parts = parse_url(url);
  if (!parts.host.empty()) return parts.host;
  const std::size_t slash = parts.path.find('/', 1);
  return slash == std::string::npos ? "this site" : parts.path.substr(0, slash + 1);
}

std::string asset_for_translation(std::string_view source, std::string_view translation) {
  std::string result(source);
  const Url ours = parse_url(source);
  const Url theirs = parse_url(translation);
  for (const auto& [name, value] : ours.query) {
    if (!is_prose_value(value)) continue;
    const auto found =
        std::find_if(theirs.query.begin(), theirs.query.end(),
                     [&name = name](const auto& query) { return query.first == name; });
    const auto place = query_value_span(result, name);
    const auto kept = query_value_span(translation, name);
    if (found == theirs.query.end() || !place || !kept) continue;
    result.replace(place->begin, place->size(), slice(translation, *kept));
  }
  return result;
}

}  // namespace recto::checks
