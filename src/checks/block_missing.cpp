// block_missing: a paragraph, quote, divider or other whole block that the translation lacks.

#include "checks/as_html.h"
#include "checks/whole_blocks.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

bool is_heading_at(const Post& post, std::size_t index) {
  return index < post.blocks.size() && post.blocks[index].kind == BlockKind::heading;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const LostBlocks& lost : missing_whole_blocks(subject)) {
    const Block& first = subject.source.blocks[lost.blocks.first];
    Finding finding{.span = place_before(subject.translation, lost.place),
                    .source = first.span,
                    .certainty = lost.certainty};
    finding.fields = {{"kind", kind_of(subject.source, first)},
                      {"expected", short_quote(slice(subject.source, first.span))},
                      {"count", std::to_string(lost.blocks.count)}};
    if (lost.blocks.count > 1) finding.variant = "several";
    // It parts what stands there all the same; a heading does so without it.
    const bool is_divider = lost.blocks.count == 1 && first.kind == BlockKind::divider;
    if (is_divider) finding.at_most = Severity::warning;
    if (is_divider && is_heading_at(subject.source, lost.blocks.first + 1)) {
      finding.certainty = Certainty::unsure;
    }
    const bool may_be_html =
        first.kind == BlockKind::paragraph && may_stand_as_html(subject, lost.place, "p");
    if (may_be_html) finding.certainty = Certainty::unsure;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind block_missing() {
  return {"block_missing",
          "Every paragraph, quote, divider, admonition and HTML block of the source has its match.",
          {"kind", "expected", "count"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
