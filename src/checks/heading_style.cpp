// heading_style: the source's heading is bold or code, the translation's is not.

#include <algorithm>

#include "checks/headings.h"
#include "checks/literal_marks.h"

namespace recto::checks {
namespace {

/// The one piece that makes up the whole heading, when it is bold or code.
const Inline* whole(const Block& heading, InlineKind kind) {
  const auto found = std::find_if(
      heading.inlines.begin(), heading.inlines.end(),
      [&](const Inline& piece) { return piece.kind == kind && piece.span == heading.content; });
  return found == heading.inlines.end() ? nullptr : &*found;
}

/// Whether any part of the heading is of that kind: then its style was kept, if not for all of it.
/// Marks that do not render are another mistake.
bool has_any(const Post& post, const Block& heading, InlineKind kind) {
  return !literal_marks(post, heading).empty() ||
         std::any_of(heading.inlines.begin(), heading.inlines.end(),
                     [&](const Inline& piece) { return piece.kind == kind; });
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const HeadingPair& pair : heading_pairs(subject)) {
    for (const InlineKind kind : {InlineKind::emphasis, InlineKind::code}) {
      const Inline* style = whole(pair.source, kind);
      if (style == nullptr || has_any(subject.translation, pair.translation, kind)) continue;
      const Span mark{style->span.begin, style->content.begin};
      findings.push_back({.span = pair.translation.content,
                          .fields = {{"expected", std::string(slice(subject.source, mark))},
                                     {"heading", heading_text(subject.source, pair.source)}},
                          .source = style->span,
                          .variant = kind == InlineKind::code ? "code" : ""});
    }
  }
  return findings;
}

}  // namespace

CheckKind heading_style() {
  return pair_kind("heading_style",
                   "A heading that is bold or code in the source is so in the translation.",
                   {"expected", "heading"}, run);
}

}  // namespace recto::checks
