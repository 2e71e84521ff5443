// name_renderings: a name that the posts of a locale keep, and that some translate, transliterate
// or misspell.

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "checks/name_uses.h"
#include "checks/term_units.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// A word that stands so often where the name should is no chance.
constexpr std::size_t kSurePlaces = 5;
/// Shares of the posts, in percent. Where no more than half and a few keep a name, the others may
/// write it in the locale's own way on purpose.
constexpr std::size_t kMost = 50;
constexpr std::size_t kByFarMost = 70;

struct Settings {
  std::size_t kept_in = 3;  // posts that keep a name make it one that the locale keeps
};

/// The key of a fact is the name, its value what the post makes of it: the name itself, a
/// rendering, or nothing that could be told; its count that of units of text.
Facts contributed(const Subject& subject) {
  Facts facts;
  if (subject.is_variant_of_source) return facts;
  for (const NameTreatment& treatment : name_treatments(subject)) {
    const auto add = [&](const std::string& value, std::size_t count) {
      if (count > 0) {
        facts.add({.key = treatment.name,
                   .value = value,
                   .span = treatment.place,
                   .source = treatment.source,
                   .count = static_cast<std::uint32_t>(count)});
      }
    };
    add(treatment.name, treatment.kept);
    add(treatment.rendering, treatment.rendered);
    add("", treatment.lost - std::min(treatment.lost, treatment.rendered));
  }
  return facts;
}

/// What all posts of the locale do with a name.
struct Tally {
  std::size_t posts = 0;
  std::size_t keeping = 0;  // posts that keep it wherever it is told what they make of it
  std::size_t kept = 0;     // units of text
  std::size_t rendered = 0;
  std::size_t rendering = 0;  // posts that have something else for it
};

using Tallies = std::map<std::string_view, Tally>;

/// Whether the post has something else for the name.
bool is_rendered(const Fact& fact) {
  return !fact.value.empty() && fact.value != fact.key;
}

/// Of the names that reported posts have something else for.
Tallies tallies(const std::vector<PairFacts>& pairs) {
  Tallies all;
  for (const PairFacts& pair : pairs) {
    if (!pair.is_reported) continue;
    for (const Fact& fact : pair.facts) {
      if (is_rendered(fact)) all[fact.key];
    }
  }
  for (const PairFacts& pair : pairs) {
    std::map<Tally*, bool> keeps;
    for (const Fact& fact : pair.facts) {
      const auto name = all.find(fact.key);
      if (name == all.end()) continue;
      Tally& tally = name->second;
      const bool is_kept = fact.value == fact.key;
      if (is_kept) tally.kept += fact.count;
      if (is_rendered(fact)) {
        tally.rendered += fact.count;
        ++tally.rendering;
      }
      const auto [place, is_new] = keeps.try_emplace(&tally, is_kept);
      if (is_rendered(fact)) place->second = false;
    }
    for (const auto& [tally, is_kept] : keeps) {
      ++tally->posts;
      if (is_kept) ++tally->keeping;
    }
  }
  return all;
}

/// `DeepSeek`: a capital behind a small letter, which no sentence and no title gives a word.
bool has_capital_behind_small(std::string_view word) {
  bool is_behind_small = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (is_behind_small && is_upper(c)) return true;
    is_behind_small = is_lower(c);
  }
  return false;
}

bool begins_in_capitals(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_upper(next_code_point(word, at)) && at < word.size() &&
         is_upper(next_code_point(word, at));
}

/// `CMS`, of which a translation may write out the words.
bool is_abbreviation(std::string_view word) {
  constexpr std::size_t kLongest = 5;
  return word.size() <= kLongest &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether more than `percent` of the posts keep the name.
bool is_kept(const Settings& settings, const Tally& tally, std::size_t percent) {
  return tally.keeping >= settings.kept_in && tally.keeping * 100 > tally.posts * percent;
}

/// What is wrong with a word that comes near the name in letters: it may be the name in the
/// locale's language (`Japon`) unless its dictionary lacks it, or its script is another.
std::optional<Certainty> slipped(const Settings& settings, const LocaleFacts& facts,
                                 const Tally& tally, const Fact& fact, Slip slip) {
  const bool is_mostly_kept = tally.kept >= settings.kept_in && tally.kept > tally.rendered * 2 &&
                              tally.keeping > tally.rendering;
  const bool keeps_elsewhere = is_kept(settings, tally, kMost) || is_mostly_kept;
  if (keeps_elsewhere) return Certainty::sure;
  if (tally.rendering > 1) return std::nullopt;
  if (slip == Slip::form) {
    if (!has_capital_behind_small(fact.key)) return std::nullopt;
    // `ECMAScript` may be what the source should say, `EcmaScript`.
    const bool may_be_right = begins_in_capitals(fact.value) && !begins_in_capitals(fact.key);
    return may_be_right ? Certainty::unsure : Certainty::sure;
  }
  const bool is_foreign = !is_written_in_latin(facts.locale);
  const bool is_unknown = facts.judge.has_dictionary && !facts.words.holds(fact.value) &&
                          !facts.judge.knows(fact.value);
  return is_foreign || is_unknown ? std::optional(Certainty::sure) : std::nullopt;
}

std::optional<Certainty> certainty_of(const Settings& settings, const LocaleFacts& facts,
                                      const Tally& tally, const Fact& fact) {
  const Slip slip = slip_of(fact.value, fact.key);
  if (slip != Slip::none) return slipped(settings, facts, tally, fact, slip);
  if (!is_kept(settings, tally, kMost)) return std::nullopt;
  const bool is_sure = fact.count >= kSurePlaces && is_kept(settings, tally, kByFarMost) &&
                       !is_abbreviation(fact.key);
  return is_sure ? Certainty::sure : Certainty::unsure;
}

Finding finding_about(const Fact& fact, const Tally& tally, Certainty certainty) {
  Finding finding{.span = fact.span, .source = fact.source, .certainty = certainty};
  finding.fields = {
      {"name", std::string(fact.key)},         {"expected", std::string(fact.key)},
      {"found", std::string(fact.value)},      {"count", std::to_string(fact.count)},
      {"kept", std::to_string(tally.keeping)}, {"posts", std::to_string(tally.posts)}};
  finding.count = fact.count;
  if (tally.posts == 1 || tally.keeping == 0) finding.variant = "alone";
  return finding;
}

std::vector<SiteFinding> judged(const Settings& settings, const LocaleFacts& facts) {
  std::vector<SiteFinding> findings;
  const Tallies all = tallies(facts.pairs);
  for (std::size_t i = 0; i < facts.pairs.size(); ++i) {
    if (!facts.pairs[i].is_reported) continue;
    for (const Fact& fact : facts.pairs[i].facts) {
      if (!is_rendered(fact)) continue;
      const Tally& tally = all.at(fact.key);
      if (const auto certainty = certainty_of(settings, facts, tally, fact)) {
        findings.push_back({i, finding_about(fact, tally, *certainty)});
      }
    }
  }
  return findings;
}

/// Whether the posts have something else for any name.
bool needs_others(const LocaleFacts& facts) {
  return any_reported_fact(facts, is_rendered);
}

}  // namespace

CheckKind name_renderings() {
  return {"name_renderings",
          "A name that the posts of a locale keep is kept in each.",
          {"name", "found", "expected", "count", "kept", "posts"},
          [](Params& params) -> Check {
            const Settings settings{.kept_in = params.count("kept_in", 3)};
            return SiteCheck{
                .contribute = contributed,
                .judge = [settings](const LocaleFacts& facts) { return judged(settings, facts); },
                .needs_others = needs_others};
          }};
}

}  // namespace recto::checks
