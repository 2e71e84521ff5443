#include "run/learn_terms.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/joined.h"
#include "base/parallel.h"
#include "checks/names.h"
#include "checks/short_units.h"
#include "run/comparison.h"
#include "text/language.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// Of a hundred posts with a term, how many must render it alike; and keep a name.
constexpr std::size_t kAgreement = 75;
constexpr std::size_t kKeeping = 90;

using Counts = std::map<std::string, std::size_t>;

/// What one pair shows: each unit once.
struct Lesson {
  std::string path;  // of the source
  std::string locale;
  /// Source and translation; whether they stand anywhere but in headings.
  std::map<std::pair<std::string, std::string>, bool> units;
  std::map<std::string, checks::NameUse> names;
  std::set<std::string> words;  // those of `names` that the source has in small letters, too
};

/// What all posts show about one source text.
struct Tally {
  Counts sources;                                                   // as written
  std::map<std::string, std::map<std::string, Counts>> renderings;  // by locale, folded; as written
  bool is_heading = true;                                           // and nothing else
  std::string first_path;
};

struct NameTally {
  std::map<std::string, checks::NameUse> by_locale;
  std::map<std::string, std::size_t> posts;  // by locale
  std::size_t all_posts = 0;
  std::size_t word_posts = 0;  // that have it in small letters, too
  std::string first_path;
};

/// Those of `names` that `source` has in small letters, too: `Art` beside `art`.
std::set<std::string> ordinary_words(const std::map<std::string, checks::NameUse>& names,
                                     const Post& source) {
  std::set<std::string_view> written;
  for (const Span span : word_spans(source.text, source.locale)) {
    written.insert(slice(source.text, span));
  }
  std::set<std::string> words;
  for (const auto& [name, use] : names) {
    if (written.contains(lower_case(name, source.locale))) words.insert(name);
  }
  return words;
}

/// Throws TooMuchWork.
void learn(const Plan& plan, const Post& source, const Post& translation, Lesson& lesson) {
  const Comparison comparison = compared(plan, source, evidence_of(source), translation);
  const Vocabulary source_words(source, source.locale);
  const Vocabulary translation_words(translation, source.locale);
  const Subject subject{source,
                        translation,
                        comparison.alignment,
                        comparison.causes,
                        comparison.keys,
                        plan.policy,
                        plan.locale_terms.at(lesson.locale),
                        plan.words.at(lesson.locale),
                        source_words,
                        translation_words};
  for (checks::ShortUnit& unit : checks::short_units(subject)) {
    const auto unit_of = std::pair(std::move(unit.source), std::move(unit.translation));
    lesson.units[unit_of] = lesson.units[unit_of] || !unit.is_heading;
  }
  lesson.names = checks::kept_names(subject);
  lesson.words = ordinary_words(lesson.names, source);
}

Lesson lesson_of(const Plan& plan, const Post& source, const PlannedPair& pair) {
  const Translation& place = pair.translation;
  Lesson lesson{.path = source.path, .locale = place.locale.tag()};
  const Post translation = plan.posts.read(place.path, place.locale);
  if (!source.is_readable() || !translation.is_readable()) return lesson;
  try {
    learn(plan, source, translation, lesson);
  } catch (const TooMuchWork&) {  // such a pair teaches nothing
  }
  return lesson;
}

std::vector<Lesson> lessons(const Plan& plan, std::size_t jobs) {
  std::vector<std::vector<Lesson>> by_source(plan.sources.size());
  for_each_index(by_source.size(), jobs, [&](std::size_t i) {
    const Post source = plan.posts.read(plan.sources[i].path, plan.source_locale);
    for (const PlannedPair& pair : plan.sources[i].pairs) {
      if (!pair.translation.is_variant_of_source) {
        by_source[i].push_back(lesson_of(plan, source, pair));
      }
    }
  });
  std::vector<Lesson> all;
  for (auto& some : by_source) std::move(some.begin(), some.end(), std::back_inserter(all));
  std::sort(all.begin(), all.end(), [](const Lesson& left, const Lesson& right) {
    return std::tie(left.path, left.locale) < std::tie(right.path, right.locale);
  });
  return all;
}

/// The entry with the highest count, the first of equals.
template <typename Map, typename Count>
auto most(const Map& map, Count count) {
  return std::max_element(map.begin(), map.end(), [&](const auto& left, const auto& right) {
    return count(left.second) < count(right.second);
  });
}

std::size_t total(const Counts& counts) {
  std::size_t sum = 0;
  for (const auto& [text, count] : counts) sum += count;
  return sum;
}

