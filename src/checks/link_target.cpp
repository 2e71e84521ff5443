#include "checks/link_target.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "base/ascii.h"
#include "base/path_parts.h"
#include "checks/check.h"
#include "text/locale_data.h"
#include "text/similarity.h"
#include "text/unicode.h"
#include "text/url.h"

namespace recto::checks {
namespace {

bool is_locale_query(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames = {
      "cc_lang_pref", "hl", "lang", "language", "locale", "setlang", "uselang"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// Between the name of a page and its locale.
constexpr std::string_view kSeparators = "-_.";

std::string_view without_ending(std::string_view text, std::string_view ending) {
  if (text.ends_with(ending)) text.remove_suffix(ending.size());
  return text;
}

/// The last part of a path without what only files have.
std::string_view page_name(std::string_view name) {
  for (const std::string_view extension : {".mdx", ".md", ".html"}) {
    name = without_ending(name, extension);
  }
  return name;
}

/// Makes a LinkTarget, part by part.
class TargetReader {
 public:
  TargetReader(const Subject& subject, const Post& post, std::string_view url)
      : subject_(subject), post_(post) {
    while (!url.empty() && is_blank(url.back())) url.remove_suffix(1);  // as browsers do
    while (!url.empty() && is_blank(url.front())) url.remove_prefix(1);
    url_ = parse_url(url);
    if (url_.scheme.empty() && url_.host.empty() && url.starts_with("www.")) {
      url_ = parse_url("http://" + std::string(url));
    } else if (url_.scheme.empty() && url_.host.empty() && is_address(url_.path)) {
      url_.scheme = "mailto";
    }
  }

  LinkTarget read() {
    const bool is_hosted = is_host_of_site();
    target_.is_own = is_hosted || (url_.host.empty() && url_.scheme.empty());
    target_.is_relative =
        target_.is_own && !is_hosted && !url_.path.empty() && !url_.path.starts_with('/');
    std::string page;
    if (!target_.is_own) page = scheme() + ':' + host();
    // What a program is given may be a text for people: `javascript:jumpTo('...')`.
    page += url_.scheme == "javascript" ? url_.path.substr(0, url_.path.find('(')) : path();
    page += query();
    target_.fragment = fragment();
    if (target_.is_relative && !target_.fragment.empty() && is_post_itself()) page.clear();
    target_.page = page;
    target_.key = target_.fragment.empty() ? page : page + '#' + target_.fragment;
    return std::move(target_);
  }

 private:
  /// Whether the host is one of the site's, or such a one in a language of the pair:
  /// `vi.example.org` where the site names `en.example.org` or `example.org`.
  bool is_host_of_site() const {
    const auto& hosts = subject_.site.hosts;
    return std::any_of(hosts.begin(), hosts.end(), [&](std::string_view host) {
      return host == url_.host || without_language(host) == without_language(url_.host);
    });
  }

  /// `host` without a first label that names a language of the pair.
  std::string_view without_language(std::string_view host) const {
    const std::size_t dot = host.find('.');
    if (dot == host.npos || host.find('.', dot + 1) == host.npos) return host;
    const std::string_view label = host.substr(0, dot);
    const bool is_language = names_language(label, subject_.source.locale) ||
                             names_language(label, subject_.translation.locale);
    return is_language ? host.substr(dot + 1) : host;
  }

  static bool is_address(std::string_view path) {
    return path.find('@') != std::string_view::npos && path.find('/') == std::string_view::npos;
  }

  bool is_post_itself() const {
    const std::string path = path_from(post_, percent_decoded(url_.path));
    const std::string_view written = url_.path;
    const bool is_page = written.ends_with(".md") || written.ends_with(".mdx") ||
                         written.ends_with(".html") || file_name(written).find('.') == written.npos;
    if (!is_page) return false;
    const std::string_view own = stem_of(post_.path);
    if (stem_of(path) == own) return true;
    // `./` of the page of a folder
    const std::string_view folder = own.substr(0, own.rfind('/') + 1);
    return is_index_name(file_name(own)) &&
           (path == folder || path + '/' == folder || (folder.empty() && path == "."));
  }

  /// Whether `name`, without its extension, is that of a folder's page: `README`, `README.de`.
  bool is_index_name(std::string_view name) const {
    for (const std::string_view index : kIndexNames) {
      if (name == index) return true;
      if (!name.starts_with(index) || std::string_view(".-_").find(name[index.size()]) == name.npos)
        continue;
      return names_language(name.substr(index.size() + 1), post_.locale);
    }
    return false;
  }

  std::string scheme() const { return url_.scheme == "https" ? "http" : url_.scheme; }

  bool takes_locale(std::string_view part) {
    if (names_language(part, subject_.source.locale)) return true;
    if (!names_language(part, subject_.translation.locale)) return false;
    target_.is_localized = true;
    return true;
  }

  /// Whether a label of a host is a country that a language of the pair is named after: `jp`.
  bool takes_country(std::string_view label) {
    const auto meant = label.size() == 2 ? parse_locale(label) : std::nullopt;
    if (!meant) return false;
    if (meant->language == subject_.source.locale.language) return true;
    if (meant->language != subject_.translation.locale.language) return false;
    target_.is_localized = true;
    return true;
  }

  /// Whether a part of a path or route is a language of the pair; the first one of the
  /// translation's may be the country of its locale: `/cn/gate`.
  bool takes_part(std::string_view part, bool is_first) {
    return takes_locale(part) || (is_first && takes_own_country(part));
  }

  bool takes_own_country(std::string_view part) {
    const Locale& locale = subject_.translation.locale;
    if (&post_ != &subject_.translation || part.size() != 2) return false;
    const auto meant = parse_locale(part);
    const bool is_own = locale.region.empty() ? meant && meant->language == locale.language
                                              : ascii_lowered(part) == ascii_lowered(locale.region);
    target_.is_localized = target_.is_localized || is_own;
    return is_own;
  }

  /// What the name of the translation has behind the source's: `_CN` of `README_CN.md`.
  std::string_view own_ending() const {
    const std::string_view source = file_name(stem_of(subject_.source.path));
    const std::string_view own = file_name(stem_of(subject_.translation.path));
    const bool has_one = own.starts_with(source) && own.size() > source.size() + 1 &&
                         kSeparators.find(own[source.size()]) != kSeparators.npos;
    return has_one ? own.substr(source.size()) : std::string_view();
  }

  /// `name`, the last part of a path, without the locale that it ends with: `x.md` of `x.fr.md` and
  /// of `x-fr-FR.md`. Not of `x-fr.md`, since many words look like a language, `client-id`, unless
  /// the translation itself is named so.
  std::string without_locale(std::string_view name) {
    constexpr std::size_t kLongest = 11;  // bytes of a tag
    const std::string_view stem = page_name(name);
    const std::string_view ending = own_ending();
    if (target_.is_own && !ending.empty() && stem.size() > ending.size() &&
        stem.ends_with(ending)) {
      target_.is_localized = true;
      return std::string(without_ending(stem, ending)).append(name.substr(stem.size()));
    }
    const std::size_t first = stem.size() - std::min(stem.size(), kLongest + 1);
    for (std::size_t at = stem.find_first_of(kSeparators, std::max<std::size_t>(first, 1));
         at < stem.size(); at = stem.find_first_of(kSeparators, at + 1)) {
      const std::string_view tag = stem.substr(at + 1);
      const bool is_telling = stem[at] == '.' || tag.find_first_of("-_") != tag.npos;
      if (is_telling && takes_locale(tag)) {
        return std::string(stem.substr(0, at)).append(name.substr(stem.size()));
      }
    }
    return std::string(name);
  }

  std::string host() {
    std::string_view host = url_.host;
    const std::size_t dot = host.find('.');
    const bool has_label =
        dot != std::string_view::npos && host.find('.', dot + 1) != std::string_view::npos;
    const std::string_view label = host.substr(0, dot);
    if (has_label && (takes_locale(label) || takes_country(label))) host.remove_prefix(dot + 1);
    // The pages of a host for small screens.
    if (host.starts_with("m.") && host.find('.', 2) != host.npos) host.remove_prefix(2);
    target_.host = host;
    return target_.host;
  }

  /// The path without parts that name a locale, `.`, and what stands for the folder itself.
  std::string path() {
    std::string decoded = nfc(percent_decoded(url_.path));
    const bool strips_locale = !target_.is_own || subject_.site.has_locale_prefix;
    const bool is_mail = !url_.scheme.empty() && url_.host.empty();
    if (is_mail) return decoded;
    std::string result;
    std::size_t begin = 0;
    while (begin < decoded.size()) {
      const std::size_t end = std::min(decoded.find('/', begin), decoded.size());
      const std::string_view part = std::string_view(decoded).substr(begin, end - begin);
      begin = end + 1;
      if (part.empty() || part == ".") continue;
      const bool is_first = result.empty();
      if (strips_locale && takes_part(begin > decoded.size() ? page_name(part) : part, is_first)) {
        continue;
      }
      const bool is_last = begin >= decoded.size();
      const std::string_view name = target_.is_own && is_last ? page_name(part) : part;
      if (is_last && (name == "index" || name == "_index" || part == "index.html")) continue;
      if (!target_.is_relative || !result.empty()) result += '/';
      target_.name = name;
      if (is_last && strips_locale) target_.name = without_locale(name);
      result += target_.name;
    }
    // A link to the page itself has no path; one to the front page of the site has.
    if (result.empty() && target_.is_own && !decoded.empty()) result = "/";
    return result;
  }

  /// The fragment; of a route, `#/fr/guide` or `#fr/guide`, without the parts that name a locale.
  std::string fragment() {
    std::string decoded = nfc(percent_decoded(url_.fragment));
    const std::size_t slash = decoded.find('/');
    if (slash == decoded.npos) return decoded;
    if (slash > 0 && !takes_locale(decoded.substr(0, slash))) return decoded;
    if (slash > 0) decoded.erase(0, slash);
    const std::size_t end = std::min(decoded.find('?'), decoded.size());
    std::string result;
    for (std::size_t begin = 0; begin < end;) {
      const std::size_t next = std::min(decoded.find('/', begin + 1), end);
      const std::string part = decoded.substr(begin, next - begin);
      if (!takes_part(std::string_view(part).substr(1), result.empty())) result += part;
      begin = next;
    }
    return result + decoded.substr(end);
  }

  std::string query() const {
    std::string result;
    for (const auto& [name, value] : url_.query) {
      if (is_locale_query(name)) continue;
      result += (result.empty() ? '?' : '&') + name + '=';
      result += is_prose_value(value) ? "*" : nfc(value);
    }
    return result;
  }

  const Subject& subject_;
  const Post& post_;
  Url url_;
  LinkTarget target_;
};

/// Whether `page` is a copy of the page `of` in an archive, which keeps its URL whole.
bool is_archived(std::string_view page, std::string_view of) {
  const std::size_t colon = std::min(of.find(':'), of.size());
  of.remove_prefix(std::min(colon + 1, of.size()));
  return !of.empty() && page.size() > of.size() && page.ends_with(of) &&
         page[page.size() - of.size() - 1] == '/';
}

/// Whether the host of the translation is that of the source in the locale's own domain.
bool is_national_host(std::string_view source, std::string_view translation, const Locale& locale) {
  const std::size_t ours = source.rfind('.');
  const std::size_t theirs = translation.rfind('.');
  if (ours == std::string_view::npos || theirs == std::string_view::npos) return false;
  const std::string_view domain = translation.substr(theirs + 1);
  const auto meant = domain.size() == 2 ? parse_locale(domain) : std::nullopt;
  const bool is_national =
      domain == ascii_lowered(locale.region) || (meant && meant->language == locale.language);
  return is_national && source.substr(0, ours) == translation.substr(0, theirs);
}

/// `.html` of `host.org/a.html`; empty where the name of the page has none.
std::string_view extension_of(std::string_view page) {
  const std::string_view name = file_name(page);
  const std::size_t dot = name.rfind('.');
  return name.size() == page.size() || dot == name.npos ? std::string_view() : name.substr(dot);
}

/// Whether the pages are one in two languages, which stand at the end of their names: `law_en`,
/// `law_it`; the source's beside a page that names none, too.
bool are_editions(std::string_view source, std::string_view translation, const Locales& locales) {
  const std::string_view extension = extension_of(source);
  if (extension != extension_of(translation)) return false;
  const std::string_view ours = without_ending(source, extension);
  const std::string_view theirs = without_ending(translation, extension);
  const std::size_t mark = ours.find_last_of("_-");
  if (mark == ours.npos || ours.size() - mark != 3) return false;
  if (ours.substr(mark + 1) != locales.source.language) return false;
  const std::string_view stem = ours.substr(0, mark + 1);
  return theirs == stem.substr(0, mark) ||
         (theirs.starts_with(stem) && theirs.substr(mark + 1) == locales.translation.language);
}

/// Whether one anchor is a slip of the other rather than its translation.
bool is_slip_of_anchor(std::string_view anchor, std::string_view of) {
  constexpr std::size_t kSlip = 2;
  // `#alias` for `#aliases` is a translation, `#aliasez` is none.
  return anchor.size() == of.size() && is_ascii(anchor) &&
         edit_distance(anchor, of, kSlip) <= kSlip;
}

/// Whether `name`, of a folder, is that of `locale`: `zh`, `zh-cn`, `cn`.
bool names_folder_of(const Locale& locale, std::string_view name) {
  if (names_language(name, locale)) return true;
  const auto meant = name.size() == 2 ? parse_locale(name) : std::nullopt;
  return meant && meant->language == locale.language;
}

/// Whether each leads to the other language of the pair: `../de` in English, `../en` in German.
bool are_switches(const LinkTarget& source, const LinkTarget& translation, const Locales& locales) {
  return source.is_relative && translation.is_relative &&
         names_folder_of(locales.translation, source.name) &&
         names_folder_of(locales.source, translation.name) &&
         without_ending(source.page, source.name) ==
             without_ending(translation.page, translation.name);
}

/// Whether `page` is `of` in the folder of a locale that is neither of the pair's: `docs/fr/gate`
/// for `docs/gate`.
bool is_of_other_locale(std::string_view page, std::string_view of) {
  if (page.size() <= of.size()) return false;
  const std::size_t size = page.size() - of.size();
  for (std::size_t at = 0; at <= of.size(); at = of.find('/', at) + 1) {
    const std::string_view folder = page.substr(at, size);
    const bool is_added = page.substr(0, at) == of.substr(0, at) && folder.ends_with('/') &&
                          page.substr(at + size) == of.substr(at);
    if (is_added && parse_locale(folder.substr(0, size - 1))) return true;
    if (of.find('/', at) == of.npos) break;
  }
  return false;
}

/// Whether `full` is the file of a repository that `own`, which is relative, names: where it can be
/// reached from anywhere.
bool is_same_file(const LinkTarget& own, const LinkTarget& full) {
  std::string_view tail = own.page;
  while (tail.starts_with("../")) tail.remove_prefix(3);
  const std::string_view page = page_name(full.page);
  constexpr std::array<std::string_view, 3> kOfRepository = {"/blob/", "/raw/", "/tree/"};
  const bool is_of_repository =
      std::any_of(kOfRepository.begin(), kOfRepository.end(),
                  [&](std::string_view part) { return page.find(part) != page.npos; });
  return is_of_repository && own.is_relative && !own.name.empty() &&
         own.fragment == full.fragment && page.size() > tail.size() && page.ends_with(tail) &&
         page[page.size() - tail.size() - 1] == '/';
}

}  // namespace

bool names_language(std::string_view part, const Locale& locale) {
  const std::string& language = locale.language;
  if (language.empty() || part.size() < language.size()) return false;
  if (part.size() == 3 && part == three_letter_code(locale)) return true;
  std::string lower = ascii_lowered(part);
  std::replace(lower.begin(), lower.end(), '_', '-');
  if (!lower.starts_with(language)) return false;
  const std::string_view rest = std::string_view(lower).substr(language.size());
  if (rest.empty() || rest == "-hans" || rest == "-hant" || rest == "-latn") return true;
  return rest[0] == '-' && (rest.size() == 3 || (rest.size() == 4 && is_ascii_digit(rest[1])));
}

LinkTarget link_target(const Subject& subject, const Post& post, std::string_view url) {
  const std::string plain = without_escapes(url);
  return TargetReader(subject, post, plain).read();
}

std::string path_from(const Post& post, std::string_view path) {
  const std::filesystem::path folder = std::filesystem::path(post.path).parent_path();
  return (folder / path).lexically_normal().generic_string();
}

bool may_stand_for(const LinkTarget& source, const LinkTarget& translation,
                   const Locales& locales) {
  if (source.is_own != translation.is_own) {
    if (source.is_own ? is_same_file(source, translation) : is_same_file(translation, source)) {
      return true;
    }
    // `https://example.org/kettle#lid` and `../kettle#lid` may be one; a host may be the site's.
    return (source.is_relative || translation.is_relative) && !source.name.empty() &&
           source.name == translation.name && !source.fragment.empty() &&
           source.fragment == translation.fragment;
  }
  if (!source.is_own) {
    if (source.host.empty()) return false;
    if (source.host == translation.host) {
      // Of the default language of a site, no part of the path names the locale.
      const bool has_own_anchor = source.page == translation.page && !source.fragment.empty() &&
                                  !is_ascii(translation.fragment);
      return translation.is_localized || has_own_anchor ||
             are_editions(source.page, translation.page, locales);
    }
    if (is_archived(source.page, translation.page) || is_archived(translation.page, source.page)) {
      return true;
    }
    return is_national_host(source.host, translation.host, locales.translation);
  }
  if (source.page == translation.page) {
    // Whether an anchor within the page leads anywhere is another rule's question.
    if (source.page.empty()) return true;
    const bool is_lost = translation.fragment.empty() && !source.fragment.empty();
    return !is_lost && !is_slip_of_anchor(translation.fragment, source.fragment);
  }
  if (are_editions(source.page, translation.page, locales) ||
      are_switches(source, translation, locales)) {
    return true;
  }
  const bool is_same_name = !source.name.empty() && source.name == translation.name;
  if (is_of_other_locale(translation.page, source.page)) return false;
  return is_same_name && (source.is_relative || translation.is_relative);
}

}  // namespace recto::checks
