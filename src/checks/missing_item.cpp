// missing_item: list items of the source that the translation lacks.

#include "checks/items.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  const auto others = lone_items(subject.translation, extra_blocks(subject));
  for (const LoneItems& lone : lone_items(subject.source, missing_blocks(subject))) {
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
