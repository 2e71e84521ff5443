// link_anchor: a link to `#id` that no heading of the translated page has.
//
// Within a page the pair knows all. For a link to another page the pair tells the site the id it
// leads to, each page tells its ids, and all pages of the locale are judged together. The source is
// the judge of what an id is: where its own link leads nowhere, nothing is known. And one cause is
// one finding: a heading that lost its written id, or that is lost, is another rule's.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/joined.h"
#include "base/path_parts.h"
#include "checks/anchors.h"
#include "checks/check.h"
#include "checks/links.h"
#include "text/similarity.h"

namespace recto::checks {
namespace {

using Anchors = std::map<std::string, Anchor, std::less<>>;

const std::string kId = "id";          // an id of the translated page
const std::string kSourceId = "from";  // an id of the source, and what it became
const std::string kSlug = "slug";  // the URL that the front matter of either post gives the page
const std::string kLink = "link";  // a link to an id of another page
const std::string kBroken = "broken";  // a link within the page that leads nowhere
const std::string kOther = "other";    // one that leads to another heading

/// So many broken links of one page have one cause.
constexpr std::size_t kManyLinks = 8;
constexpr std::size_t kSlip = 2;  // letters

std::string part(std::string_view value, std::size_t index) {
  for (; index > 0; --index) {
    const std::size_t end = value.find('\n');
    if (end == std::string_view::npos) return {};
    value.remove_prefix(end + 1);
  }
  return std::string(value.substr(0, value.find('\n')));
}

constexpr std::size_t kMintlifyRule = 1;  // of those that a post of the dialect may follow

/// What an id of the source is in the translation.
class Renderings {
 public:
  Renderings(const Subject& subject, const Anchors& source, const Anchors& translation)
      : anchors_(translation) {
    const Post& post = subject.translation;
    const bool is_of_mintlify = post.dialect == Dialect::docusaurus && !is_in_plugin_folder(post);
    const std::size_t rule = is_of_mintlify ? kMintlifyRule : rule_of_links(subject, source);
    for (const Match& match : subject.alignment) {
      if (match.source.count == 1 && match.translation.count == 1) {
        block_of_[match.source.first] = match.translation.first;
      }
    }
    for (const auto& [id, anchor] : translation) {
      if (!anchor.is_heading) continue;
      const auto [known, is_new] = id_of_.try_emplace(anchor.block, id);
      const std::size_t known_rule = translation.at(known->second).rule;
      const bool is_better = anchor.rule == rule || anchor.rule < known_rule;
      if (!is_new && known_rule != rule && is_better) known->second = id;
    }
  }

  /// The id that a link should lead to; empty when no rule of links should say anything.
  std::string rendering(const std::string& id, const Anchor& anchor) const {
    if (anchors_.contains(id)) return id;
    if (!anchor.is_heading || anchor.is_explicit) return {};
    const auto block = block_of_.find(anchor.block);
    if (block == block_of_.end()) return {};
    const auto found = id_of_.find(block->second);
    return found == id_of_.end() ? std::string() : found->second;
  }

  /// The id of the heading that stands for the source's at `anchor`, where `found` is one of a
  /// heading that stands for another; empty when it is not.
  std::string instead_of(const std::string& found, const Anchor& anchor) const {
    const auto theirs = anchors_.find(found);
    const auto block = block_of_.find(anchor.block);
    if (theirs == anchors_.end() || block == block_of_.end()) return {};
    const bool are_headings = anchor.is_heading && theirs->second.is_heading;
    if (!are_headings || theirs->second.block == block->second) return {};
    const bool is_of_other = std::any_of(block_of_.begin(), block_of_.end(), [&](const auto& pair) {
      return pair.second == theirs->second.block;
    });
    const auto id = id_of_.find(block->second);
    return is_of_other && id != id_of_.end() ? id->second : std::string();
  }

 private:
  /// The rule that the source's own links follow: that of most of the ids which the first rule does
  /// not make.
  static std::size_t rule_of_links(const Subject& subject, const Anchors& source) {
    std::map<std::size_t, std::size_t> votes;
    for (const LinkUse& link : compared_links(subject).source) {
      if (!link.leads_to.page.empty()) continue;
      const auto anchor = source.find(link.leads_to.fragment);
      const bool is_made = anchor != source.end() && !anchor->second.is_explicit;
      if (is_made && anchor->second.rule > 0) ++votes[anchor->second.rule];
    }
    std::size_t best = 0;
    for (const auto& [rule, count] : votes) {
      if (best == 0 || count > votes[best]) best = rule;
    }
    return best;
  }

