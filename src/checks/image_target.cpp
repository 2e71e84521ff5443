// image_target: an image shows another file than the source's.

#include <algorithm>
#include <optional>

#include "checks/urls.h"

namespace recto::checks {
namespace {

Finding finding_for(const Subject& subject, const Inline& ours, const Inline& theirs) {
  const std::string expected(slice(subject.source, ours.target));
  const std::string found(slice(subject.translation, theirs.target));
  Finding finding{.span = theirs.target, .source = ours.target};
  finding.fields = {{"expected", expected},
                    {"found", found},
                    {"url", found},
                    {"home", home_of_asset(expected)},
                    {"new_home", home_of_asset(found)}};
  finding.fix = Fix{.safety = Safety::unsafe,
                    .edits = {{theirs.target, asset_for_translation(expected, found)}}};
  return finding;
}

void compare(const Subject& subject, const Match& match, Findings& findings) {
  auto ours = images_of(subject.source, match.source);
  auto theirs = images_of(subject.translation, match.translation);
  // A lost or an added image is another rule's finding; then nothing says which belongs to which.
  if (ours.size() != theirs.size()) return;
  // Word order may change the order of images: first take out those that are equivalent.
  for (auto our = ours.begin(); our != ours.end();) {
    const auto same = std::find_if(theirs.begin(), theirs.end(), [&](const Inline* their) {
      return is_equivalent_asset(slice(subject.source, (*our)->target),
                                 slice(subject.translation, their->target),
                                 subject.translation.locale);
    });
    if (same == theirs.end()) {
      ++our;
      continue;
    }
    theirs.erase(same);
    our = ours.erase(our);
  }
  for (std::size_t i = 0; i < ours.size(); ++i) {
    findings.push_back(finding_for(subject, *ours[i], *theirs[i]));
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const Match& match : subject.alignment) {
    if (match.source.count > 0 && match.translation.count > 0) compare(subject, match, findings);
  }
  return findings;
}

}  // namespace

CheckKind image_target() {
  return {"image_target",
          "An image is the source's, but for query text that is translated and localized assets.",
          {"expected", "found", "url", "home", "new_home"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
