// key_extra: a key that only the translation's front matter has.

#include "checks/front_matter.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  for (const KeyMatch& match : subject.keys) {
    if (match.source) continue;
    const KeyPlace& key = *match.translation;
    const bool is_note = lists_key(subject.policy.notes, key.path);
    if (subject.policy.role(key.path) == KeyRole::local && !is_note) continue;
    findings.push_back(
        {.span = key.entry->key_span,
         .fields = {{"key", key.path}, {"found", shown(subject.translation, key.entry->value)}},
         .certainty = is_note ? Certainty::unsure : Certainty::sure});
  }
  return findings;
}

}  // namespace

CheckKind key_extra() {
  return pair_kind("key_extra",
                   "The translation's front matter has no key that the source's lacks.",
                   {"key", "found"}, run);
}

}  // namespace recto::checks
