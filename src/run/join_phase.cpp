#include "run/join_phase.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>
#include <variant>

#include "base/parallel.h"
#include "run/allowances.h"
#include "run/diagnose.h"
#include "run/word_judge.h"
#include "text/speller.h"

namespace recto {
namespace {

struct LocaleTask {
  Locale locale;
  FactsByRule facts;
  RememberingDictionary* dictionary = nullptr;
  JoinResult result;
};

/// Longest first, by what may take long, opening the dictionary, so that no thread is left alone
/// with the largest one at the end.
std::vector<LocaleTask*> in_order_of_work(std::vector<LocaleTask>& tasks) {
  std::vector<LocaleTask*> order;
  order.reserve(tasks.size());
  for (LocaleTask& task : tasks) order.push_back(&task);
  std::stable_sort(order.begin(), order.end(), [](const LocaleTask* left, const LocaleTask* right) {
    return left->dictionary->size() > right->dictionary->size();
  });
  return order;
}

RememberingDictionary& dictionary_of(const Plan& plan, const Locale& locale) {
  return plan.opened_dictionaries->of(locale, plan.dictionary_name(locale), plan.posts.root,
                                      plan.cache);
}

std::vector<LocaleTask> joined(const Plan& plan, std::vector<SourceResult>& results) {
  std::map<std::string, FactsByRule> by_locale;
  for (SourceResult& result : results) {
    for (auto& [tag, rules] : result.facts) {
      for (auto& [rule, facts] : rules) {
        auto& all = by_locale[tag][rule];
        std::move(facts.begin(), facts.end(), std::back_inserter(all));
      }
    }
    result.facts.clear();
  }
  std::vector<LocaleTask> tasks;
  for (auto& [tag, facts] : by_locale) {
    // Work finishes in any order: the facts are judged in one.
    for (auto& [rule, pairs] : facts) {
      std::sort(pairs.begin(), pairs.end(), [](const PairFacts& left, const PairFacts& right) {
        return left.translation_path < right.translation_path;
      });
    }
    const Locale locale = parse_locale(tag).value_or(Locale{.language = tag});
    tasks.push_back({locale, std::move(facts), &dictionary_of(plan, locale), {}});
  }
  return tasks;
}

std::string missing_dictionary_note(const Plan& plan, const Locale& locale) {
  const std::string unchecked = ": its spelling is not checked";
  const std::string name = plan.dictionary_name(locale);
  if (!name.empty()) {
    return "no Hunspell dictionary `" + name + "`, which recto.yaml names for " + locale.tag() +
           unchecked;
  }
  std::string note = "no Hunspell dictionary for " + locale.tag() + unchecked;
  if (const auto package = dictionary_package(locale)) {
    note += "; on Debian: apt-get install " + *package;
  }
  return note;
}

const ActiveRule* find_rule(const Plan& plan, const std::string& translation_path,
                            const std::string& name) {
  const auto& rules = *plan.rules_by_path.at(translation_path);
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const ActiveRule& rule) { return rule.rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

/// Posts without remarks, by the path of the translation; of those, headings are all that is asked.
using KnownHeadings = std::map<std::string, PairHeadings>;

/// Both sides of a pair, source first. The posts were freed after the first phase: those with
/// findings are read again for places and excerpts, and where remarks must be known parsed again.
std::pair<Post, Post> posts_of(const Plan& plan, const PairFacts& pair, const Locale& locale,
                               const KnownHeadings& headings) {
  const auto known = headings.find(pair.translation_path);
  if (known == headings.end()) {
    return {plan.posts.read(pair.source_path, plan.source_locale),
            plan.posts.read(pair.translation_path, locale)};
  }
  return {sketched(pair.source_path, plan.source_locale, plan.posts.content(pair.source_path).bytes,
                   known->second.source),
          sketched(pair.translation_path, locale, plan.posts.content(pair.translation_path).bytes,
                   known->second.translation)};
}

void diagnose_pair(const Plan& plan, const PairFacts& pair, const Locale& locale,
                   const KnownHeadings& headings, const std::string& rule_name,
                   const std::vector<Finding>& findings, JoinResult& result) {
  const ActiveRule* rule = find_rule(plan, pair.translation_path, rule_name);
  if (rule == nullptr || !pair.is_reported) return;
  const auto [source, translation] = posts_of(plan, pair, locale, headings);
  const Diagnoser diagnoser(translation, &source);
  const Allowances allowances(plan, translation, &source);
  for (const Finding& finding : findings) {
    const auto answer = allowances.ask(rule->rule, finding, result.used);
    auto diagnostic = diagnoser.diagnose(*rule, finding);
    if (!diagnostic || answer.is_allowed) continue;
    note_expiry(answer, *diagnostic);
    result.diagnostics.push_back(std::move(*diagnostic));
  }
}

/// Whether all pairs of the locale are reported, here or in another shard.
bool is_whole(const Plan& plan, const Locale& locale) {
  const auto is_reported = [&](const PlannedPair& pair) {
    return pair.is_reported || pair.translation.locale != locale;
  };
  return plan.is_sharded ||
         std::all_of(plan.sources.begin(), plan.sources.end(), [&](const PlannedSource& source) {
           return std::all_of(source.pairs.begin(), source.pairs.end(), is_reported);
         });
}

void judge_locale(const Plan& plan, const KnownHeadings& headings, LocaleTask& task) {
  Stats* stats = plan.is_measured ? &task.result.stats : nullptr;
  Stopwatch watch(stats);
  const WordJudge judge = task.dictionary->judge(stats);
  const bool has_all = is_whole(plan, task.locale);
  for (const auto& [rule_name, pairs] : task.facts) {
    const ActiveRule* rule = find_rule(plan, pairs.front().translation_path, rule_name);
    if (rule == nullptr) continue;
    const auto& check = std::get<SiteCheck>(rule->check);
    const LocaleFacts facts{task.locale, pairs, plan.words.at(task.locale.tag()), judge, has_all};
    std::map<std::size_t, std::vector<Finding>> by_pair;
    for (SiteFinding& found : check.judge(facts)) {
      by_pair[found.pair].push_back(std::move(found.finding));
    }
    for (const auto& [index, findings] : by_pair) {
      diagnose_pair(plan, pairs[index], task.locale, headings, rule_name, findings, task.result);
    }
    const bool lacks_dictionary = check.needs_dictionary && !judge.has_dictionary;
    if (lacks_dictionary && can_be_spell_checked(task.locale)) {
      task.result.lacks_dictionary = true;
      task.result.notes.push_back(missing_dictionary_note(plan, task.locale));
    }
    watch.lap(Stage::join, rule_name);
  }
  task.dictionary->save();
  watch.lap(Stage::join);
  // What dictionaries took was measured inside.
  if (stats != nullptr) stats->at(Stage::join) -= stats->at(Stage::dictionaries);
}

/// Whether a finding may be what most posts of its locale do.
bool has_custom(const std::vector<SourceResult>& results) {
  return std::any_of(results.begin(), results.end(), [](const SourceResult& result) {
    return std::any_of(result.customs.begin(), result.customs.end(),
                       [](const CustomUse& use) { return use.diagnostic.has_value(); });
  });
}

bool needs_others(const Plan& plan, const LocaleTask& task, Opening opening) {
  const WordJudge judge = task.dictionary->judge(nullptr, opening);
  return std::any_of(task.facts.begin(), task.facts.end(), [&](const auto& entry) {
    const auto& [rule_name, pairs] = entry;
    const ActiveRule* rule = find_rule(plan, pairs.front().translation_path, rule_name);
    const LocaleFacts facts{task.locale, pairs, plan.words.at(task.locale.tag()), judge, false};
    return rule != nullptr && std::get<SiteCheck>(rule->check).needs_others(facts);
  });
}

}  // namespace

bool needs_others(const Plan& plan, const std::vector<SourceResult>& results, Opening opening,
                  std::size_t jobs) {
  if (has_custom(results)) return true;
  std::vector<SourceResult> told;
  told.reserve(results.size());
  for (const SourceResult& result : results) told.push_back({.facts = result.facts});
  std::vector<LocaleTask> tasks = joined(plan, told);
  const std::vector<LocaleTask*> order = in_order_of_work(tasks);
  std::atomic<bool> answer = false;
  for_each_index(order.size(), jobs, [&](std::size_t i) {
    if (!answer && needs_others(plan, *order[i], opening)) answer = true;
  });
  return answer;
}

JoinResult judge_locales(const Plan& plan, std::vector<SourceResult>& results, std::size_t jobs) {
  std::vector<LocaleTask> tasks = joined(plan, results);
  const std::vector<LocaleTask*> order = in_order_of_work(tasks);
  KnownHeadings headings;
  for (SourceResult& result : results) headings.merge(result.headings);
  for_each_index(order.size(), jobs,
                 [&](std::size_t i) { judge_locale(plan, headings, *order[i]); });
  JoinResult all;
  for (LocaleTask& task : tasks) {
    all.lacks_dictionary = all.lacks_dictionary || task.result.lacks_dictionary;
    std::move(task.result.diagnostics.begin(), task.result.diagnostics.end(),
              std::back_inserter(all.diagnostics));
    all.used.merge(task.result.used);
    all.stats.add(task.result.stats);
    std::move(task.result.notes.begin(), task.result.notes.end(), std::back_inserter(all.notes));
  }
  return all;
}

}  // namespace recto
