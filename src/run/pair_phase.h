#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "checks/check.h"
#include "run/plan.h"

namespace recto {

/// What the pairs of a locale contributed to one site rule.
using FactsByRule = std::map<std::string, std::vector<PairFacts>>;

/// What came of one source post and its translations.
struct SourceResult {
  std::vector<Diagnostic> diagnostics;
  std::map<std::string, FactsByRule> facts;  // by locale tag
};

/// The first phase for one source post: reads it once, and for each translation reads, aligns and
/// checks. Posts are freed before it returns. Safe to call from several threads.
SourceResult judge_source(const Plan& plan, const PlannedSource& planned);

}  // namespace recto
