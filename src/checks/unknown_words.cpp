// unknown_words: words of a translation that nobody knows.
//
// The source is evidence: what stands in it, or grows from a word of it, is a name or a loan word.
// So is what several posts of the locale use. Only what is left is held against the dictionary.
// And only an unknown word that is a slip of a known one is surely misspelt; any other may be new.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "base/joined.h"
#include "base/utf8.h"
#include "checks/check.h"
#include "checks/clitics.h"
#include "checks/foreign.h"
#include "checks/misspelling.h"
#include "checks/prose_words.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kLooksPerPost = 20;  // unknown words for which the meant one is looked for
constexpr std::size_t kSuggestions = 3;
constexpr std::size_t kOften = 3;         // uses in a post
constexpr std::size_t kShortestPart = 3;  // letters; shorter parts of compounds are prefixes

struct Settings {
  std::size_t used_in = 3;  // posts that use a word make it a word of the locale
};

/// A word as a fact tells it. The key of the fact is the word in small letters; its value says how
/// it is written, where that differs, and behind a tab which parts of a compound are left to
/// explain.
struct ToldWord {
  std::string_view folded;
  std::string_view written;
  std::string_view parts;  // with blanks between them
};

std::string value_of(const ToldWord& word) {
  std::string value(word.written == word.folded ? std::string_view() : word.written);
  if (!word.parts.empty()) value.append("\t").append(word.parts);
  return value;
}

ToldWord told_word(const Fact& fact) {
  const std::size_t tab = std::min(fact.value.find('\t'), fact.value.size());
  const std::string_view written = fact.value.substr(0, tab);
  return {.folded = fact.key,
          .written = written.empty() ? fact.key : written,
          .parts = fact.value.substr(std::min(tab + 1, fact.value.size()))};
}

/// The words of a translation that neither the source nor a list explains.
Facts contributed(const Subject& subject) {
  const SourceWords& source = subject.source_words.whole_text();
  const auto is_explained = [&](std::string_view folded_word) {
    return source.holds_folded(folded_word) || subject.words.holds_folded(folded_word);
  };
  const std::vector<Span> foreign = foreign_text(subject);
  const auto is_foreign = [&](Span place) {
    return std::any_of(foreign.begin(), foreign.end(),
                       [&](Span text) { return text.holds(place); });
  };
  Facts facts;
  for (const WordUse& use : spellable_words(subject.translation, subject.policy)) {
    if (is_explained(use.folded) || is_foreign(use.span)) continue;
    std::string rest;
    const bool is_compound = use.word.find('-') != std::string::npos;
    if (is_compound) {
      for (const std::string_view part : compound_parts(use.word)) {
        if (part.size() == use.word.size() || count_code_points(part) < kShortestPart) continue;
        if (!is_explained(folded(part))) rest.append(rest.empty() ? "" : " ").append(part);
      }
      if (rest.empty()) continue;
    }
    const std::string value = value_of({.folded = use.folded, .written = use.word, .parts = rest});
    facts.add({.key = use.folded,
               .value = value,
               .span = use.span,
               .source = std::nullopt,
               .count = use.count});
  }
  return facts;
}

bool capitalises_nouns(const Locale& locale) {
  return locale.language == "de" || locale.language == "lb";
}

/// The words of all posts of a locale.
class LocaleWords {
 public:
  LocaleWords(const Settings& settings, const LocaleFacts& facts);

  /// What is unknown of `word`: nothing, the word as it is written, or a part of it.
  std::string_view unknown_part(const ToldWord& word);
  std::vector<std::string> meant_by(std::string_view word);
  /// Whether the unknown `word`, which a post uses `count` times, may be what its writer means,
  /// although it looks like a slip of `known`.
  bool may_be_meant(std::string_view word, std::size_t count, std::string_view known) const;

 private:
  bool is_frequent(std::string_view folded_word) const;
  bool is_known(std::string_view word) const;
  bool is_accepted(std::string_view word, const std::vector<std::string>& stems) const;
  std::vector<std::string> known_among(std::string_view word,
                                       const std::vector<std::string>& candidates) const;
  bool is_right(std::string_view word, std::string_view folded_word);
  std::vector<std::string> with_other_accents(std::string_view word);

