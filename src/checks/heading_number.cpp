// heading_number: a numbered heading got another number or lost it.

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "align/likeness.h"
#include "checks/headings.h"

namespace recto::checks {
namespace {

std::optional<Ordinal> ordinal_of(const Post& post, const Block& heading) {
  const std::string text = plain_text(post, heading);
  const auto ordinal = leading_ordinal(text);
  return ordinal ? ordinal : step_number(text);
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

/// Whether the source counts a number twice, so that a translation that goes on counts better.
class Numbering {
 public:
  bool has_repeated(const Block& heading, int value) {
    const auto last = last_.find(heading.level);
    has_repeated_ = has_repeated_ || (last != last_.end() && last->second == value);
    last_[heading.level] = value;
    return has_repeated_;
  }

 private:
  std::map<int, int> last_;  // by level
  bool has_repeated_ = false;
};

std::optional<Finding> judged(const Subject& subject, const HeadingPair& pair,
                              const Ordinal& ours) {
  const auto theirs = ordinal_of(subject.translation, pair.translation);
  if (theirs && theirs->value == ours.value) return std::nullopt;
  if (!theirs && begins_with(subject.translation, pair.translation, ours.value)) {
    return std::nullopt;
  }
  Finding finding{.span = pair.translation.content,
                  .source = number_span(subject.source, pair.source, ours.size)};
  finding.fields = {{"expected", std::to_string(ours.value)},
                    {"heading", heading_text(subject.source, pair.source)},
                    {"found", theirs ? std::to_string(theirs->value) : ""}};
  if (theirs) {
    finding.span = number_span(subject.translation, pair.translation, theirs->size);
  } else {
    finding.variant = "lost";
    // The number may be written out: "First", "Phần một".
    finding.certainty = Certainty::unsure;
  }
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  Numbering numbering;
  int shift = 0;  // of the heading before; 0 for none
  for (const HeadingPair& pair : heading_pairs(subject)) {
    const auto ours = ordinal_of(subject.source, pair.source);
    if (!ours) continue;
    const bool has_repeated = numbering.has_repeated(pair.source, ours->value);
    auto finding = judged(subject, pair, *ours);
    if (!finding) {
      shift = 0;
      continue;
    }
    if (has_repeated) finding->certainty = Certainty::unsure;
    // Where all that follows is one higher, one number was skipped.
    const auto theirs = ordinal_of(subject.translation, pair.translation);
    const int by = theirs ? theirs->value - ours->value : 0;
    if (by == 0 || by != shift) findings.push_back(std::move(*finding));
    shift = by;
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
