#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "align/align.h"
#include "align/causes.h"
#include "align/keys.h"
#include "base/diagnostic.h"
#include "checks/facts.h"
#include "checks/locale_terms.h"
#include "checks/params.h"
#include "checks/shared.h"
#include "checks/vocabulary.h"
#include "checks/words.h"
#include "post/post.h"

namespace recto {

/// One thing that a check found. `fields` fill the rule's message; `expected` and `found` are shown
/// by machine-readable reports, too.
struct Finding {
  Span span;  // in the translation; for something missing, the empty place where it should stand
  std::map<std::string, std::string> fields;
  std::optional<Span> source;
  Certainty certainty = Certainty::sure;
  Severity at_most = Severity::error;  // where a rule is milder about some of its findings
  std::optional<Fix> fix;
  std::string variant;    // which of the rule's messages; empty for the usual one
  std::size_t count = 1;  // of places that it speaks for
};
using Findings = std::vector<Finding>;

/// Makes `finding` one that its rule is not sure of, and that nobody's fixes mend unasked.
inline void make_doubtful(Finding& finding) {
  finding.certainty = Certainty::unsure;
  if (finding.fix) finding.fix->safety = Safety::unsafe;
}

/// A pair with more findings than these is not judged.
constexpr std::size_t kMostFindings = 20'000;

/// What the site says about its own URLs and files.
struct SiteLinks {
  std::vector<std::string> hosts;  // without `www.`
  bool has_locale_prefix = true;   // `/vi/docs` is `/docs` in Vietnamese
  /// Whether there is a file at a path of the site; empty when nobody can tell.
  std::function<bool(const std::string& path)> has_file;
};
inline const SiteLinks kUnknownSite;

/// A pair, aligned, with what the site knows about it. Everything outlives the call of a check.
struct Subject {
  const Post& source;
  const Post& translation;
  const Alignment& alignment;
  const Causes& causes;
  const KeyAlignment& keys;
  const KeyPolicy& policy;
  const LocaleTerms& terms;
  const AcceptedWords& words;
  const Vocabulary& source_words;
  const Vocabulary& translation_words;
  bool is_variant_of_source = false;  // en-GB of en: nothing need be translated
  const SiteLinks& site = kUnknownSite;
  mutable checks::Shared shared{};
};

/// About one post by itself; a finding's span is in that post.
using PostCheck = std::function<Findings(const Post&)>;
/// About one pair. Pure: no output, no globals. May throw TooMuchWork.
using PairCheck = std::function<Findings(const Subject&)>;

/// The facts of one pair, and whether its findings are asked for.
struct PairFacts {
  std::string source_path;
  std::string translation_path;
  bool is_reported = true;
  Facts facts;
};

/// A finding of a site check about the pair with that index.
struct SiteFinding {
  std::size_t pair = 0;
  Finding finding;
};

/// Asks the dictionary of a locale. Each distinct word is looked up once, in this run or an earlier
/// one.
struct WordJudge {
  bool has_dictionary = false;
  /// Whether `word` is in the dictionary; only asked where there is one.
  std::function<bool(std::string_view word)> knows;
  /// Whether `word` is there, with its capitals, and no compound.
  std::function<bool(std::string_view word)> has_simple;
  /// Words near to `word`, by the dictionary alone: what `look` returns, or did when it was last
  /// called for that word.
  std::function<std::vector<std::string>(std::string_view word,
                                         const std::function<std::vector<std::string>()>& look)>
      neighbours;
};

/// The facts of the pairs of one locale, joined. Everything outlives the call.
struct LocaleFacts {
  const Locale& locale;
  const std::vector<PairFacts>& pairs;
  const AcceptedWords& words;
  const WordJudge& judge;
  bool is_whole = true;  // all pairs are reported, here or in another shard
};

/// Whether a reported pair tells a fact that passes `test`.
template <typename Test>
bool any_reported_fact(const LocaleFacts& facts, Test test) {
  for (const PairFacts& pair : facts.pairs) {
    if (!pair.is_reported) continue;
    for (const Fact& fact : pair.facts) {
      if (test(fact)) return true;
    }
  }
  return false;
}

/// A check that needs all posts of a locale: each pair contributes, then the locale is judged.
struct SiteCheck {
  std::function<Facts(const Subject&)> contribute;
  std::function<std::vector<SiteFinding>(const LocaleFacts&)> judge;
  /// Whether pairs that these facts lack, and that are not reported, could change what `judge`
  /// finds.
  std::function<bool(const LocaleFacts&)> needs_others;
  bool needs_dictionary = false;  // finds nothing in a locale without one
};

/// Reported by the pipeline itself: files that cannot be read, pairs that lack a side.
struct PipelineCheck {};

using Check = std::variant<PostCheck, PairCheck, SiteCheck, PipelineCheck>;

/// A kind of check: code that rules put to use under a name and with parameters.
struct CheckKind {
  std::string name;
  std::string summary;              // one sentence for the manual
  std::vector<std::string> fields;  // what a rule's message may use
  std::function<Check(Params&)> make;
};

/// The kind of a check over pairs that takes no parameters.
inline CheckKind pair_kind(std::string name, std::string summary, std::vector<std::string> fields,
                           Findings (*run)(const Subject&)) {
  return {std::move(name), std::move(summary), std::move(fields),
          [run](Params&) -> Check { return PairCheck(run); }};
}

/// Every kind of kinds.def.
const std::vector<CheckKind>& check_kinds();
const CheckKind* find_check_kind(std::string_view name);

}  // namespace recto
