// text_untranslated: text of the body that was left in the source's language.

#include "checks/left.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

std::string variant_of(const LeftRun& run) {
  if (run.left == Left::part) return "part";
  if (run.is_whole_post && run.blocks > 2) return "post";
  return run.blocks > 1 ? "several" : "";
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const LeftRun& run : left_runs(subject)) {
    if (!run.has_body) continue;  // headings alone are another rule's
    findings.push_back({.span = run.span,
                        .fields = {{"language", language_name(subject.source.locale)},
                                   {"count", std::to_string(run.blocks)},
                                   {"found", short_quote(run.text)}},
                        .source = run.source,
                        .certainty = run.certainty,
                        .variant = variant_of(run)});
  }
  return findings;
}

}  // namespace

CheckKind text_untranslated() {
  return pair_kind("text_untranslated",
                   "Paragraphs, items, cells and alt texts are in the locale's language.",
                   {"language", "count", "found"}, run);
}

}  // namespace recto::checks
