#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "checks/check.h"
#include "run/plan.h"

namespace recto {

/// What the pairs of a locale contributed to one site rule.
using FactsByRule = std::map<std::string, std::vector<PairFacts>>;

/// A finding of a kind that most posts of a locale may have in the same way.
struct CustomUse {
  std::string path;  // of the translation
  std::string rule;
  Locale locale;
  std::string custom;                     // the fields by which customs are told apart
  std::string message;                    // but for the counts
  std::optional<std::size_t> diagnostic;  // of SourceResult; none when the pair is not reported
};

/// What came of one source post and its translations.
struct SourceResult {
  std::vector<Diagnostic> diagnostics;
  std::vector<CustomUse> customs;
  std::map<std::string, FactsByRule> facts;  // by locale tag
};

/// The first phase for one source post: reads it once, and for each translation reads, aligns and
/// checks. Posts are freed before it returns. Safe to call from several threads.
SourceResult judge_source(const Plan& plan, const PlannedSource& planned);

}  // namespace recto
