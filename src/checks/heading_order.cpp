// heading_order: a section that stands in another order.

#include "checks/headings.h"

namespace recto::checks {
namespace {

/// The heading of the translation before the one at `block`; null for the first.
const Block* heading_before(const Post& post, std::size_t block) {
  while (block > 0) {
    --block;
    if (post.blocks[block].kind == BlockKind::heading) return &post.blocks[block];
  }
  return nullptr;
}

Findings run(const Subject& subject) {
  Findings findings;
  std::size_t last_source = 0;
  bool was_moved = false;
  for (const HeadingPair& pair : heading_pairs(subject)) {
    // Subsections move along with their section.
    const bool belongs_to_last = was_moved && pair.match.moved && !findings.empty() &&
                                 subject.source.blocks[last_source].level < pair.source.level;
    was_moved = pair.match.moved;
    if (!pair.match.moved || belongs_to_last) continue;
    last_source = pair.match.source.first;
    const Block* before = heading_before(subject.source, pair.match.source.first);
    Finding finding{.span = pair.translation.span, .source = pair.source.span};
    finding.fields = {{"heading", heading_text(subject.source, pair.source)},
                      {"place", before != nullptr ? heading_text(subject.source, *before) : ""}};
    if (before == nullptr) finding.variant = "first";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_order() {
  return {"heading_order",
          "The sections stand in the order of the source.",
          {"heading", "place"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
