// code_unclosed: a fence that is never closed, or closed too late, and what it swallows; text that
// is code because it is indented.

#include <algorithm>

#include "base/ascii.h"
#include "checks/code.h"
#include "checks/matched_code.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// The code block whose fence, or which as a whole, is `place`.
const Block* code_at(const Post& post, Span place) {
  const auto code = std::find_if(post.blocks.begin(), post.blocks.end(), [&](const Block& block) {
    return block.kind == BlockKind::code && (block.marker == place || block.span == place);
  });
  return code == post.blocks.end() ? nullptr : &*code;
}

/// The first block of the source in `run` that has text: the fence of the translation holds it.
const Block* first_prose(const Post& source, const Run& run) {
  for (std::size_t i = run.first; i < run.end(); ++i) {
    const Block& block = source.blocks[i];
    if (block.kind != BlockKind::code && !plain_text(source, block).empty()) return &block;
  }
  return nullptr;
}

const Block* first_code(const Post& source, const Run& run) {
  for (std::size_t i = run.first; i < run.end(); ++i) {
    if (source.blocks[i].kind == BlockKind::code) return &source.blocks[i];
  }
  return nullptr;
}

Finding finding_for(const Subject& subject, const Block& code) {
  Finding finding{.span = {code.marker.begin, std::max(code.marker.end, code.info.end)}};
  if (!is_fenced(code)) finding.span = code.lines.front();
  finding.fields = {{"language", language_name(subject.translation, code)},
                    {"found", first_line(subject.translation, code)},
                    {"swallowed", ""}};
  return finding;
}

void report_swallowing(const Subject& subject, Findings& findings) {
  for (const Cause& cause : subject.causes) {
    if (cause.kind != CauseKind::swallowed) continue;
    const Block* code = code_at(subject.translation, cause.span);
    if (code == nullptr) continue;
    Finding finding = finding_for(subject, *code);
    const Block* ours = first_code(subject.source, cause.source);
    const Block* prose = first_prose(subject.source, cause.source);
    finding.variant = !is_fenced(*code) ? "indented" : ours != nullptr ? "swallowing" : "stray";
    if (ours != nullptr)
      finding.source = ours->span;
    else if (prose != nullptr)
      finding.source = prose->span;
    if (prose != nullptr)
      finding.fields["swallowed"] = short_quote(plain_text(subject.source, *prose));
    findings.push_back(std::move(finding));
  }
}

/// How many backticks the longest fence in `code` has.
std::size_t longest_fence(const Post& post, const Block& code) {
  std::size_t longest = 0;
  for (const Span line : code.lines) {
    const std::string_view text = trimmed(slice(post, line));
    longest = std::max(longest, std::min(text.find_first_not_of('`'), text.size()));
  }
  return longest;
}

/// The fence of the translation that ends at one that it holds; a longer one mends it.
Finding about_inner_fences(const Subject& subject, const CodePair& pair) {
  const Block& code = pair.translation;
  Finding finding = finding_for(subject, code);
  finding.source = pair.source.marker;
  finding.variant = "early";
  const std::string marks(longest_fence(subject.translation, code) + 1, '`');
  finding.fields["marks"] = std::to_string(marks.size());
  finding.fix = Fix{.safety = Safety::safe, .edits = {{code.marker, marks}, {code.closing, marks}}};
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  report_swallowing(subject, findings);
  for (const CodePair& pair : matched_code(subject).pairs) {
    if (pair.translation.holds_fences && !pair.source.holds_fences) {
      findings.push_back(about_inner_fences(subject, pair));
    }
    if (!is_unclosed(pair.translation) || is_unclosed(pair.source)) continue;
    Finding finding = finding_for(subject, pair.translation);
    finding.source = pair.source.span;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind code_unclosed() {
  return pair_kind("code_unclosed", "A code fence ends where the source's does.",
                   {"language", "found", "swallowed", "marks"}, run);
}

}  // namespace recto::checks
