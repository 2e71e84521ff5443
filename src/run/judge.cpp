#include "run/judge.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "run/allowances.h"
#include "run/baselines.h"
#include "run/customs.h"
#include "run/diagnose.h"
#include "run/fact_store.h"
#include "run/files_phase.h"
#include "run/join_phase.h"

namespace recto {
namespace {

void remember(const Plan& plan, std::vector<SourceResult>& results, FactStore& store) {
  for (SourceResult& result : results) {
    for (const auto& [locale, key] : result.remembered) store.use(locale, key);
    for (NewMemory& memory : result.memories) {
      store.add(memory.locale, memory.key, std::move(memory.bytes));
    }
    result.memories.clear();
    for (const ReadFile& file : result.read) store.files().add(file.path, file.stamp, file.hash);
  }
  store.save(plan.is_whole_site);
}

/// Fills in the results of sources, which are named by their indices in the plan.
class FirstPhase {
 public:
  using Indices = std::vector<std::size_t>;

  FirstPhase(const Plan& plan, const FactStore& store, std::size_t jobs, Progress* progress,
             std::vector<SourceResult>& results)
      : plan_(plan), store_(store), jobs_(jobs), progress_(progress), results_(results) {}

  /// Fills in what the store knows, and returns the others.
  Indices recall(const Indices& sources) const;
  void judge(const Indices& sources) const {
    for_each_index(sources.size(), jobs_, [&](std::size_t i) {
      results_[sources[i]] = judge_source(plan_, store_, plan_.sources[sources[i]]);
      advance();
    });
  }

 private:
  void advance() const {
    if (progress_ != nullptr) progress_->advance(results_.size());
  }

  const Plan& plan_;
  const FactStore& store_;
  std::size_t jobs_;
  Progress* progress_;
  std::vector<SourceResult>& results_;
};

FirstPhase::Indices FirstPhase::recall(const Indices& sources) const {
  if (!store_.is_open()) return sources;
  // A thread takes longer to begin than to recall so many.
  constexpr std::size_t kWorthAThread = 200;
  std::vector<char> is_known(sources.size());  // not bool: threads write neighbours
  for_each_index(sources.size(), std::min(jobs_, sources.size() / kWorthAThread + 1),
                 [&](std::size_t i) {
                   auto result = recall_source(plan_, store_, plan_.sources[sources[i]]);
                   if (!result) return;
                   results_[sources[i]] = std::move(*result);
                   is_known[i] = 1;
                   advance();
                 });
  Indices unknown;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (is_known[i] == 0) unknown.push_back(sources[i]);
  }
  return unknown;
}

/// Judges sources without a reported pair where they can change what is found. Where an earlier run
/// judged them, going by a few, that costs less than to open a dictionary and see.
void judge_others(const Plan& plan, std::size_t jobs, const FirstPhase& phase,
                  const FirstPhase::Indices& others, const std::vector<SourceResult>& results) {
  constexpr std::size_t kSample = 3;
  const auto are_needed = [&](Opening opening) {
    return plan.needs_all_posts || needs_others(plan, results, opening, jobs);
  };
  if (others.empty() || !are_needed(Opening::never)) return;
  const auto behind =
      others.begin() + static_cast<std::ptrdiff_t>(std::min(others.size(), kSample));
  const FirstPhase::Indices sample(others.begin(), behind);
  FirstPhase::Indices unknown = phase.recall(sample);
  const bool is_known_site = unknown.size() < sample.size();
  if (!is_known_site && !are_needed(Opening::when_asked)) return;
  const FirstPhase::Indices more = phase.recall({behind, others.end()});
  unknown.insert(unknown.end(), more.begin(), more.end());
  phase.judge(unknown);
}

void judge_all(const Plan& plan, std::size_t jobs, const FirstPhase& phase,
               const std::vector<SourceResult>& results) {
  FirstPhase::Indices reported;
  FirstPhase::Indices others;
  for (std::size_t i = 0; i < plan.sources.size(); ++i) {
    (plan.sources[i].is_reported() ? reported : others).push_back(i);
  }
  phase.judge(phase.recall(reported));
  judge_others(plan, jobs, phase, others, results);
}

/// What was allowed and nothing made use of, as far as this run can tell.
std::vector<Diagnostic> unused_allowances(const Plan& plan, std::vector<SourceResult>& results,
                                          UsedAllowances used) {
  std::vector<IdleAllowance> idle = idle_allowances(plan);
  for (SourceResult& result : results) {
    used.merge(result.used);
    std::move(result.idle.begin(), result.idle.end(), std::back_inserter(idle));
  }
  std::vector<Diagnostic> unused;
  for (IdleAllowance& allowance : idle) {
    // What recto.yaml allows may be needed in another shard.
    const bool is_known = !plan.is_sharded || allowance.id.path != plan.config_path;
    const bool can_tell = (plan.is_whole_site && is_known) || !allowance.is_shared;
    if (can_tell && !used.contains(allowance.id)) unused.push_back(std::move(allowance.diagnostic));
  }
  return unused;
}

}  // namespace

std::vector<SourceResult> judge_sources(const Plan& plan, std::size_t jobs, Progress* progress) {
  Stats stats;
  Stopwatch watch(plan.is_measured ? &stats : nullptr);
  FactStore store(plan);
  watch.lap(Stage::remember);
  std::vector<SourceResult> results(plan.sources.size());
  judge_all(plan, jobs, FirstPhase(plan, store, jobs, progress, results), results);
  watch.start();
  remember(plan, results, store);
  watch.lap(Stage::remember);
  if (!results.empty()) results.front().stats.add(stats);
  return results;
}

void judge_again(const Plan& plan, const std::set<std::string>& paths, std::size_t jobs,
                 std::vector<SourceResult>& results) {
  const FactStore store(plan);
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < plan.sources.size(); ++i) {
    const auto& pairs = plan.sources[i].pairs;
    const bool has_changed = std::any_of(pairs.begin(), pairs.end(), [&](const PlannedPair& pair) {
      return paths.contains(pair.translation.path);
    });
    if (has_changed) changed.push_back(i);
  }
  for_each_index(changed.size(), jobs, [&](std::size_t i) {
    results[changed[i]] = judge_source(plan, store, plan.sources[changed[i]]);
  });
}

bool is_file_error(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::error && diagnostic.rule.starts_with("file/");
}

Judged join(const Plan& plan, std::vector<SourceResult> results, std::size_t jobs) {
  fold_customs(plan, results);
  JoinResult joined = judge_locales(plan, results, jobs);
  Judged all{.notes = std::move(joined.notes), .lacks_dictionary = joined.lacks_dictionary};
  const auto take = [&](std::vector<Diagnostic>& diagnostics) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(all.diagnostics));
  };
  for (SourceResult& result : results) take(result.diagnostics);
  take(joined.diagnostics);
  all.stats = joined.stats;
  for (const SourceResult& result : results) all.stats.add(result.stats);
  std::vector<Diagnostic> files = judge_files(plan);
  take(files);
  std::vector<Diagnostic> unused = unused_allowances(plan, results, std::move(joined.used));
  take(unused);
  std::sort(all.diagnostics.begin(), all.diagnostics.end(), stands_before);
  number_equal_fingerprints(all.diagnostics);
  apply_baselines(plan, all);
  return all;
}

}  // namespace recto
