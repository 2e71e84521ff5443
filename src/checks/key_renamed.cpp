// key_renamed: a key under another name: translated, or in other capitals.

#include "checks/front_matter.h"

namespace recto::checks {
namespace {

Findings run(const Subject& subject) {
  Findings findings;
  for (const PairedKey& key : paired_keys(subject)) {
    if (key.source.key == key.translation.key) continue;
    Finding finding{.span = key.translation.key_span, .source = key.source.key_span};
    finding.fields = {{"key", key.translation.key},
                      {"source_key", key.source.key},
                      {"expected", key.source.key},
                      {"found", key.translation.key}};
    // A table of TOML is named in the header of each that stands in it.
    const auto is_yaml = [](const Post& post) {
      return post.front_matter.syntax == FrontMatter::Syntax::yaml;
    };
    if (is_yaml(subject.source) && is_yaml(subject.translation))
      finding.fix = Fix{.safety = Safety::safe,
                        .edits = {{key.translation.key_span,
                                   std::string(slice(subject.source, key.source.key_span))}}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind key_renamed() {
  return pair_kind("key_renamed", "The keys of the front matter keep their names.",
                   {"key", "source_key", "expected", "found"}, run);
}

}  // namespace recto::checks
