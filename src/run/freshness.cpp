#include "run/freshness.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "align/align.h"
#include "base/ascii.h"
#include "base/joined.h"
#include "run/allowances.h"
#include "run/diagnose.h"
#include "text/excerpt.h"
#include "text/similarity.h"

// A source changes, and its translations do not follow at once. Both states of the source are
// aligned: a block whose words changed, or that is new, makes a translation stale whose own block
// is what it was. Edits that only format are none, since blocks are compared as a reader sees them.

namespace recto {
namespace {

constexpr std::size_t kTypo = 2;  // changed letters: a slip that was mended, no other statement

/// What a reader sees of a run of blocks.
std::string text_of(const Post& post, const Run& run) {
  std::string text;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    text += (text.empty() ? "" : " ") + collapsed(plain_text(post, post.blocks[i]));
  }
  return text;
}

/// A block of the source that is not what it was; `before` is empty for a new one.
struct ChangedBlock {
  Run before;
  Run now;
  std::string old_text;
  std::string new_text;
};

std::vector<ChangedBlock> changed_blocks(const Post& before, const Post& now, Work& work) {
  std::vector<ChangedBlock> changed;
  for (const Match& match : align(before, now, work)) {
    if (match.translation.count == 0) continue;  // removed: block/extra says so
    ChangedBlock block{match.source, match.translation, text_of(before, match.source),
                       text_of(now, match.translation)};
    if (block.old_text != block.new_text) changed.push_back(std::move(block));
  }
  return changed;
}

/// For each block of `source` those of the translation that stand for it.
std::vector<Run> counterparts(const Post& source, const Alignment& alignment) {
  std::vector<Run> runs(source.blocks.size());
  for (const Match& match : alignment) {
    std::fill_n(runs.begin() + static_cast<std::ptrdiff_t>(match.source.first), match.source.count,
                match.translation);
  }
  return runs;
}

/// A translation in both states, aligned with the source of its time.
struct States {
  Post before;
  Post now;
  std::vector<Run> runs_before;  // by blocks of the source
  std::vector<Run> runs_now;
  std::set<std::string> old_texts;

  States(const Post& source_before, const Post& source_now, Post translation_before,
         Post translation_now, Work& work)
      : before(std::move(translation_before)),
        now(std::move(translation_now)),
        runs_before(counterparts(source_before, align(source_before, before, work))),
        runs_now(counterparts(source_now, align(source_now, now, work))) {
    for (std::size_t i = 0; i < before.blocks.size(); ++i) {
      old_texts.insert(text_of(before, {i, 1}));
    }
  }

  /// Whether the translation says of the changed block what it said before, or nothing.
  bool is_behind(const ChangedBlock& block) const {
    const std::string now_says = text_of(now, runs_now[block.now.first]);
    if (block.before.count == 0) return now_says.empty() || old_texts.contains(now_says);
    return now_says == text_of(before, runs_before[block.before.first]);
  }
};

/// A changed block that some translations did not follow.
struct StaleBlock {
  ChangedBlock block;
  std::string since;  // the name of the earliest state
  const ActiveRule* rule = nullptr;
  std::vector<std::string> locales;
};

class Judge {
 public:
  Judge(const Plan& plan, const std::vector<EarlierState>& states) : plan_(plan), states_(states) {}

  Freshness freshness;

  /// Of posts that take too much work nothing is told: that they do is reported by itself.
  void judge(const PlannedSource& planned) {
    const auto concerns = [&](const EarlierState& state) { return is_about(state, planned); };
    if (std::none_of(states_.begin(), states_.end(), concerns)) return;
    const Post source = plan_.posts.read(planned.path, plan_.source_locale);
    if (!source.is_readable()) return;
    stale_.clear();
    try {
      for (const EarlierState& state : states_) {
        if (concerns(state)) compare(planned, source, state);
      }
    } catch (const TooMuchWork&) {
    }
    for (StaleBlock& stale : stale_) report(source, stale);
  }

 private:
  /// Whether the source was another one in `state`, and one of its translations is asked about.
  static bool is_about(const EarlierState& state, const PlannedSource& planned) {
    if (!state.posts.contains(planned.path)) return false;
    return std::any_of(planned.pairs.begin(), planned.pairs.end(), [&](const PlannedPair& pair) {
      return state.translations.contains(pair.translation.path);
    });
  }

