// code_extra: a code block that only the translation has.

#include "checks/code.h"
#include "checks/matched_code.h"
#include "post/known_lines.h"

namespace recto::checks {
namespace {

/// A line of backticks that opens nothing and is no code.
bool is_stray_fence(const Block& code) {
  return code.lines.empty() && code.closing.is_empty();
}

Findings run(const Subject& subject) {
  Findings findings;
  const std::vector<LoneBlock>& lone_blocks = matched_code(subject).extra;
  if (lone_blocks.empty()) return findings;
  const CodeWithinLines within_lines(subject);
  const KnownLines source_text(subject.source, KnownLines::Of::text);
  for (const LoneBlock& lone : lone_blocks) {
    const Block& code = subject.translation.blocks[lone.block];
    if (is_stray_fence(code)) continue;
    Finding finding{.span = code.span, .source = place_before(subject.source, lone.place)};
    finding.fields = {{"language", language_name(subject.translation, code)},
                      {"found", first_line(subject.translation, code)}};
    if (!is_fenced(code)) finding.variant = "indented";
    if (matched_code(subject).extra_repeated.contains(lone.block)) finding.variant = "repeated";
    const bool was_text = source_text.have_all(slice(subject.translation, code.content));
    const bool is_elsewhere = matched_code(subject).extra_elsewhere.contains(lone.block);
    if (is_elsewhere || was_text || within_lines.is_lost(subject.translation, code)) {
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind code_extra() {
  return pair_kind("code_extra", "Every code block of the translation has one in the source.",
                   {"language", "found"}, run);
}

}  // namespace recto::checks
