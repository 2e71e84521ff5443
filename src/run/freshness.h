#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "run/plan.h"

namespace recto {

/// What a change of sources means for their translations.
struct Freshness {
  std::vector<Diagnostic> diagnostics;  // freshness/stale, one a source block
  /// Places in translations that are behind, by path: what is wrong there is no drift.
  std::map<std::string, std::vector<Span>> behind;
  /// Blocks of the source that these translations are behind, by the path of the translation.
  std::map<std::string, std::vector<Span>> changed;
};

/// What translations are held against: a state of the site that was.
struct EarlierState {
  FileContents posts;                  // those that changed, as they were
  std::set<std::string> translations;  // that are asked about, by path
  std::string name;                    // as people are told: a ref, a day
};

/// Which translations did not follow the changes of their sources between `states`, the earliest
/// first, and the posts as they are.
Freshness judge_freshness(const Plan& plan, const std::vector<EarlierState>& states);

/// Puts what is stale into `diagnostics`, and takes out what is about places that are behind.
void add_freshness(Freshness freshness, std::vector<Diagnostic>& diagnostics);

}  // namespace recto
