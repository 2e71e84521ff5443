// key_type: a value of another type: a list where the source has a string, a string where it has a
// date.

#include "checks/front_matter.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  for (const PairedKey& key : paired_keys(subject)) {
    if (key.role == KeyRole::local || !has_other_type(key)) continue;
    findings.push_back({.span = key.translation.value.span,
                        .fields = {{"key", key.path},
                                   {"expected", name_of(yaml::type_of(key.source.value))},
                                   {"found", name_of(yaml::type_of(key.translation.value))}},
                        .source = key.source.value.span});
  }
  return findings;
}

}  // namespace

CheckKind key_type() {
  return pair_kind("key_type", "A value of the front matter keeps its type.",
                   {"key", "expected", "found"}, run);
}

}  // namespace recto::checks