  const Anchors& anchors_;
  std::map<std::size_t, std::size_t> block_of_;
  std::map<std::size_t, std::string> id_of_;
};

Span fragment_span(const Post& post, Span target) {
  const std::size_t hash = slice(post, target).find('#');
  return hash == std::string_view::npos
             ? target
             : Span{target.begin + static_cast<std::uint32_t>(hash) + 1, target.end};
}

/// How often the links of each side lead to each place of the page.
class Places {
 public:
  explicit Places(const ComparedLinks& links)
      : source_(counts_of(links.source)), translation_(counts_of(links.translation)) {}

  /// Whether as many links lead to `meant` as in the source to `expected`: those only changed
  /// places, as in a list that was sorted anew.
  bool only_moved(const std::string& expected, const std::string& meant) const {
    const auto found = translation_.find(meant);
    return found != translation_.end() && found->second >= source_.at(expected);
  }

 private:
  using Counts = std::map<std::string, std::size_t>;

  static Counts counts_of(const std::vector<LinkUse>& links) {
    Counts counts;
    for (const LinkUse& link : links) {
      if (link.leads_to.page.empty()) ++counts[link.leads_to.fragment];
    }
    return counts;
  }

  Counts source_;
  Counts translation_;
};

/// Whether a link to another page leads to one of the locale: a path from the root is that of the
/// source's page, but for Docusaurus, which puts the locale in front.
bool stays_in_locale(const Subject& subject, const LinkTarget& target) {
  return target.is_relative || target.is_localized || is_in_plugin_folder(subject.translation);
}

void add_links(const Subject& subject, const Anchors& source, const Anchors& translation,
               const Renderings& renderings, Facts& facts) {
  const ComparedLinks& links = compared_links(subject);
  std::optional<Places> places;  // once they are asked for
  for (const Counterpart& same : links.counterparts.same) {
    const LinkUse& ours = links.source[same.source];
    const LinkUse& theirs = links.translation[same.translation];
    const std::string& expected = ours.leads_to.fragment;
    const std::string& found = theirs.leads_to.fragment;
    if (expected.empty() || found.empty() || !theirs.leads_to.is_own) continue;
    const Span place = fragment_span(subject.translation, theirs.target);
    const auto add = [&](const std::string& key, const std::vector<std::string>& parts) {
      facts.add({.key = key, .value = joined(parts, "\n"), .span = place, .source = ours.target});
    };
    if (!theirs.leads_to.page.empty()) {
      if (!stays_in_locale(subject, theirs.leads_to)) continue;
      add(kLink,
          {found, expected, theirs.leads_to.page, theirs.leads_to.is_relative ? "relative" : ""});
      continue;
    }
    const auto anchor = source.find(expected);
    if (anchor == source.end()) continue;
    if (!translation.contains(found)) {
      const std::string rendering = renderings.rendering(expected, anchor->second);
      // Some sites write ids in Latin letters: `#shi-jian` of a heading in Chinese.
      const bool may_be_romanised =
          is_ascii(found) && !is_ascii(rendering) && edit_distance(found, expected, kSlip) > kSlip;
      if (!rendering.empty() && !may_be_romanised) add(kBroken, {found, rendering});
    } else if (ours.leads_to.page.empty()) {
      const std::string meant = renderings.instead_of(found, anchor->second);
      if (meant.empty()) continue;
      if (!places) places.emplace(links);
      if (!places->only_moved(expected, meant)) add(kOther, {found, meant});
    }
  }
}

/// Adds what the front matter of `post` calls its page in URLs, without slashes around it.
void add_slugs(const Post& post, Facts& facts) {
  for (const char* key : {"slug", "permalink", "url"}) {
    const yaml::Node* value = post.front_matter.root.find(key);
    if (value == nullptr) continue;
    std::string_view slug = value->text;
    while (slug.starts_with('/')) slug.remove_prefix(1);
    while (slug.ends_with('/')) slug.remove_suffix(1);
    if (!slug.empty()) facts.add({.key = kSlug, .value = std::string(slug)});
  }
}

Facts contributed(const Subject& subject) {
  const Anchors source = anchors_of(subject.source);
  const Anchors translation = anchors_of(subject.translation);
  const Renderings renderings(subject, source, translation);
  Facts facts;
  for (const auto& [id, anchor] : translation) facts.add({.key = kId, .value = id});
  for (const auto& [id, anchor] : source) {
    facts.add({.key = kSourceId, .value = id + '\n' + renderings.rendering(id, anchor)});
  }
  add_slugs(subject.source, facts);
  add_slugs(subject.translation, facts);
  add_links(subject, source, translation, renderings, facts);
  return facts;
}

/// `path` without the extension of pages and the name of a folder's own page.
std::string page_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot != std::string_view::npos && path.find('/', dot) == std::string_view::npos && dot > 0) {
    path = path.substr(0, dot);
  }
  for (const std::string_view own : {"/index", "/_index", "/README"}) {
    if (path.ends_with(own)) path.remove_suffix(own.size());
  }
  return std::string(path);
}

