// heading_number: a numbered heading got another number or lost it.

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "align/ordinal.h"
#include "checks/headings.h"

namespace recto::checks {
namespace {

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

/// What the headings of one level under one heading have shown.
struct Numbering {
  int last = 0;               // the number before, in the source
  bool has_repeated = false;  // the source counts it twice: who goes on counts better
  int shift = 0;              // by how much the translation's was higher; 0 for none
};

class HeadingNumbers {
 public:
  explicit HeadingNumbers(const Subject& subject) : subject_(subject) {}

  Findings run() {
    for (const HeadingPair& pair : heading_pairs(subject_)) judge(pair);
    if (!findings_.empty() && has_lone_headings(subject_)) return {};
    return std::move(findings_);
  }

 private:
  void judge(const HeadingPair& pair) {
    numberings_.erase(numberings_.upper_bound(pair.source.level), numberings_.end());
    Numbering& numbering = numberings_[pair.source.level];
    const auto ours =
        ordinal_of(subject_, subject_.source, plain_text(subject_.source, pair.source));
    if (!ours) {
      numbering.shift = 0;
      return;
    }
    numbering.has_repeated = numbering.has_repeated || numbering.last == ours->value;
    numbering.last = ours->value;
    const auto theirs = ordinal_of(subject_, subject_.translation,
                                   plain_text(subject_.translation, pair.translation));
    const int shift = theirs ? theirs->value - ours->value : 0;
    const bool is_kept =
        theirs ? shift == 0 : begins_with(subject_.translation, pair.translation, ours->value);
    // Where all that follows is one higher, one number was skipped.
    const bool is_told = shift != 0 && shift == numbering.shift;
    numbering.shift = shift;
    if (is_kept || is_told) return;
    findings_.push_back(finding_for(pair, *ours, theirs));
    if (numbering.has_repeated) findings_.back().certainty = Certainty::unsure;
  }

  Finding finding_for(const HeadingPair& pair, const Ordinal& ours,
                      const std::optional<Ordinal>& theirs) const {
    Finding finding{.span = pair.translation.content,
                    .source = number_span(subject_.source, pair.source, ours.size)};
    finding.fields = {{"expected", std::to_string(ours.value)},
                      {"heading", heading_text(subject_.source, pair.source)},
                      {"found", theirs ? std::to_string(theirs->value) : ""}};
    if (theirs) {
      finding.span = number_span(subject_.translation, pair.translation, theirs->size);
    } else {
      finding.variant = "lost";
      // The number may be written out: "First", "Phần một".
      finding.certainty = Certainty::unsure;
    }
    return finding;
  }

  const Subject& subject_;
  std::map<int, Numbering> numberings_;  // by level
  Findings findings_;
};

Findings run(const Subject& subject) {
  return HeadingNumbers(subject).run();
}

}  // namespace

CheckKind heading_number() {
  return pair_kind("heading_number", "A numbered heading keeps its number.",
                   {"expected", "found", "heading"}, run);
}

}  // namespace recto::checks
