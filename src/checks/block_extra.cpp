// block_extra: a paragraph, quote, divider or other whole block that only the translation has.

#include <optional>
#include <utility>

#include "checks/as_html.h"
#include "checks/repeats.h"
#include "checks/whole_blocks.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// What Markdown became HTML is one finding, at the first of it.
void report_html(const Subject& subject, const LostBlocks& lost, std::optional<Finding>& html) {
  if (html) {
    html->count += lost.blocks.count;
    return;
  }
  const Block& first = subject.translation.blocks[lost.blocks.first];
  html = Finding{.span = first.span,
                 .source = place_before(subject.source, lost.place),
                 .certainty = lost.certainty,
                 .variant = "html",
                 .count = lost.blocks.count};
  html->fields = {{"kind", kind_of(subject.translation, first)},
                  {"found", short_quote(slice(subject.translation, first.span))}};
}

Findings run(const Subject& subject) {
  const Repeats repeats(subject.translation);
  std::optional<Finding> html;
  Findings findings;
  for (const LostBlocks& lost : extra_whole_blocks(subject)) {
    if (is_html_for_markdown(subject, subject.translation.blocks[lost.blocks.first])) {
      report_html(subject, lost, html);
      continue;
    }
    // A paragraph that stands there twice is reported as that.
    if (lost.blocks.count == 1 && repeats.other_than(lost.blocks.first)) continue;
    const Block& first = subject.translation.blocks[lost.blocks.first];
    Finding finding{.span = first.span,
                    .source = place_before(subject.source, lost.place),
                    .certainty = lost.certainty};
    finding.fields = {{"kind", kind_of(subject.translation, first)},
                      {"found", short_quote(slice(subject.translation, first.span))},
                      {"count", std::to_string(lost.blocks.count)}};
    if (lost.blocks.count > 1) finding.variant = "several";
    findings.push_back(std::move(finding));
  }
  if (!html) return findings;
  html->fields["count"] = std::to_string(html->count);
  if (html->count > 1) html->variant = "much_html";
  findings.push_back(std::move(*html));
  return findings;
}

}  // namespace

CheckKind block_extra() {
  return {"block_extra",
          "Every paragraph, quote, divider, admonition and HTML block has its match in the source.",
          {"kind", "found", "count"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
