// heading_number: a numbered heading got another number or lost it.

#include <algorithm>
#include <optional>

#include "align/likeness.h"
#include "checks/headings.h"

namespace recto::checks {
namespace {

std::optional<Ordinal> ordinal_of(const Post& post, const Block& heading) {
  return leading_ordinal(plain_text(post, heading));
}

/// Where the number of `heading` stands: behind bold marks.
Span number_span(const Post& post, const Block& heading, std::size_t size) {
  std::uint32_t begin = heading.content.begin;
  for (const Inline& piece : heading.inlines) {
    if (piece.kind != InlineKind::text && piece.kind != InlineKind::code) continue;
    begin = piece.kind == InlineKind::code ? piece.content.begin : piece.span.begin;
    break;
  }
  std::uint32_t end = std::min(begin + static_cast<std::uint32_t>(size), heading.content.end);
  while (end > begin && post.text[end - 1] == ' ') --end;
  return {begin, end};
}

/// Whether `heading` begins with the number, whatever follows it: `2 - Python`.
bool begins_with(const Post& post, const Block& heading, int value) {
  const auto number = leading_number(plain_text(post, heading));
  return number && number->value == value;
}

/// A heading that is missing or extra renumbers those after it: then the number is no cause of its
/// own.
bool has_lone_headings(const Subject& subject) {
  return !missing_headings(subject).empty() || !extra_headings(subject).empty();
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const HeadingPair& pair : heading_pairs(subject)) {
    const auto ours = ordinal_of(subject.source, pair.source);
    const auto theirs = ordinal_of(subject.translation, pair.translation);
    if (!ours || (theirs && theirs->value == ours->value)) continue;
    if (!theirs && begins_with(subject.translation, pair.translation, ours->value)) continue;
    Finding finding{.span = pair.translation.content,
                    .source = number_span(subject.source, pair.source, ours->size)};
    finding.fields = {{"expected", std::to_string(ours->value)},
                      {"heading", heading_text(subject.source, pair.source)},
                      {"found", theirs ? std::to_string(theirs->value) : ""}};
    if (theirs) {
      finding.span = number_span(subject.translation, pair.translation, theirs->size);
    } else {
      finding.variant = "lost";
      // The number may be written out: "First", "Phần một".
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  if (!findings.empty() && has_lone_headings(subject)) return {};
  return findings;
}

}  // namespace

CheckKind heading_number() {
  return pair_kind("heading_number", "A numbered heading keeps its number.",
                   {"expected", "found", "heading"}, run);
}

}  // namespace recto::checks