  const Settings& settings_;
  const LocaleFacts& facts_;
  std::unordered_map<std::uint64_t, std::uint32_t> posts_;  // by the hash of the folded word
  std::unordered_map<std::string_view, bool> verdicts_;
  /// By their letters without accents; made for the first word that is unknown.
  std::unordered_map<std::string, std::vector<std::string_view>> by_letters_;
  Lexicon lexicon_;
};

LocaleWords::LocaleWords(const Settings& settings, const LocaleFacts& facts)
    : settings_(settings), facts_(facts) {
  for (const PairFacts& pair : facts.pairs) {
    pair.facts.for_each_key([this](std::string_view, std::uint64_t hash) { ++posts_[hash]; });
  }
  lexicon_.is_frequent = [this](std::string_view word) { return is_frequent(word); };
  lexicon_.is_known = [this](std::string_view word) { return is_known(word); };
  lexicon_.known_among = [this](std::string_view word, const std::vector<std::string>& candidates) {
    return known_among(word, candidates);
  };
  lexicon_.with_other_accents = [this](std::string_view word) { return with_other_accents(word); };
}

bool LocaleWords::is_frequent(std::string_view folded_word) const {
  const auto found = posts_.find(content_hash(folded_word));
  return found != posts_.end() && found->second >= settings_.used_in;
}

/// By what the site knows: a list, or posts that use one of its stems.
bool LocaleWords::is_accepted(std::string_view word, const std::vector<std::string>& stems) const {
  return facts_.words.holds(word) ||
         std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
           return facts_.words.holds(stem) || is_frequent(stem);
         });
}

bool LocaleWords::is_known(std::string_view word) const {
  const std::vector<std::string> stems = without_clitics(word, facts_.locale);
  // A dictionary knows most words that have none; of those that have, it takes long to ask.
  const bool is_found = stems.empty()
                            ? facts_.judge.knows(word) || facts_.words.holds(word)
                            : is_accepted(word, stems) || facts_.judge.knows(word) ||
                                  std::any_of(stems.begin(), stems.end(), facts_.judge.knows);
  if (is_found) return true;
  const std::vector<std::string> forms = usual_forms(word, facts_.locale);
  return std::any_of(forms.begin(), forms.end(), facts_.judge.knows);
}

std::vector<std::string> LocaleWords::known_among(
    std::string_view word, const std::vector<std::string>& candidates) const {
  const std::vector<std::string> in_dictionary = facts_.judge.neighbours(word, [&] {
    std::vector<std::string> known;
    for (const std::string& candidate : candidates) {
      // Not what is made of one: with endings there are too many.
      if (facts_.judge.knows(candidate)) {
        known.push_back(candidate);
      } else if (capitalises_nouns(facts_.locale)) {
        std::string noun = capitalised(candidate, facts_.locale);
        if (facts_.judge.has_simple(noun)) known.push_back(std::move(noun));
      }
    }
    return known;
  });
  std::vector<std::string> known;
  for (const std::string& candidate : candidates) {
    const auto listed =
        std::find_if(in_dictionary.begin(), in_dictionary.end(),
                     [&](const std::string& other) { return folded(other) == folded(candidate); });
    if (listed != in_dictionary.end()) {
      known.push_back(*listed);
    } else if (is_accepted(candidate, without_clitics(candidate, facts_.locale))) {
      known.push_back(candidate);
    }
  }
  return known;
}

/// At most a handful, in alphabetical order.
std::vector<std::string> LocaleWords::with_other_accents(std::string_view word) {
  if (by_letters_.empty()) {
    std::unordered_set<std::uint64_t> seen;
    for (const PairFacts& pair : facts_.pairs) {
      pair.facts.for_each_key([&](std::string_view other, std::uint64_t hash) {
        if (seen.insert(hash).second) by_letters_[without_accents(other)].push_back(other);
      });
    }
  }
  const auto found = by_letters_.find(without_accents(word));
  if (found == by_letters_.end()) return {};
  std::vector<std::string> words(found->second.begin(), found->second.end());
  std::sort(words.begin(), words.end());
  words.resize(std::min<std::size_t>(words.size(), 32));
  return words;
}

bool LocaleWords::is_right(std::string_view word, std::string_view folded_word) {
  const auto [verdict, is_new] = verdicts_.try_emplace(word, true);
  if (is_new) verdict->second = is_frequent(folded_word) || is_known(word);
  return verdict->second;
}

