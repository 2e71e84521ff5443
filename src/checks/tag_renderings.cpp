// tag_renderings: one tag of the source that a locale's posts render in several ways, each of which
// gets a page of its own.

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "checks/front_matter.h"
#include "checks/sameness.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kShownRenderings = 5;

struct Settings {
  std::vector<std::string> keys;
};

/// Whether the items of the two lists stand in the same order, as far as items that were kept tell.
bool keeps_order(const yaml::Node& source, const yaml::Node& translation) {
  for (std::size_t i = 0; i < source.items.size(); ++i) {
    for (std::size_t j = 0; j < source.items.size(); ++j) {
      if (i != j && is_same_text(source.items[i].text, translation.items[j].text)) return false;
    }
  }
  return true;
}

/// Whether front-matter/untranslated surely reports this item.
bool is_left(const Subject& subject, std::optional<OrdinaryWords>& words, const yaml::Node& source,
             const yaml::Node& translation) {
  if (subject.is_variant_of_source || !is_same_text(source.text, translation.text)) return false;
  if (!words) words.emplace(subject);
  return words->count(source.text) >= 2 && untranslated(*words, source.text) == Certainty::sure;
}

/// The key of a fact is the tag of the source, its value the rendering.
Facts contributed(const Settings& settings, const Subject& subject) {
  constexpr std::size_t kMostItems = 100;
  Facts facts;
  std::optional<OrdinaryWords> words;
  for (const PairedKey& key : paired_keys(subject)) {
    const yaml::Node& source = key.source.value;
    const yaml::Node& translation = key.translation.value;
    if (!lists_key(settings.keys, key.path) || key.role != KeyRole::translate) continue;
    if (source.kind != yaml::Kind::list || translation.kind != yaml::Kind::list) continue;
    const std::size_t count = source.items.size();
    if (count != translation.items.size() || count > kMostItems) continue;
    if (!keeps_order(source, translation)) continue;
    for (std::size_t i = 0; i < count; ++i) {
      const yaml::Node& ours = source.items[i];
      const yaml::Node& theirs = translation.items[i];
      const bool has_text = !ours.text.empty() && !theirs.text.empty();
      if (!has_text || is_left(subject, words, ours, theirs)) continue;
      facts.add({.key = nfc(ours.text),
                 .value = nfc(theirs.text),
                 .span = inside_quotes(theirs),
                 .source = ours.span});
    }
  }
  return facts;
}

/// What stands for a tag in the address of its page, as the programs that make sites have it: in
/// small letters, and one hyphen for whatever is no letter or digit. Tags with one page are one.
std::string page_of(std::string_view tag) {
  std::string page;
  const std::string small = folded(tag);
  for (std::size_t at = 0; at < small.size();) {
    const char32_t c = next_code_point(small, at);
    if (is_letter(c) || is_digit(c) || is_mark(c)) {
      append_utf8(page, c);
    } else if (!page.empty() && !page.ends_with('-')) {
      page += '-';
    }
  }
  if (page.ends_with('-')) page.pop_back();
  return page.empty() ? small : page;
}

struct Rendering {
  std::string page;
  std::string text;  // as most of the posts write it
  std::size_t posts = 0;
  std::size_t first_pair = 0;
  std::map<std::string_view, std::size_t> posts_by_text;
};

/// The renderings of one tag, the one to use first.
using Renderings = std::vector<Rendering>;

void add(const Fact& fact, std::size_t pair, std::map<std::string, Rendering>& by_page) {
  Rendering& rendering = by_page[page_of(fact.value)];
  if (rendering.posts++ == 0) rendering.first_pair = pair;
  const std::size_t posts = ++rendering.posts_by_text[fact.value];
  if (rendering.text.empty() || posts > rendering.posts_by_text[rendering.text]) {
    rendering.text = fact.value;
  }
}

/// By the pages of the source's tags.
std::map<std::string, Renderings> renderings_of(const std::vector<PairFacts>& pairs) {
  std::map<std::string, std::map<std::string, Rendering>> found;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const Fact& fact : pairs[i].facts) add(fact, i, found[page_of(fact.key)]);
  }
  std::map<std::string, Renderings> result;
  for (auto& [tag, by_page] : found) {
    Renderings& renderings = result[tag];
    for (auto& [page, rendering] : by_page) {
      rendering.page = page;
      renderings.push_back(std::move(rendering));
    }
    // Of renderings that are as frequent, one that was translated, then the oldest.
    std::sort(renderings.begin(), renderings.end(),
              [&tag = tag](const Rendering& left, const Rendering& right) {
                return std::tuple(right.posts, left.page == tag, left.first_pair) <
                       std::tuple(left.posts, right.page == tag, right.first_pair);
              });
  }
  return result;
}

