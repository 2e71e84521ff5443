// image_extra: an image of the translation that the source does not have.

#include "checks/check.h"
#include "checks/images.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedImages& images = compared_images(subject);
  for (const Difference& difference : images.counterparts.differences) {
    if (difference.source) continue;
    const ImageUse& added = images.translation[*difference.translation];
    const std::string url(slice(subject.translation, added.target));
    Finding finding{.span = added.span};
    finding.fields = {{"url", url}, {"found", url}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind image_extra() {
  return pair_kind("image_extra", "The translation has no images of its own.", {"url", "found"},
                   run);
}

}  // namespace recto::checks
