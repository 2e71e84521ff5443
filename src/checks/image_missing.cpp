// image_missing: an image of the source that the translation does not have.

#include <map>
#include <string>
#include <utility>

#include "checks/blocks.h"
#include "checks/check.h"
#include "checks/images.h"

namespace recto::checks {
namespace {

Span place_of(const Subject& subject, const Match& match) {
  if (match.translation.count == 0)
    return place_before(subject.translation, match.translation.first);
  const std::uint32_t begin = subject.translation.blocks[match.translation.first].content.begin;
  return {begin, begin};
}

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedImages& images = compared_images(subject);
  std::map<std::size_t, std::size_t> lost_in;  // images, by match
  const auto is_lost = [](const Difference& difference) {
    return difference.source && !difference.translation;
  };
  for (const Difference& difference : images.counterparts.differences) {
    if (is_lost(difference)) ++lost_in[difference.match];
  }
  for (const Difference& difference : images.counterparts.differences) {
    // Those that one paragraph lacks are one loss.
    const std::size_t count = is_lost(difference) ? std::exchange(lost_in[difference.match], 0) : 0;
    if (count == 0) continue;
    const ImageUse& lost = images.source[*difference.source];
    const std::string url(slice(subject.source, lost.target));
    Finding finding{.span = place_of(subject, subject.alignment[difference.match]),
                    .source = lost.span};
    finding.fields = {{"url", url}, {"expected", url}, {"count", std::to_string(count)}};
    if (count > 1) finding.variant = "several";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind image_missing() {
  return {"image_missing",
          "Each image of the source stands in the translation.",
          {"url", "expected", "count"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
