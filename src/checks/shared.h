#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checks/html_runs.h"
#include "checks/images.h"
#include "checks/item_doubts.h"
#include "checks/language_runs.h"
#include "checks/links.h"
#include "checks/matched_code.h"
#include "checks/passages.h"
#include "text/language.h"

namespace recto::checks {

/// What several checks make of a pair: the first one that asks for it makes it. One thread at a
/// time.
struct Shared {
  std::optional<std::vector<PairedPassage>> passages;
  std::optional<std::vector<Mixture>> mixtures;  // the languages of each of the passages
  std::optional<MatchedCode> code;
  std::optional<ComparedLinks> links;
  std::optional<ComparedImages> images;
  std::optional<ItemDoubts> item_doubts;
  std::optional<HtmlForMarkdown> html;
  std::optional<std::vector<LeftRun>> left;
  std::optional<std::vector<ForeignRun>> foreign;
  std::optional<bool> is_other_version;
  std::optional<bool> is_stub;
  std::optional<std::set<std::string>> step_words;  // `step` of `Step 1:`, of the source's headings
};

}  // namespace recto::checks
