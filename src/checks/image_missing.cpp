// image_missing: an image of the source that the translation does not have.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

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

/// The images that are lost, in document order, by the places where they were; those of one place
/// are one loss, as a row of badges is.
std::map<std::uint32_t, std::vector<const ImageUse*>> lost_images(const Subject& subject) {
  std::map<std::uint32_t, std::vector<const ImageUse*>> lost;
  const ComparedImages& images = compared_images(subject);
  for (const Difference& difference : images.counterparts.differences) {
    if (!difference.source || difference.translation) continue;
    const Span place = place_of(subject, subject.alignment[difference.match]);
    lost[place.begin].push_back(&images.source[*difference.source]);
  }
  for (auto& [place, uses] : lost) {
    std::sort(uses.begin(), uses.end(), [](const ImageUse* left, const ImageUse* right) {
      return left->span.begin < right->span.begin;
    });
  }
  return lost;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const auto& [place, images] : lost_images(subject)) {
    const std::string url(slice(subject.source, images.front()->target));
    Finding finding{.span = {place, place}, .source = images.front()->span};
    finding.fields = {{"url", url}, {"expected", url}, {"count", std::to_string(images.size())}};
    if (images.size() > 1) finding.variant = "several";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind image_missing() {
  return pair_kind("image_missing", "Each image of the source stands in the translation.",
                   {"url", "expected", "count"}, run);
}

}  // namespace recto::checks
