// heading_untranslated: a heading left in the source's language.

#include <optional>

#include "checks/headings.h"
#include "checks/sameness.h"

namespace recto::checks {
namespace {

/// The text of a heading but for code, which is rightly the same.
std::string without_code(const Post& post, const Block& heading) {
  std::string text;
  for (const Inline& piece : heading.inlines) {
    if (piece.kind == InlineKind::text) text += std::string(slice(post, piece.span)) + ' ';
  }
  return text;
}

Findings run(const Subject& subject) {
  if (subject.is_variant_of_source) return {};
  Findings findings;
  std::optional<OrdinaryWords> words;  // only made when a heading is the same on both sides
  for (const HeadingPair& pair : heading_pairs(subject)) {
    const std::string source = plain_text(subject.source, pair.source);
    const std::string translation = plain_text(subject.translation, pair.translation);
    if (source.empty() || !is_same_text(source, translation)) continue;
    if (!words) words.emplace(subject);
    const auto certainty = untranslated(*words, without_code(subject.source, pair.source));
    if (!certainty) continue;
    findings.push_back({.span = pair.translation.content,
                        .fields = {{"heading", heading_text(subject.source, pair.source)}},
                        .source = pair.source.content,
                        .certainty = *certainty});
  }
  return findings;
}

}  // namespace

CheckKind heading_untranslated() {
  return {"heading_untranslated",
          "A heading that holds ordinary words of the source's language is translated.",
          {"heading"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
