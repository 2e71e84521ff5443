// image_target: an image shows another file than the source's.

#include <algorithm>

#include "base/path_parts.h"
#include "checks/check.h"
#include "checks/images.h"
#include "checks/renames.h"
#include "checks/urls.h"

namespace recto::checks {
namespace {

Finding finding_for(const Subject& subject, const ImageUse& source, const ImageUse& translation) {
  const std::string expected(slice(subject.source, source.target));
  const std::string found(slice(subject.translation, translation.target));
  Finding finding{.span = translation.target, .source = source.target};
  if (may_be_same_file(slice(subject.source, source.target),
                       slice(subject.translation, translation.target))) {
    finding.certainty = Certainty::unsure;
  }
  const std::string mended = asset_for_translation(expected, found);
  finding.fields = {{"expected", expected},
                    {"found", found},
                    {"url", found},
                    {"home", home_of_asset(expected)},
                    {"new_home", home_of_asset(found)},
                    {"mended", mended}};
  finding.fix = Fix{.safety = Safety::unsafe, .edits = {{translation.target, mended}}};
  return finding;
}

bool is_other_file(const Finding& finding) {
  return finding.variant != "renamed" &&
         file_name(finding.fields.at("expected")) != file_name(finding.fields.at("found"));
}

/// Where most of the `images` of a post are other files, it has pictures of its own: screens in its
/// language, as people upload them.
void doubt_own_pictures(Findings& findings, std::size_t images) {
  constexpr std::ptrdiff_t kFewest = 3;
  const auto others = std::count_if(findings.begin(), findings.end(), is_other_file);
  if (others < kFewest || static_cast<std::size_t>(others) * 2 <= images) return;
  for (Finding& finding : findings) {
    if (is_other_file(finding)) finding.certainty = Certainty::unsure;
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedImages& images = compared_images(subject);
  for (const Difference& difference : images.counterparts.differences) {
    if (!difference.source || !difference.translation) continue;
    findings.push_back(finding_for(subject, images.source[*difference.source],
                                   images.translation[*difference.translation]));
  }
  tell_renames(findings);
  doubt_own_pictures(findings, images.source.size());
  return findings;
}

}  // namespace

CheckKind image_target() {
  return pair_kind(
      "image_target",
      "An image is the source's, but for query text that is translated and localized assets.",
      {"expected", "found", "url", "home", "new_home", "mended", "old_name", "new_name"}, run);
}

}  // namespace recto::checks
