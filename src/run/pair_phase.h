#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "checks/check.h"
#include "run/allowances.h"
#include "run/fact_store.h"
#include "run/pair_memory.h"
#include "run/plan.h"
#include "run/stats.h"

namespace recto {

/// What the pairs of a locale contributed to one site rule.
using FactsByRule = std::map<std::string, std::vector<PairFacts>>;

/// What was judged, or what a pair told, that no earlier run had heard.
struct NewMemory {
  Locale locale;
  std::uint64_t key = 0;
  std::string bytes;
};

/// What a file held that had to be read.
struct ReadFile {
  std::string path;
  FileStamp stamp;
  std::uint64_t hash = 0;
};

/// What came of one source post and its translations.
struct SourceResult {
  std::vector<Diagnostic> diagnostics;
  std::vector<CustomUse> customs;
  std::vector<NewMemory> memories;
  std::vector<std::pair<Locale, std::uint64_t>> remembered;  // the keys of what was known
  std::vector<ReadFile> read;
  std::map<std::string, FactsByRule> facts;  // by locale tag
  UsedAllowances used;
  std::vector<IdleAllowance> idle;
  std::map<std::string, PairHeadings> headings;  // by translation, where neither side has remarks
  Stats stats;                                   // when the plan asks for them
};

/// The first phase for one source post: for each translation reads, aligns and checks what `store`
/// does not know, and reads the source once for all of them. Posts are freed before it returns.
/// Safe to call from several threads.
SourceResult judge_source(const Plan& plan, const FactStore& store, const PlannedSource& planned);

/// The same where `store` knows all of it, in a fraction of the time; else none.
std::optional<SourceResult> recall_source(const Plan& plan, const FactStore& store,
                                          const PlannedSource& planned);

}  // namespace recto
