// link_changed: a link leads elsewhere than in the source.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>

#include "base/ascii.h"
#include "checks/check.h"
#include "checks/links.h"
#include "checks/renames.h"
#include "checks/swapped_links.h"
#include "text/locale_data.h"
#include "text/similarity.h"

namespace recto::checks {
namespace {

/// Writes URLs of the source as the translation would.
class Mender {
 public:
  explicit Mender(const Subject& subject) : subject_(subject) {}

  /// The URL of the source with the translation's locale before the path when it had one, its own
  /// in the place of another.
  std::string mended(const LinkUse& source, const LinkUse& translation) {
    const std::string found = url_of(subject_.translation, translation);
    std::string url = in_own_locale(url_of(subject_.source, source), found);
    if (!url.starts_with('/') || !found.starts_with('/')) return url;
    const std::string prefix = found.substr(0, std::min(found.find('/', 1), found.size()));
    const std::string_view behind = std::string_view(found).substr(prefix.size());
    const auto other = prefix.size() > 1 ? parse_locale(prefix.substr(1)) : std::nullopt;
    if (other && is_iso_language(*other) && behind == url) return own_prefix() + url;
    const bool is_localized = translation.leads_to.is_localized && !source.leads_to.is_localized;
    if (!is_localized) return url;
    const bool is_locale =
        prefix.size() > 1 && link_target(subject_, subject_.translation, prefix).key == "/";
    return is_locale ? prefix + url : url;
  }

 private:
  /// `/de`, as other links of the translation begin; empty where none has its locale.
  const std::string& own_prefix() {
    if (!own_prefix_) own_prefix_ = found_prefix();
    return *own_prefix_;
  }

  std::string found_prefix() const {
    for (const LinkUse& link : compared_links(subject_).translation) {
      const std::string url = url_of(subject_.translation, link);
      if (!link.leads_to.is_own || !link.leads_to.is_localized || !url.starts_with('/')) continue;
      std::string prefix = url.substr(0, std::min(url.find('/', 1), url.size()));
      if (parse_locale(prefix.substr(1)) == subject_.translation.locale) return prefix;
    }
    return "";
  }

  /// `/docs/en/a` as `/docs/uk/a`, where another link of the translation below `/docs/` differs so
  /// from its source's, and this one does not keep the source's folder.
  std::string in_own_locale(std::string url, const std::string& found) {
    const std::size_t begin = url.find(source_folder_);
    if (begin == std::string::npos) return url;
    if (found.starts_with(url.substr(0, begin + source_folder_.size()))) return url;
    if (!own_folders_) own_folders_ = found_folders();
    const auto own = own_folders_->find(url.substr(0, begin));
    return own == own_folders_->end() ? url
                                      : url.replace(begin, source_folder_.size(), own->second);
  }

  /// By what stands before it, `/uk/`, where links of the source have `/en/`.
  std::map<std::string, std::string> found_folders() const {
    std::unordered_set<std::string> urls;
    const ComparedLinks& links = compared_links(subject_);
    for (const LinkUse& link : links.source) urls.insert(url_of(subject_.source, link));
    std::map<std::string, std::string> folders;
    for (const LinkUse& link : links.translation) {
      const std::string url = url_of(subject_.translation, link);
      const auto folder = own_folder(url);
      if (!folder) continue;
      std::string ours = url;
      ours.replace(folder->begin, folder->size(), source_folder_);
      if (urls.contains(ours)) {
        folders.emplace(url.substr(0, folder->begin), std::string(slice(url, *folder)));
      }
    }
    return folders;
  }

  /// Where the first folder of the translation's locale stands in `url`, with both slashes.
  std::optional<Span> own_folder(std::string_view url) const {
    for (std::size_t slash = url.find('/'); slash != url.npos;) {
      const std::size_t end = url.find('/', slash + 1);
      if (end == url.npos) return std::nullopt;
      const auto locale = parse_locale(url.substr(slash + 1, end - slash - 1));
      if (locale == subject_.translation.locale) return span_at(slash, end + 1 - slash);
      slash = end;
    }
    return std::nullopt;
  }

