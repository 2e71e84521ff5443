// heading_missing: a heading of the source that the translation lacks.

#include "checks/as_html.h"
#include "checks/blocks.h"
#include "checks/headings.h"

namespace recto::checks {
namespace {

/// Whether the HTML before `place` has taken the heading with it, which stands there as it is.
bool stands_in_html(const Subject& subject, const Block& heading, std::size_t place) {
  if (place == 0 || heading.content.is_empty()) return false;
  const Block& before = subject.translation.blocks[place - 1];
  return before.kind == BlockKind::html &&
         slice(subject.translation, before.span).find(slice(subject.source, heading.content)) !=
             std::string_view::npos;
}

Finding missing(const Subject& subject, const Block& heading, Span place, std::size_t count) {
  Finding finding{.span = place, .source = heading.span};
  finding.fields = {{"heading", heading_text(subject.source, heading)},
                    {"expected", std::string(slice(subject.source, heading.span))},
                    {"level", std::to_string(heading.level)},
                    {"count", std::to_string(count)}};
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const HeadingPair& pair : demoted_headings(subject)) {
    findings.push_back(missing(subject, pair.source, pair.translation.span, 1));
    findings.back().variant = "label";
  }
  for (const LoneHeadings& lone : missing_headings(subject)) {
    const Block& heading = subject.source.blocks[lone.blocks.front()];
    Finding finding = missing(subject, heading, place_before(subject.translation, lone.place),
                              lone.blocks.size());
    if (lone.blocks.size() > 1)
      finding.variant = "several";
    else if (lone.with_content)
      finding.variant = "section";
    const std::string tag = "h" + std::to_string(heading.level);
    if (may_stand_as_html(subject, lone.place, tag) ||
        stands_in_html(subject, heading, lone.place)) {
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_missing() {
  return pair_kind("heading_missing", "Every heading of the source has one in the translation.",
                   {"heading", "expected", "level", "count"}, run);
}

}  // namespace recto::checks
