// missing_code: a code block of the source that the translation lacks.

#include "checks/as_html.h"
#include "checks/code.h"
#include "checks/matched_code.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  const std::vector<LoneBlock>& lone_blocks = matched_code(subject).missing;
  if (lone_blocks.empty()) return findings;
  const CodeWithinLines within_lines(subject);
  for (const LoneBlock& lone : lone_blocks) {
    const Block& code = subject.source.blocks[lone.block];
    Finding finding{.span = place_before(subject.translation, lone.place), .source = code.span};
    finding.fields = {{"language", language_name(subject.source, code)},
                      {"expected", first_line(subject.source, code)}};
    if (matched_code(subject).missing_elsewhere.contains(lone.block)) {
      finding.variant = "elsewhere";
      finding.at_most = Severity::warning;
    }
    const bool may_be_html = may_stand_as_html(subject, lone.place, "pre");
    if (within_lines.is_added(subject.source, code) || may_be_html)
      finding.certainty = Certainty::unsure;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind missing_code() {
  return {"missing_code",
          "Every code block of the source has one in the translation.",
          {"language", "expected"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