std::string_view LocaleWords::unknown_part(const ToldWord& word) {
  if (is_right(word.written, word.folded)) return {};
  if (word.parts.empty()) return word.written;
  std::string_view rest = word.parts;
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find(' '));
    if (!is_right(part, folded(part))) return part;
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  }
  return {};
}

bool LocaleWords::may_be_meant(std::string_view word, std::size_t count,
                               std::string_view known) const {
  return may_be_compound(word, facts_.locale, lexicon_) ||
         lacks_capital_accent(word, known, facts_.locale) ||
         (count >= kOften && !may_be_habit(word, known, facts_.locale));
}

std::vector<std::string> LocaleWords::meant_by(std::string_view word) {
  if (lexicon_.alphabet.empty()) lexicon_.alphabet = alphabet(facts_.locale);
  std::vector<std::string> meant = meant_words(word, facts_.locale, lexicon_, kSuggestions);
  std::size_t first = 0;
  if (!capitalises_nouns(facts_.locale)) return meant;
  if (!is_upper(next_code_point(word, first))) {
    std::erase_if(meant, [](const std::string& other) {  // no noun is meant
      std::size_t at = 0;
      return is_upper(next_code_point(other, at));
    });
    return meant;
  }
  std::vector<std::string> nouns;
  for (const std::string& other : meant) {
    std::string noun = capitalised(other, facts_.locale);
    if (std::find(nouns.begin(), nouns.end(), noun) == nouns.end()) nouns.push_back(noun);
  }
  return nouns;
}

Finding finding_about(const Fact& fact, std::string_view written, std::string_view unknown,
                      const std::vector<std::string>& meant) {
  Finding finding;
  finding.span = fact.span;
  const std::size_t at = written.find(unknown);
  if (at != std::string::npos && fact.span.size() == written.size()) {
    finding.span = span_at(fact.span.begin + at, unknown.size());
  }
  finding.fields = {{"word", std::string(unknown)},
                    {"found", std::string(unknown)},
                    {"count", std::to_string(fact.count)},
                    {"suggestions", joined(meant, ", ")},
                    {"expected", meant.empty() ? "" : meant.front()}};
  finding.certainty = meant.empty() ? Certainty::unsure : Certainty::sure;
  finding.variant = meant.empty() ? "no_suggestion" : "";
  finding.count = fact.count;
  return finding;
}

std::vector<SiteFinding> judged(const Settings& settings, const LocaleFacts& facts) {
  std::vector<SiteFinding> findings;
  if (!facts.judge.has_dictionary) return findings;
  LocaleWords words(settings, facts);
  const bool can_be_sure = has_telling_neighbours(facts.locale);
  for (std::size_t i = 0; i < facts.pairs.size(); ++i) {
    const PairFacts& pair = facts.pairs[i];
    if (!pair.is_reported) continue;
    std::size_t looks = 0;
    std::unordered_set<std::string_view> seen;
    for (const Fact& fact : pair.facts) {
      const ToldWord word = told_word(fact);
      const std::string_view unknown = words.unknown_part(word);
      if (unknown.empty() || !seen.insert(unknown).second) continue;
      std::vector<std::string> meant;
      if (can_be_sure && looks++ < kLooksPerPost) meant = words.meant_by(unknown);
      Finding finding = finding_about(fact, word.written, unknown, meant);
      if (!meant.empty() && words.may_be_meant(unknown, fact.count, meant.front())) {
        finding.certainty = Certainty::unsure;
      }
      findings.push_back({i, std::move(finding)});
    }
  }
  return findings;
}

/// Where the dictionary and the lists know all words, no other post need speak for one.
bool needs_others(const Settings& settings, const LocaleFacts& facts) {
  if (!facts.judge.has_dictionary) return false;
  LocaleWords words(settings, facts);
  return any_reported_fact(
      facts, [&](const Fact& fact) { return !words.unknown_part(told_word(fact)).empty(); });
}

}  // namespace

CheckKind unknown_words() {
  return {"unknown_words",
          "The words of a translation stand in a dictionary, in the source or in other posts.",
          {"word", "count", "suggestions", "found", "expected"},
          [](Params& params) -> Check {
            const Settings settings{.used_in = params.count("used_in", 3)};
            return SiteCheck{
                .contribute = contributed,
                .judge = [settings](const LocaleFacts& facts) { return judged(settings, facts); },
                .needs_others =
                    [settings](const LocaleFacts& facts) { return needs_others(settings, facts); },
                .needs_dictionary = true};
          }};
}

}  // namespace recto::checks
