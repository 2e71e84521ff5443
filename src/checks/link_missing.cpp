// link_missing: a link of the source that the translation does not have.

#include <algorithm>

#include "checks/links.h"

namespace recto::checks {
namespace {

constexpr std::size_t kTellingText = 3;  // bytes; shorter texts stand anywhere

/// Where the text of the lost link stands, else behind the link before it, else where the block
/// begins.
Span place_of(const Subject& subject, const ComparedLinks& links, const Difference& difference) {
  const LinkUse& lost = links.source[*difference.source];
  const Run& run = subject.alignment[difference.match].translation;
  const Span whole{subject.translation.blocks[run.first].span.begin,
                   subject.translation.blocks[run.first + run.count - 1].span.end};
  const std::string_view text = slice(subject.source, lost.text);
  if (text.size() >= kTellingText) {
    const std::size_t at = slice(subject.translation, whole).find(text);
    if (at != std::string_view::npos) return span_at(whole.begin + at, text.size());
  }
  std::uint32_t place = subject.translation.blocks[run.first].content.begin;
  for (const Counterpart& same : links.counterparts.same) {
    const LinkUse& ours = links.source[same.source];
    const LinkUse& theirs = links.translation[same.translation];
    if (ours.block != lost.block || ours.span.begin > lost.span.begin) continue;
    if (whole.holds(theirs.span)) place = std::max(place, theirs.span.end);
  }
  return {place, place};
}

std::size_t count_in(const std::vector<LinkUse>& links, const Run& run) {
  return static_cast<std::size_t>(
      std::count_if(links.begin(), links.end(), [&](const LinkUse& link) {
        return link.block >= run.first && link.block < run.first + run.count;
      }));
}

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedLinks links = compared_links(subject);
  for (const Difference& difference : links.counterparts.differences) {
    if (!difference.source || difference.translation) continue;
    const LinkUse& lost = links.source[*difference.source];
    const Match& match = subject.alignment[difference.match];
    const std::size_t expected = count_in(links.source, match.source);
    const std::size_t found = count_in(links.translation, match.translation);
    Finding finding{.span = place_of(subject, links, difference), .source = lost.target};
    finding.fields = {{"url", url_of(subject.source, lost)},
                      {"expected", url_of(subject.source, lost)},
                      {"count", std::to_string(found)},
                      {"expected_count", std::to_string(expected)}};
    if (expected == 1 || found >= expected) finding.variant = "single";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind link_missing() {
  return {"link_missing",
          "Each link of the source stands in the translation.",
          {"url", "expected", "count", "expected_count"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