  const Subject& subject_;
  std::optional<std::string> own_prefix_;
  std::string source_folder_ = '/' + subject_.source.locale.tag() + '/';
  std::optional<std::map<std::string, std::string>> own_folders_;
};

/// Whether the one is a slip of the other, a letter or two that changed places, and no other page,
/// host or version.
bool is_slip_in_url(const std::string& expected, const std::string& found) {
  constexpr std::size_t kShortest = 10;
  constexpr std::size_t kLongest = 500;
  const bool has_plural =
      expected.size() != found.size() && std::count(expected.begin(), expected.end(), 's') !=
                                             std::count(found.begin(), found.end(), 's');
  return expected.size() >= kShortest && expected.size() <= kLongest && !has_plural &&
         digits_of(expected) == digits_of(found) && edit_distance(expected, found, 1) <= 1;
}

/// Whether the source's URL has taken a mark of the text with it that the translation's has not.
bool ends_in_stray_mark(std::string_view expected, std::string_view found) {
  if (expected.size() != found.size() + 1 || !expected.starts_with(found)) return false;
  const char mark = expected.back();
  const bool is_needed = mark == ')' && std::count(found.begin(), found.end(), '(') >
                                            std::count(found.begin(), found.end(), ')');
  return !is_needed && std::string_view("\"'`)>,;").find(mark) != std::string_view::npos;
}

bool can_stand_as_target(std::string_view url) {
  return url.find_first_of(" \t\r\n()<>\"'\\|") == std::string_view::npos;
}

/// Whether the pages of two hosts have one path, which is long enough to tell.
bool have_same_path(const LinkTarget& source, const LinkTarget& translation) {
  constexpr std::size_t kTelling = 8;
  const auto path_of = [](const LinkTarget& target) {
    return std::string_view(target.page)
        .substr(std::min(target.page.find('/'), target.page.size()));
  };
  return path_of(source).size() >= kTelling && path_of(source) == path_of(translation) &&
         source.fragment == translation.fragment;
}

/// Whether both are addresses, and of two people: a translator signs with his own.
bool are_of_two_people(std::string_view source, std::string_view translation) {
  const std::size_t ours = source.find('@');
  const std::size_t theirs = translation.find('@');
  return ours != source.npos && theirs != translation.npos && source.find('/') == source.npos &&
         translation.find('/') == translation.npos &&
         resemblance(source.substr(0, ours), translation.substr(0, theirs)) < kLikeUrls;
}

/// Whether `path`, from the root of the posts on, names the translation's locale.
bool is_in_own_locale(const Subject& subject, std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find_first_of("/._", begin), path.size());
    if (names_language(path.substr(begin, end - begin), subject.translation.locale)) return true;
    begin = end + 1;
  }
  return false;
}

/// Whether the link leads to a page in the translation's language that is there and translates no
/// other of the source, in the place of one that is not there: the page was translated under
/// another name. Docusaurus has a page for every link of the source.
bool leads_to_own_page(const Subject& subject, const LinkUse& source, const LinkUse& translation) {
  if (!source.leads_to.is_own || !translation.leads_to.is_relative || !subject.site.has_file ||
      subject.translation.dialect == Dialect::docusaurus) {
    return false;
  }
  const auto path_of = [](const Post& post, const std::string& url) {
    return path_from(post, percent_decoded(parse_url(url).path));
  };
  const auto has_own = [&](const std::string& url) {
    const std::string path = path_of(subject.translation, url);
    return is_in_own_locale(subject, path) && subject.site.has_file(path);
  };
  const std::string url = url_of(subject.translation, translation);
  if (!has_own(url) || has_own(url_of(subject.source, source))) return false;
  const std::string beside = path_of(subject.source, url);
  return is_in_own_locale(subject, beside) || !subject.site.has_file(beside);
}

