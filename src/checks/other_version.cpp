// other_version: the translation is of a source that was written anew since.

#include <string>

#include "checks/versions.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  if (!is_other_version(subject)) return {};
  const LoneSides sides = lone_sides(subject);
  Finding finding{.span = subject.translation.blocks.front().span,
                  .source = subject.source.blocks.front().span};
  finding.fields = {{"count", std::to_string(sides.source.blocks)},
                    {"all", std::to_string(sides.source.all_blocks)},
                    {"extra", std::to_string(sides.translation.blocks)},
                    {"own", std::to_string(sides.translation.all_blocks)}};
  return {finding};
}

}  // namespace

CheckKind other_version() {
  return pair_kind("other_version", "The translation is of the source as it is.",
                   {"count", "all", "extra", "own"}, run);
}

}  // namespace recto::checks
