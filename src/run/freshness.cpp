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

class Judge {
 public:
  Judge(const Plan& plan, const FileContents& before, const std::set<std::string>& asked,
        const std::string& name_of_before)
      : plan_(plan), before_(before), asked_(asked), name_of_before_(name_of_before) {}

  Freshness freshness;

  /// Of posts that take too much work nothing is told: that they do is reported by itself.
  void judge(const PlannedSource& planned) {
    try {
      compare(planned);
    } catch (const TooMuchWork&) {
    }
  }

 private:
  void compare(const PlannedSource& planned) {
    const bool is_asked = std::any_of(
        planned.pairs.begin(), planned.pairs.end(),
        [&](const PlannedPair& pair) { return asked_.contains(pair.translation.path); });
    if (!is_asked) return;
    const Post source_before = old_post(planned.path, plan_.source_locale);
    const Post source_now = plan_.posts.read(planned.path, plan_.source_locale);
    if (!source_before.is_readable() || !source_now.is_readable()) return;
    Work work(plan_.posts.limits.pair_work);
    const std::vector<ChangedBlock> changed = changed_blocks(source_before, source_now, work);
    if (changed.empty()) return;
    std::vector<std::vector<std::string>> locales(changed.size());
    std::vector<const ActiveRule*> rules(changed.size());
    for (const PlannedPair& pair : planned.pairs) {
      const Translation& translation = pair.translation;
      if (translation.is_variant_of_source || !asked_.contains(translation.path)) continue;
      Work pair_work(plan_.posts.limits.pair_work);
      const States states(source_before, source_now, old_post(translation.path, translation.locale),
                          plan_.posts.read(translation.path, translation.locale), pair_work);
      for (std::size_t i = 0; i < changed.size(); ++i) {
        if (!states.now.is_readable() || !states.is_behind(changed[i])) continue;
        freshness.changed[translation.path].push_back(span_of(source_now, changed[i].now));
        const Run behind = states.runs_now[changed[i].now.first];
        Finding finding{.source = span_of(source_now, changed[i].now)};
        if (behind.count > 0) {
          finding.span = span_of(states.now, behind);
          freshness.behind[translation.path].push_back(finding.span);
        }
        const ActiveRule* rule = rule_of_kind(*pair.rules, "stale_block");
        if (rule == nullptr || is_allowed(*rule, source_now, states.now, finding)) continue;
        if (rules[i] == nullptr || rule->severity > rules[i]->severity) rules[i] = rule;
        locales[i].push_back(translation.locale.tag());
      }
    }
    for (std::size_t i = 0; i < changed.size(); ++i) {
      if (!locales[i].empty()) report(source_now, changed[i], *rules[i], locales[i]);
    }
  }

  Post old_post(const std::string& path, const Locale& locale) const {
    const auto found = before_.find(path);
    if (found == before_.end()) return plan_.posts.read(path, locale);
    return plan_.posts.parsed(path, locale, found->second);
  }

  bool is_allowed(const ActiveRule& rule, const Post& source, const Post& translation,
                  const Finding& finding) const {
    UsedAllowances used;  // nobody asks: what is stale today is not tomorrow
    return Allowances(plan_, translation, &source).ask(rule.rule, finding, used).is_allowed;
  }

  void report(const Post& source, const ChangedBlock& block, const ActiveRule& rule,
              std::vector<std::string> locales) {
    std::sort(locales.begin(), locales.end());
    Finding finding{.span = span_of(source, block.now)};
    const auto [found, expected] = short_quotes(block.old_text, block.new_text);
    finding.fields = {{"locales", joined(locales, ", ")},
                      {"since", name_of_before_},
                      {"expected", expected},
                      {"found", found}};
    if (block.before.count == 0) finding.variant = "new";
    const bool is_typo = !block.old_text.empty() &&
                         edit_distance(block.old_text, block.new_text, kTypo) <= kTypo &&
                         digits_of(block.old_text) == digits_of(block.new_text);
    if (is_typo) finding.certainty = Certainty::unsure;
    if (auto diagnostic = Diagnoser(source, nullptr).diagnose(rule, finding)) {
      freshness.diagnostics.push_back(std::move(*diagnostic));
    }
  }

  const Plan& plan_;
  const FileContents& before_;
  const std::set<std::string>& asked_;
  const std::string& name_of_before_;
};

bool touches(const std::map<std::string, std::vector<Span>>& places, const std::string& path,
             Span span) {
  const auto found = places.find(path);
  if (found == places.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](Span place) { return place.holds(span); });
}

}  // namespace

Freshness judge_freshness(const Plan& plan, const FileContents& before,
                          const std::set<std::string>& asked, const std::string& name_of_before) {
  Judge judge(plan, before, asked, name_of_before);
  for (const PlannedSource& source : plan.sources) {
    if (before.contains(source.path)) judge.judge(source);
  }
  return std::move(judge.freshness);
}

bool is_about_stale(const Diagnostic& diagnostic, const Freshness& freshness) {
  const std::string& path = diagnostic.at.path;
  if (diagnostic.source && touches(freshness.changed, path, diagnostic.source->span)) return true;
  return touches(freshness.behind, path, diagnostic.at.span);
}

}  // namespace recto
