// heading_missing: a heading of the source that the translation lacks.

#include "checks/as_html.h"
#include "checks/blocks.h"
#include "checks/headings.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  for (const LoneHeadings& lone : missing_headings(subject)) {
    const Block& heading = subject.source.blocks[lone.blocks.front()];
    Finding finding{.span = place_before(subject.translation, lone.place), .source = heading.span};
    finding.fields = {{"heading", heading_text(subject.source, heading)},
                      {"expected", std::string(slice(subject.source, heading.span))},
                      {"level", std::to_string(heading.level)},
                      {"count", std::to_string(lone.blocks.size())}};
    if (lone.blocks.size() > 1)
      finding.variant = "several";
    else if (lone.with_content)
      finding.variant = "section";
    const std::string tag = "h" + std::to_string(heading.level);
    if (may_stand_as_html(subject, lone.place, tag)) finding.certainty = Certainty::unsure;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_missing() {
  return {"heading_missing",
          "Every heading of the source has one in the translation.",
          {"heading", "expected", "level", "count"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
