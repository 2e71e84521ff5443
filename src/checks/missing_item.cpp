// missing_item: list items of the source that the translation lacks.

#include <algorithm>

#include "checks/items.h"
#include "checks/unmarked.h"

namespace recto::checks {
namespace {

/// Whether the items stand in a paragraph nearby whose marks make no list.
bool stand_unmarked(const LoneItems& lone, const std::vector<UnmarkedItems>& unmarked) {
  return std::any_of(unmarked.begin(), unmarked.end(), [&](const UnmarkedItems& items) {
    return items.block == lone.place || items.block + 1 == lone.place;
  });
}

Findings run(const Subject& subject) {
  Findings findings;
  const auto others = lone_items(subject.translation, extra_blocks(subject));
  const auto unmarked = unmarked_items(subject);
  for (const LoneItems& lone : lone_items(subject.source, missing_blocks(subject))) {
    if (stand_unmarked(lone, unmarked)) continue;
    const std::size_t first = lone.blocks.front();
    Finding finding{.span = place_before(subject.translation, lone.place),
                    .source = item_span(subject.source, first)};
    finding.fields = {{"item", item_text(subject.source, first)},
                      {"expected", std::string(slice(subject.source, *finding.source))},
                      {"count", std::to_string(lone.blocks.size())}};
    if (lone.blocks.size() > 1) finding.variant = "several";
    if (is_balanced(lone, others)) finding.certainty = Certainty::unsure;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind missing_item() {
  return {"missing_item",
          "Every list item of the source has one in the translation.",
          {"item", "expected", "count"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