/// Of equals the last one: small letters come behind capitals, which a heading may owe to its
/// place.
std::string usual_form(const Counts& counts) {
  std::string form;
  std::size_t best = 0;
  for (const auto& [text, count] : counts) {
    if (count < best) continue;
    best = count;
    form = text;
  }
  return form;
}

std::string share(const std::string& locale, std::size_t part, std::size_t whole) {
  return locale + " " + std::to_string(part) + " of " + std::to_string(whole);
}

std::string evidence(const std::vector<std::string>& shares, const std::string& unit,
                     const std::string& path) {
  return joined(shares, ", ") + " " + unit + "; first in " + path;
}

/// Whether a text is more than a name for something: `Why it matters`.
bool has_small_words(const std::string& text, const Locale& locale) {
  const std::vector<Span> words = word_spans(text, locale);
  return std::any_of(words.begin(), words.end(), [&](const Span word) {
    return (languages_of(lower_case(slice(text, word), locale)) & language_bit(locale)) != 0;
  });
}

/// What the locales agree on about one source text; no proposal without a locale that does.
std::optional<Proposal> agreed(const Tally& tally, std::size_t least_posts,
                               const Locale& source_locale) {
  Proposal proposal{.term = {.source = usual_form(tally.sources)}};
  // Titles of sections are rendered alike as well, and are no terms.
  if (tally.is_heading || has_small_words(proposal.term.source, source_locale)) return std::nullopt;
  std::vector<std::string> shares;
  for (const auto& [locale, renderings] : tally.renderings) {
    std::size_t posts = 0;
    for (const auto& [text, counts] : renderings) posts += total(counts);
    const auto top = most(renderings, total);
    const std::size_t agreeing = total(top->second);
    if (agreeing < least_posts || agreeing * 100 < posts * kAgreement) continue;
    // What is not translated is no rendering; names are judged by their own evidence.
    if (top->first == folded(proposal.term.source)) continue;
    proposal.term.by_locale[locale].use = {usual_form(top->second)};
    shares.push_back(share(locale, agreeing, posts));
  }
  if (shares.empty()) return std::nullopt;
  proposal.evidence = evidence(shares, "posts", tally.first_path);
  return proposal;
}

std::optional<Proposal> kept(const std::string& name, const NameTally& tally,
                             std::size_t least_posts) {
  if (tally.word_posts * 2 > tally.all_posts) return std::nullopt;
  Proposal proposal{.term = {.source = name, .keep = true, .match_case = true}};
  std::vector<std::string> shares;
  bool has_enough = false;
  for (const auto& [locale, use] : tally.by_locale) {
    if (use.kept * 100 < use.count * kKeeping) return std::nullopt;
    has_enough = has_enough || tally.posts.at(locale) >= least_posts;
    shares.push_back(share(locale, use.kept, use.count));
  }
  if (!has_enough) return std::nullopt;
  proposal.evidence = evidence(shares, "places", tally.first_path);
  return proposal;
}

}  // namespace

std::vector<Proposal> learnt_terms(const Plan& plan, std::size_t least_posts, std::size_t jobs) {
  std::map<std::string, Tally> tallies;
  std::map<std::string, NameTally> names;
  for (const Lesson& lesson : lessons(plan, jobs)) {
    for (const auto& [unit, is_more_than_heading] : lesson.units) {
      const auto& [source, translation] = unit;
      Tally& tally = tallies[folded(source)];
      ++tally.sources[source];
      ++tally.renderings[lesson.locale][folded(translation)][translation];
      if (is_more_than_heading) tally.is_heading = false;
      if (tally.first_path.empty()) tally.first_path = lesson.path;
    }
    for (const auto& [name, use] : lesson.names) {
      NameTally& tally = names[name];
      tally.by_locale[lesson.locale] += use;
      ++tally.posts[lesson.locale];
      ++tally.all_posts;
      tally.word_posts += lesson.words.contains(name) ? 1 : 0;
      if (tally.first_path.empty()) tally.first_path = lesson.path;
    }
  }
  std::map<std::string, Proposal> proposals;  // by folded source
  for (const auto& [source, tally] : tallies) {
    if (auto proposal = agreed(tally, least_posts, plan.source_locale))
      proposals.emplace(source, *std::move(proposal));
  }
  for (const auto& [name, tally] : names) {
    if (auto proposal = kept(name, tally, least_posts)) {
      proposals.emplace(folded(name), *std::move(proposal));
    }
  }
  std::vector<Proposal> sorted;
  sorted.reserve(proposals.size());
  for (auto& [source, proposal] : proposals) sorted.push_back(std::move(proposal));
  return sorted;
}

}  // namespace recto
