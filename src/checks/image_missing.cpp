// image_missing: an image of the source that the translation does not have.

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
  for (const Difference& difference : images.counterparts.differences) {
    if (!difference.source || difference.translation) continue;
    const ImageUse& lost = images.source[*difference.source];
    const std::string url(slice(subject.source, lost.target));
    Finding finding{.span = place_of(subject, subject.alignment[difference.match]),
                    .source = lost.span};
    finding.fields = {{"url", url}, {"expected", url}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind image_missing() {
  return pair_kind("image_missing", "Each image of the source stands in the translation.",
                   {"url", "expected"}, run);
}

}  // namespace recto::checks
