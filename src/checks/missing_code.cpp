// missing_code: a code block of the source that the translation lacks.

#include "checks/code.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  for (const LoneBlock& lone : missing_code_blocks(subject)) {
    const Block& code = subject.source.blocks[lone.block];
    Finding finding{.span = place_before(subject.translation, lone.place), .source = code.span};
    finding.fields = {{"language", language_name(subject.source, code)},
                      {"expected", first_line(subject.source, code)}};
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