/// `page` as seen from `folder`, without `..`; empty when it leads out of the site.
std::string seen_from(std::string_view folder, std::string_view page) {
  const std::string path = std::string(folder) + '/' + std::string(page);
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    std::string name = path.substr(begin, end - begin);
    begin = end + 1;
    if (name.empty() || name == ".") continue;
    if (name != "..") {
      parts.push_back(std::move(name));
    } else if (parts.empty()) {
      return {};
    } else {
      parts.pop_back();
    }
  }
  return joined(parts, "/");
}

/// What a page of the locale says about its ids.
struct PageIds {
  std::vector<std::string> ids;                   // sorted
  std::map<std::string, std::string> renderings;  // of the source's ids
};

/// The pages of a locale, to be found by what links call them.
class Pages {
 public:
  explicit Pages(const LocaleFacts& facts) : facts_(facts), pages_(facts.pairs.size()) {
    for (std::size_t i = 0; i < facts.pairs.size(); ++i) {
      const PairFacts& pair = facts.pairs[i];
      for (const std::string& path : {page_of(pair.source_path), page_of(pair.translation_path)}) {
        by_path_.emplace(path, i);
      }
      by_name_.emplace(file_name(page_of(pair.source_path)), i);
      for (const Fact& fact : pair.facts) {
        if (fact.key == kId) pages_[i].ids.emplace_back(fact.value);
        if (fact.key == kSlug) by_slug_.emplace(file_name(fact.value), std::pair(fact.value, i));
        if (fact.key == kSourceId) {
          pages_[i].renderings[part(fact.value, 0)] = part(fact.value, 1);
        }
      }
      std::sort(pages_[i].ids.begin(), pages_[i].ids.end());
    }
  }

  bool has_id(std::size_t page, const std::string& id) const {
    return std::binary_search(pages_[page].ids.begin(), pages_[page].ids.end(), id);
  }
  /// What `id` of the source of `page` became; empty when nobody can tell.
  std::string rendering(std::size_t page, const std::string& id) const {
    const auto found = pages_[page].renderings.find(id);
    return found == pages_[page].renderings.end() ? std::string() : found->second;
  }

  /// The page that a link of `pair` to `page` leads to: the only one whose source has `id`.
  std::optional<std::size_t> find(const PairFacts& pair, const std::string& page, bool is_relative,
                                  const std::string& id) const {
    std::optional<std::size_t> result;
    bool is_only = true;
    const auto consider = [&](std::size_t i) {
      if (!pages_[i].renderings.contains(id)) return;
      is_only = is_only && (!result || *result == i);
      result = i;
    };
    if (!is_relative) {
      const auto [begin, end] = by_name_.equal_range(std::string(file_name(page)));
      for (auto i = begin; i != end; ++i) {
        if (('/' + page_of(facts_.pairs[i->second].source_path)).ends_with(page)) {
          consider(i->second);
        }
      }
      if (!result) {
        const auto [first, last] = by_slug_.equal_range(std::string(file_name(page)));
        for (auto i = first; i != last; ++i) {
          const auto& [slug, index] = i->second;
          if (is_called(page, slug, facts_.pairs[index].source_path)) consider(index);
        }
      }
    }
    for (const std::string* path : {&pair.source_path, &pair.translation_path}) {
      if (!is_relative) break;
      // As a file, and as a URL of a page that is a folder of its own.
      for (const std::string& folder : {std::string(folder_of(*path)), page_of(*path)}) {
        const std::string seen = seen_from(folder, page);
        const auto [begin, end] = by_path_.equal_range(seen);
        const bool is_own = path == &pair.translation_path;
        for (auto i = begin; i != end; ++i) {
          if (is_own && leads_to_source(pair, seen, i->second)) return std::nullopt;
          consider(i->second);
        }
      }
    }
    return is_only ? result : std::nullopt;
  }