/// `tag` as a reader says it: without capitals, hyphens, underscores and blanks.
std::string spoken(std::string_view tag) {
  std::string result = folded(tag);
  std::erase_if(result, [](char c) { return c == '-' || c == '_' || c == ' '; });
  return result;
}

/// Whether YAML reads `text` as that string, written with any quotes or none, in any list.
bool needs_no_quotes(std::string_view text) {
  yaml::Node node{
      .kind = yaml::Kind::scalar, .style = yaml::Style::plain, .text = std::string(text)};
  std::size_t at = 0;
  if (text.empty() || yaml::type_of(node) != yaml::Type::string || text.back() == ' ') return false;
  if (!is_letter(next_code_point(text, at))) return false;
  constexpr std::array<std::string_view, 8> kWords = {"yes", "no", "on",   "off",
                                                      "y",   "n",  "null", "nan"};
  if (std::find(kWords.begin(), kWords.end(), folded(text)) != kWords.end()) return false;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    const bool is_harmless = is_letter(c) || is_mark(c) || is_digit(c) || c == ' ' || c == '-' ||
                             c == '.' || c == '/' || c == '_' || c == 0x200C;
    if (!is_harmless) return false;
  }
  return true;
}

std::string listed(const Renderings& renderings) {
  std::string text;
  for (std::size_t i = 0; i < std::min(renderings.size(), kShownRenderings); ++i) {
    const Rendering& rendering = renderings[i];
    text += (i == 0 ? "`" : ", `") + rendering.text + "` " + std::to_string(rendering.posts) + "x";
  }
  if (renderings.size() > kShownRenderings) text += ", ...";
  return text;
}

Finding finding_for(const Fact& fact, const Rendering& own, const Renderings& renderings) {
  const Rendering& best = renderings.front();
  Finding finding{.span = fact.span, .source = fact.source};
  finding.fields = {{"tag", std::string(fact.key)},
                    {"found", std::string(fact.value)},
                    {"expected", best.text},
                    {"count", std::to_string(own.posts)},
                    {"expected_count", std::to_string(best.posts)},
                    {"suggestions", listed(renderings)}};
  if (spoken(fact.value) == spoken(best.text)) finding.variant = "spelling";
  // One post against one tells nothing of which is right, nor that the two mean the same.
  if (best.posts == 1) finding.certainty = Certainty::unsure;
  // Whether the source's own word is the one to use, people decide.
  const bool is_decided = best.posts > own.posts && best.page != page_of(fact.key);
  if (is_decided && needs_no_quotes(best.text) && needs_no_quotes(fact.value)) {
    finding.fix = Fix{.safety = Safety::unsafe, .edits = {{fact.span, best.text}}};
  }
  return finding;
}

std::vector<SiteFinding> judged(const LocaleFacts& facts) {
  std::vector<SiteFinding> findings;
  // The page of a tag is the whole locale's: nothing is said of a part of it.
  if (!facts.is_whole) return findings;
  const auto renderings = renderings_of(facts.pairs);
  for (std::size_t i = 0; i < facts.pairs.size(); ++i) {
    for (const Fact& fact : facts.pairs[i].facts) {
      const Renderings& all = renderings.at(page_of(fact.key));
      const auto own = std::find_if(
          all.begin(), all.end(),
          [page = page_of(fact.value)](const Rendering& other) { return other.page == page; });
      if (own != all.begin()) findings.push_back({i, finding_for(fact, *own, all)});
    }
  }
  return findings;
}

}  // namespace

CheckKind tag_renderings() {
  return {"tag_renderings",
          "A tag of the source has one rendering in all posts of a locale.",
          {"tag", "found", "expected", "count", "expected_count", "suggestions"},
          [](Params& params) -> Check {
            const Settings settings{params.strings("keys", {"tags", "categories"})};
            return SiteCheck{
                .contribute =
                    [settings](const Subject& subject) { return contributed(settings, subject); },
                .judge = judged,
                .needs_others = [](const LocaleFacts&) { return false; }};
          }};
}

}  // namespace recto::checks
