#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "run/pair_phase.h"
#include "run/plan.h"

namespace recto {

/// What came of the second phase.
struct JoinResult {
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> notes;  // a locale without a dictionary, and the package to install
  UsedAllowances used;
  bool lacks_dictionary = false;  // of a locale that could have one
  Stats stats;
};

/// The second phase: joins the facts of each locale, which it takes out of `results`, and lets the
/// site rules judge them, locales in parallel.
JoinResult judge_locales(const Plan& plan, std::vector<SourceResult>& results, std::size_t jobs);

/// Whether pairs that are not reported, and that `results` lack, could change what is found in
/// those that are. Where no dictionary may be opened, a word without a verdict is one that nobody
/// knows.
bool needs_others(const Plan& plan, const std::vector<SourceResult>& results, Opening opening,
                  std::size_t jobs);

}  // namespace recto
