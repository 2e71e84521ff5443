// item_unmarked: items that Markdown takes for text, because their marks are none: `۱.`, `１．`,
// `•`, or because they run together.

#include "base/ascii.h"
#include "checks/items.h"
#include "checks/unmarked.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// Whether marks of items, ` - ` or ` 2. `, stand within `text`.
bool has_item_marks(std::string_view text) {
  std::size_t marks = 0;
  for (std::size_t at = 1; at + 2 < text.size(); ++at) {
    if (text[at - 1] != ' ' && text[at - 1] != '\n') continue;
    const bool is_bullet = std::string_view("-*+").find(text[at]) != std::string_view::npos;
    const bool is_number = is_ascii_digit(text[at]) && (text[at + 1] == '.' || text[at + 1] == ')');
    if ((is_bullet && text[at + 1] == ' ') || (is_number && text[at + 2] == ' ')) ++marks;
  }
  return marks >= 2;
}

Finding run_together(const Subject& subject, const UnmarkedItems& items) {
  const Block& block = subject.translation.blocks[items.block];
  Finding finding{.span = block.span,
                  .source = item_span(subject.source, items.source),
                  .variant = "run_together"};
  finding.fields = {{"found", short_quote(plain_text(subject.translation, block))},
                    {"expected", item_text(subject.source, items.source)},
                    {"count", std::to_string(items.count)}};
  if (opens_item(subject.translation, items.block)) {
    finding.variant = "run_on";
  } else if (!has_item_marks(slice(subject.translation, block.span))) {
    finding.certainty = Certainty::unsure;  // it may be prose that says the same
  }
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const UnmarkedItems& items : unmarked_items(subject)) {
    if (items.marks.empty()) {
      findings.push_back(run_together(subject, items));
      continue;
    }
    const UnmarkedMark& first = items.marks.front();
    Finding finding{.span = first.span, .source = item_span(subject.source, items.source)};
    finding.fields = {{"found", std::string(slice(subject.translation, first.span))},
                      {"expected", first.markdown},
                      {"count", std::to_string(items.marks.size())}};
    if (is_ascii(std::string_view(finding.fields["found"]))) finding.variant = "no_blank";
    // Where it begins later, or goes on elsewhere, a part of the list would be mended.
    const bool is_whole = (first.markdown == "1." || first.markdown == "-") && !items.is_parted;
    Fix fix{.safety = is_whole ? Safety::safe : Safety::unsafe};
    for (const UnmarkedMark& mark : items.marks) {
      const bool has_blank = slice(subject.translation, {mark.span.end, mark.span.end + 1}) == " ";
      fix.edits.push_back({mark.span, mark.markdown + (has_blank ? "" : " ")});
    }
    finding.fix = std::move(fix);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind item_unmarked() {
  return pair_kind("item_unmarked", "What is a list item in the source is one in the translation.",
                   {"found", "expected", "count"}, run);
}

}  // namespace recto::checks