Finding finding_for(const Subject& subject, const LinkUse& source, const LinkUse& translation,
                    Mender& mender) {
  const std::string expected = url_of(subject.source, source);
  const std::string found = url_of(subject.translation, translation);
  Finding finding{.span = translation.target, .source = source.target};
  finding.fields = {{"url", found}, {"found", found}, {"expected", expected}};
  const bool is_slip = resemblance(expected, found) >= kLikeUrls;
  const bool is_other_site = !source.leads_to.is_own && !translation.leads_to.is_own &&
                             source.leads_to.host != translation.leads_to.host;
  // A mirror, in the language of its readers perhaps.
  constexpr std::size_t kHostSlip = 2;
  const bool is_mirror =
      is_other_site && have_same_path(source.leads_to, translation.leads_to) &&
      edit_distance(source.leads_to.host, translation.leads_to.host, kHostSlip) > kHostSlip;
  // Nobody writes a place of the page for another site: these two are no counterparts.
  const bool is_place_for_site = found.starts_with('#') != expected.starts_with('#') &&
                                 (found.starts_with("http") || expected.starts_with("http"));
  // The page is the same, only not the place on it.
  const bool is_lost_place = source.leads_to.is_own && translation.leads_to.fragment.empty() &&
                             source.leads_to.page == translation.leads_to.page;
  if (is_lost_place || (is_other_site && !is_slip) || is_mirror || is_place_for_site ||
      ends_in_stray_mark(expected, found) || are_of_two_people(expected, found)) {
    finding.certainty = Certainty::unsure;
  }
  const std::string url = mender.mended(source, translation);
  // What was written without a blank behind a bare URL is text, and not to be lost.
  const bool holds_text = translation.is_bare && !is_ascii(found) && is_ascii(url);
  if (can_stand_as_target(url) && !holds_text) {
    // What the link shows says which of two names of a file is right.
    constexpr std::size_t kTelling = 3;  // bytes of a name
    const std::string_view name = translation.leads_to.name;
    const bool is_shown =
        name.size() >= kTelling &&
        slice(subject.translation, translation.text).find(name) != std::string_view::npos;
    // Letters of another script that run on into a URL are the end of a word.
    const bool is_safe =
        !is_shown && is_slip_in_url(url, found) && is_ascii(found) == is_ascii(url) &&
        (source.leads_to.is_own || source.leads_to.host == translation.leads_to.host);
    finding.fix = Fix{.safety = is_safe ? Safety::safe : Safety::unsafe,
                      .edits = {{translation.target, url}}};
  }
  finding.fields["mended"] = url;
  return finding;
}

/// Adds the links whose targets changed places.
void add_swapped(const Subject& subject, const ComparedLinks& links, Findings& findings) {
  for (const SwappedLinks& swapped : swapped_links(subject, links)) {
    const Counterpart& first = links.counterparts.same[swapped.first];
    const Counterpart& second = links.counterparts.same[swapped.second];
    const LinkUse& link = links.translation[first.translation];
    const LinkUse& other = links.translation[second.translation];
    const std::string url = url_of(subject.translation, link);
    const std::string meant = url_of(subject.translation, other);
    Finding finding{
        .span = link.target, .source = links.source[second.source].target, .variant = "swapped"};
    finding.fields = {{"url", url}, {"found", url}, {"expected", meant}, {"mended", meant}};
    if (!swapped.is_sure) finding.certainty = Certainty::unsure;
    finding.fix =
        Fix{.safety = Safety::unsafe, .edits = {{link.target, meant}, {other.target, url}}};
    if (other.target.begin < link.target.begin) {
      std::swap(finding.fix->edits.front(), finding.fix->edits.back());
    }
    findings.push_back(std::move(finding));
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedLinks& links = compared_links(subject);
  add_swapped(subject, links, findings);
  Mender mender(subject);
  std::set<Span> seen;  // a definition may serve many links
  for (const Difference& difference : links.counterparts.differences) {
    if (!difference.source || !difference.translation) continue;
    const LinkUse& source = links.source[*difference.source];
    const LinkUse& translation = links.translation[*difference.translation];
    if (!seen.insert(translation.target).second) continue;
    if (leads_to_own_page(subject, source, translation)) continue;
    findings.push_back(finding_for(subject, source, translation, mender));
  }
  tell_renames(findings);
  return findings;
}

}  // namespace

CheckKind link_changed() {
  return pair_kind(
      "link_changed",
      "A link leads where the source's does, but for the locale in it and how it is written.",
      {"url", "found", "expected", "mended", "old_name", "new_name"}, run);
}

}  // namespace recto::checks