 private:
  /// Whether `page`, seen from a translation in a folder of its own, is the source's own page.
  bool leads_to_source(const PairFacts& pair, const std::string& page, std::size_t index) const {
    return folder_of(pair.source_path) != folder_of(pair.translation_path) &&
           page == page_of(facts_.pairs[index].source_path);
  }

  /// Whether `page` is `slug`, behind nothing or the folder of `path` that its kind of page has:
  /// `/blog/lamp` of `blog/2024-01-02-light.md`.
  static bool is_called(std::string_view page, const std::string& slug, const std::string& path) {
    if (!page.ends_with('/' + slug)) return false;
    page.remove_suffix(slug.size() + 1);
    const std::string_view folder = file_name(page);
    return folder.empty() ||
           ('/' + path).find('/' + std::string(folder) + '/') != std::string::npos;
  }

  const LocaleFacts& facts_;
  std::vector<PageIds> pages_;
  std::multimap<std::string, std::size_t> by_path_;
  std::multimap<std::string, std::size_t> by_name_;  // by the last part of the path
  std::multimap<std::string, std::pair<std::string, std::size_t>> by_slug_;  // by that of the slug
};

Finding finding_for(const Fact& fact, const std::string& found, const std::string& expected) {
  Finding finding{.span = fact.span, .source = fact.source};
  finding.fields = {
      {"found", found}, {"expected", expected}, {"page", ""}, {"count", "1"}, {"rest", ""}};
  finding.fix = Fix{.safety = Safety::unsafe, .edits = {{fact.span, expected}}};
  return finding;
}

std::optional<Finding> judged_link(const Pages& pages, const LocaleFacts& facts,
                                   const PairFacts& pair, const Fact& fact) {
  const std::string found = part(fact.value, 0);
  const std::string id = part(fact.value, 1);
  const auto page = pages.find(pair, part(fact.value, 2), part(fact.value, 3) == "relative", id);
  if (!page || pages.has_id(*page, found)) return std::nullopt;
  const std::string expected = pages.rendering(*page, id);
  if (expected.empty()) return std::nullopt;
  Finding finding = finding_for(fact, found, expected);
  finding.fields["page"] = facts.pairs[*page].translation_path;
  finding.variant = "page";
  return finding;
}

/// Links of one page that lead to no heading, as one finding: a table of contents that was left.
std::optional<Finding> folded_links(const PairFacts& pair) {
  std::optional<Finding> finding;  // the first
  std::size_t count = 0;
  for (const Fact& fact : pair.facts) {
    if (fact.key != kBroken) continue;
    ++count;
    const std::string expected = part(fact.value, 1);
    if (finding) {
      finding->fix->edits.push_back({fact.span, expected});
    } else {
      finding = finding_for(fact, part(fact.value, 0), expected);
    }
  }
  if (count < kManyLinks) return std::nullopt;
  finding->fields["count"] = std::to_string(count);
  finding->fields["rest"] = ", and so at " + std::to_string(count - 1) + " more";
  finding->count = count;
  finding->variant = "many";
  return finding;
}

std::vector<SiteFinding> judge(const LocaleFacts& facts) {
  std::optional<Pages> pages;  // made for the first link to another page
  std::vector<SiteFinding> findings;
  for (std::size_t i = 0; i < facts.pairs.size(); ++i) {
    const PairFacts& pair = facts.pairs[i];
    if (!pair.is_reported) continue;
    std::optional<Finding> folded = folded_links(pair);
    const bool is_folded = folded.has_value();
    if (is_folded) findings.push_back({i, std::move(*folded)});
    for (const Fact& fact : pair.facts) {
      if (fact.key == kOther || (fact.key == kBroken && !is_folded)) {
        findings.push_back({i, finding_for(fact, part(fact.value, 0), part(fact.value, 1))});
        if (fact.key == kOther) findings.back().finding.variant = "other";
      } else if (fact.key == kLink) {
        if (!pages) pages.emplace(facts);
        if (auto finding = judged_link(*pages, facts, pair, fact)) {
          findings.push_back({i, std::move(*finding)});
        }
      }
    }
  }
  return findings;
}

/// Whether a post links to an id of another page.
bool needs_others(const LocaleFacts& facts) {
  return any_reported_fact(facts, [](const Fact& fact) { return fact.key == kLink; });
}

}  // namespace

CheckKind link_anchor() {
  return {"link_anchor",
          "A link to an anchor leads to one that the translated page has.",
          {"found", "expected", "page", "count", "rest"},
          [](Params&) -> Check {
            return SiteCheck{contributed, judge, needs_others};
          }};
}

}  // namespace recto::checks
