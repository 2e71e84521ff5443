#include "checks/changed_keywords.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "checks/blocks.h"
#include "checks/placeholders.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Whether programs know the name, in small letters, of an admonition.
bool is_keyword(std::string_view name) {
  constexpr std::array<std::string_view, 18> kKeywords = {
      "abstract", "attention", "bug",     "caution",   "danger", "error",
      "example",  "failure",   "hint",    "important", "info",   "note",
      "question", "quote",     "success", "summary",   "tip",    "warning"};
  return std::find(kKeywords.begin(), kKeywords.end(), name) != kKeywords.end();
}

}  // namespace

void add_changed_keywords(const Subject& subject, Findings& findings) {
  for (const BlockPair& pair : block_pairs(subject)) {
    const Block& source = pair.source.front();
    const Block& translation = pair.translation.front();
    if (source.kind != BlockKind::directive || translation.kind != BlockKind::directive) continue;
    const Span ours = directive_keyword(subject.source, source);
    const Span theirs = directive_keyword(subject.translation, translation);
    if (ours.is_empty() || theirs.is_empty()) continue;
    const std::string expected(slice(subject.source, ours));
    const std::string found(slice(subject.translation, theirs));
    if (folded(expected) == folded(found)) continue;
    Finding finding{.span = theirs, .source = ours, .variant = "keyword"};
    finding.fields = {{"expected", expected}, {"found", found}};
    // Another box than the source's is a box all the same.
    if (is_keyword(folded(expected)) && is_keyword(folded(found))) {
      finding.certainty = Certainty::unsure;
    }
    // A keyword of two words reads as one with a title.
    const bool is_whole = source.content.is_empty() == translation.content.is_empty();
    finding.fix =
        Fix{.safety = is_whole ? Safety::safe : Safety::shown, .edits = {{theirs, expected}}};
    findings.push_back(std::move(finding));
  }
}

}  // namespace recto::checks
