#include "run/judge.h"

#include <algorithm>
#include <cstddef>
#include <functional>
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

void remember(std::vector<SourceResult>& results, FactStore& store) {
  for (SourceResult& result : results) {
    for (const auto& [locale, key] : result.remembered) store.use(locale, key);
    for (NewMemory& memory : result.memories) {
      store.add(memory.locale, memory.key, std::move(memory.bytes));
    }
    result.memories.clear();
    for (const ReadFile& file : result.read) store.files().add(file.path, file.stamp, file.hash);
  }
  store.save();
}

/// Fills in the results that `store` knows, and returns the indices of the others, in order.
std::vector<std::size_t> recall(const Plan& plan, const FactStore& store, std::size_t jobs,
                                std::vector<SourceResult>& results,
                                const std::function<void()>& advance) {
  // A thread takes longer to begin than to recall so many.
  constexpr std::size_t kWorthAThread = 200;
  std::vector<char> is_known(results.size());  // not bool: threads write neighbours
  const auto recall_one = [&](std::size_t i) {
    auto result = recall_source(plan, store, plan.sources[i]);
    if (!result) return;
    results[i] = std::move(*result);
    is_known[i] = 1;
    advance();
  };
  const std::size_t threads = std::min(jobs, results.size() / kWorthAThread + 1);
  if (store.is_open()) for_each_index(results.size(), threads, recall_one);
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (is_known[i] == 0) unknown.push_back(i);
  }
  return unknown;
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
  const auto advance = [&] {
    if (progress != nullptr) progress->advance(results.size());
  };
  const std::vector<std::size_t> pending = recall(plan, store, jobs, results, advance);
  for_each_index(pending.size(), jobs, [&](std::size_t i) {
    results[pending[i]] = judge_source(plan, store, plan.sources[pending[i]]);
    advance();
  });
  watch.start();
  remember(results, store);
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
  fold_customs(plan, plan.is_whole_site, results);
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