  void compare(const PlannedSource& planned, const Post& source_now, const EarlierState& state) {
    const Post source_before = old_post(state, planned.path, plan_.source_locale);
    if (!source_before.is_readable()) return;
    Work work(plan_.posts.limits.pair_work);
    const std::vector<ChangedBlock> changed = changed_blocks(source_before, source_now, work);
    if (changed.empty()) return;
    for (const PlannedPair& pair : planned.pairs) {
      const Translation& translation = pair.translation;
      if (translation.is_variant_of_source || !state.translations.contains(translation.path)) {
        continue;
      }
      Work pair_work(plan_.posts.limits.pair_work);
      const States states(source_before, source_now,
                          old_post(state, translation.path, translation.locale),
                          plan_.posts.read(translation.path, translation.locale), pair_work);
      if (!states.now.is_readable()) continue;
      for (const ChangedBlock& block : changed) {
        if (states.is_behind(block)) note(pair, source_now, states, block, state.name);
      }
    }
  }

  void note(const PlannedPair& pair, const Post& source, const States& states,
            const ChangedBlock& block, const std::string& since) {
    const std::string& path = pair.translation.path;
    freshness.changed[path].push_back(span_of(source, block.now));
    const Run behind = states.runs_now[block.now.first];
    Finding finding{.source = span_of(source, block.now)};
    if (behind.count > 0) {
      finding.span = span_of(states.now, behind);
      freshness.behind[path].push_back(finding.span);
    }
    const ActiveRule* rule = rule_of_kind(*pair.rules, "block_stale");
    if (rule == nullptr || is_allowed(*rule, source, states.now, finding)) return;
    StaleBlock& stale = stale_block(block, since);
    if (stale.rule == nullptr || rule->severity > stale.rule->severity) stale.rule = rule;
    stale.locales.push_back(pair.translation.locale.tag());
  }

  /// What is known of `block`, of another translation or state, too, which say the same of it.
  StaleBlock& stale_block(const ChangedBlock& block, const std::string& since) {
    const auto known = std::find_if(stale_.begin(), stale_.end(), [&](const StaleBlock& stale) {
      return stale.block.now == block.now && stale.block.old_text == block.old_text;
    });
    if (known != stale_.end()) return *known;
    stale_.push_back({.block = block, .since = since});
    return stale_.back();
  }

  Post old_post(const EarlierState& state, const std::string& path, const Locale& locale) const {
    const auto found = state.posts.find(path);
    if (found == state.posts.end()) return plan_.posts.read(path, locale);
    return plan_.posts.parsed(path, locale, found->second);
  }

  bool is_allowed(const ActiveRule& rule, const Post& source, const Post& translation,
                  const Finding& finding) const {
    UsedAllowances used;  // nobody asks: what is stale today is not tomorrow
    return Allowances(plan_, translation, &source).ask(rule.rule, finding, used).is_allowed;
  }

  void report(const Post& source, StaleBlock& stale) {
    const ChangedBlock& block = stale.block;
    std::sort(stale.locales.begin(), stale.locales.end());
    Finding finding{.span = span_of(source, block.now)};
    const auto [found, expected] = short_quotes(block.old_text, block.new_text);
    finding.fields = {{"locales", joined(stale.locales, ", ")},
                      {"since", stale.since},
                      {"expected", expected},
                      {"found", found}};
    if (block.before.count == 0) finding.variant = "new";
    const bool is_typo = !block.old_text.empty() &&
                         edit_distance(block.old_text, block.new_text, kTypo) <= kTypo &&
                         digits_of(block.old_text) == digits_of(block.new_text);
    if (is_typo) finding.certainty = Certainty::unsure;
    if (auto diagnostic = Diagnoser(source, nullptr).diagnose(*stale.rule, finding)) {
      freshness.diagnostics.push_back(std::move(*diagnostic));
    }
  }

  const Plan& plan_;
  const std::vector<EarlierState>& states_;
  std::vector<StaleBlock> stale_;  // of the source that is judged
};

bool touches(const std::map<std::string, std::vector<Span>>& places, const std::string& path,
             Span span) {
  const auto found = places.find(path);
  if (found == places.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](Span place) { return place.holds(span); });
}

/// Whether `diagnostic` is about a place that is behind a changed source.
bool is_about_stale(const Diagnostic& diagnostic, const Freshness& freshness) {
  const std::string& path = diagnostic.at.path;
  if (diagnostic.source && touches(freshness.changed, path, diagnostic.source->span)) return true;
  return touches(freshness.behind, path, diagnostic.at.span);
}

}  // namespace

Freshness judge_freshness(const Plan& plan, const std::vector<EarlierState>& states) {
  Judge judge(plan, states);
  for (const PlannedSource& source : plan.sources) judge.judge(source);
  return std::move(judge.freshness);
}

void add_freshness(Freshness freshness, std::vector<Diagnostic>& diagnostics) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return is_about_stale(diagnostic, freshness);
  });
  std::move(freshness.diagnostics.begin(), freshness.diagnostics.end(),
            std::back_inserter(diagnostics));
  std::sort(diagnostics.begin(), diagnostics.end(), stands_before);
}

}  // namespace recto
