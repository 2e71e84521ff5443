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
    if (!names(settings.keys, key.path) || key.role != KeyRole::translate) continue;
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

struct Rendering {
  std::string text;
  std::size_t posts = 0;
  std::size_t first_pair = 0;
};

/// The renderings of one tag, the one to use first.
using Renderings = std::vector<Rendering>;

std::map<std::string_view, Renderings> renderings_of(const std::vector<PairFacts>& pairs) {
  std::map<std::string_view, std::map<std::string_view, Rendering>> found;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const Fact& fact : pairs[i].facts) {
      auto [place, is_new] =
          found[fact.key].try_emplace(fact.value, Rendering{std::string(fact.value), 0, i});
      ++place->second.posts;
    }
  }
  std::map<std::string_view, Renderings> result;
  for (auto& [tag, by_text] : found) {
    Renderings& renderings = result[tag];
    for (auto& [text, rendering] : by_text) renderings.push_back(std::move(rendering));
    // Of renderings that are as frequent, one that was translated, then the oldest.
    std::sort(renderings.begin(), renderings.end(),
              [&tag = tag](const Rendering& left, const Rendering& right) {
                return std::tuple(right.posts, left.text == tag, left.first_pair) <
                       std::tuple(left.posts, right.text == tag, right.first_pair);
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

Finding finding_for(const Fact& fact, const Renderings& renderings) {
  const Rendering& best = renderings.front();
  const auto own = std::find_if(renderings.begin(), renderings.end(),
                                [&](const Rendering& other) { return other.text == fact.value; });
  const bool is_same_word = spoken(fact.value) == spoken(best.text);
  Finding finding{.span = fact.span, .source = fact.source};
  finding.fields = {{"tag", std::string(fact.key)},
                    {"found", std::string(fact.value)},
                    {"expected", best.text},
                    {"count", std::to_string(own->posts)},
                    {"expected_count", std::to_string(best.posts)},
                    {"suggestions", listed(renderings)}};
  if (is_same_word) finding.variant = "spelling";
  // One post against one tells nothing of which is right, nor that the two do not mean the same.
  if (best.posts == 1 && !is_same_word) finding.certainty = Certainty::unsure;
  // Whether the source's own word is the one to use, people decide.
  if (best.text != fact.key && needs_no_quotes(best.text) && needs_no_quotes(fact.value)) {
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
      const Renderings& all = renderings.at(fact.key);
      if (fact.value != all.front().text) findings.push_back({i, finding_for(fact, all)});
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
