#pragma once

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

/// Which of the translations at the paths `asked` did not follow the changes of their sources,
/// judged between `before`, the posts that changed as they were, and the posts as they are.
Freshness judge_freshness(const Plan& plan, const FileContents& before,
                          const std::set<std::string>& asked, const std::string& name_of_before);

/// Whether `diagnostic` is about a place that is behind a changed source.
bool is_about_stale(const Diagnostic& diagnostic, const Freshness& freshness);

}  // namespace recto
