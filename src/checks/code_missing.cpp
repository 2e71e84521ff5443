// code_missing: a code block of the source that the translation lacks.

#include <algorithm>

#include "checks/as_html.h"
#include "checks/code.h"
#include "checks/matched_code.h"

namespace recto::checks {
namespace {

bool begins_line(const Post& post, std::uint32_t at) {
  return at == 0 || post.text[at - 1] == '\n';
}

/// Whether the next line that is not blank is a fence: it may have closed the lines, or open code.
bool has_fence_behind(const Post& post, std::uint32_t at, char mark) {
  const std::string_view rest = std::string_view(post.text).substr(at);
  const std::size_t next = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
  return rest.substr(next).starts_with(std::string(3, mark));
}

/// The lines between fences, where they are the source's to the byte, without an indent of all:
/// that mends them.
std::optional<Fix> fenced(const Subject& subject, const Block& code, const Cause& cause) {
  const Post& translation = subject.translation;
  if (!is_fenced(code) || code.lines.empty()) return std::nullopt;
  if (subject.source.text[code.marker.begin] == '{') return std::nullopt;  // a tag of the site's
  const Span ours{code.lines.front().begin, code.lines.back().end};
  if (!begins_line(subject.source, ours.begin) || !begins_line(translation, cause.span.begin)) {
    return std::nullopt;
  }
  if (slice(subject.source, ours) != slice(translation, cause.span)) return std::nullopt;
  const std::string mark(slice(subject.source, code.marker));
  const std::string info(slice(subject.source, code.info));
  Fix fix{.safety = Safety::safe,
          .edits = {{{cause.span.begin, cause.span.begin}, mark + info + '\n'},
                    {{cause.span.end, cause.span.end}, '\n' + mark}}};
  if (has_fence_behind(translation, cause.span.end, mark.front())) fix.safety = Safety::unsafe;
  return fix;
}

Finding unfenced(const Subject& subject, const Cause& cause) {
  const Block& code = subject.source.blocks[cause.source.first];
  Finding finding{.span = cause.span, .source = code.span, .variant = "unfenced"};
  finding.fields = {{"language", language_name(subject.source, code)},
                    {"expected", first_line(subject.source, code)}};
  finding.fix = fenced(subject, code, cause);
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const Cause& cause : subject.causes) {
    if (cause.kind == CauseKind::unfenced) findings.push_back(unfenced(subject, cause));
  }
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

CheckKind code_missing() {
  return pair_kind("code_missing", "Every code block of the source has one in the translation.",
                   {"language", "expected"}, run);
}

}  // namespace recto::checks
