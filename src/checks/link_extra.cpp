// link_extra: a link of the translation that the source does not have.

#include "checks/check.h"
#include "checks/links.h"
#include "checks/translator_note.h"

namespace recto::checks {
namespace {

/// Whether a link of these blocks of the source is written so that it reads as text.
bool has_broken_link(const Post& source, const Run& run) {
  for (std::size_t i = run.first; i < run.end(); ++i) {
    for (const Inline& piece : source.blocks[i].inlines) {
      const bool is_text = piece.kind == InlineKind::text;
      if (is_text && slice(source, piece.span).find("](") != std::string_view::npos) return true;
    }
  }
  return false;
}

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedLinks& links = compared_links(subject);
  for (const Difference& difference : links.counterparts.differences) {
    if (difference.source) continue;
    const LinkUse& added = links.translation[*difference.translation];
    const Run& run = subject.alignment[difference.match].source;
    Finding finding{.span = added.span, .source = subject.source.blocks[run.first].span};
    finding.fields = {{"url", url_of(subject.translation, added)},
                      {"found", url_of(subject.translation, added)}};
    // A page of the site, or one in the reader's language, helps where the source has none.
    const bool helps = added.leads_to.is_own || added.leads_to.is_localized;
    const Block& block = subject.translation.blocks[added.block];
    if (helps || has_broken_link(subject.source, run) ||
        is_in_translator_note(subject.translation, block, added.span)) {
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind link_extra() {
  return pair_kind("link_extra", "The translation has no links of its own.", {"url", "found"}, run);
}

}  // namespace recto::checks
