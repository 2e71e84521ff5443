// key_extra: a key that only the translation's front matter has.

#include <algorithm>

#include "checks/front_matter.h"
#include "checks/sameness.h"

namespace recto::checks {
namespace {

/// Whether the key is a title that only repeats the first heading of the translation.
bool repeats_heading(const Subject& subject, const KeyPlace& key) {
  if (key.path != "title") return false;
  const std::vector<Block>& blocks = subject.translation.blocks;
  const auto heading = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.kind == BlockKind::heading;
  });
  return heading != blocks.end() &&
         is_same_text(plain_text(subject.translation, *heading), key.entry->value.text);
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const KeyMatch& match : subject.keys) {
    if (match.source) continue;
    const KeyPlace& key = *match.translation;
    const bool is_note = lists_key(subject.policy.notes, key.path);
    if (subject.policy.role(key.path) == KeyRole::local && !is_note) continue;
    if (repeats_heading(subject, key)) continue;
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
