// foreign_language: prose that is neither in the locale's language nor in the source's.

#include "checks/foreign.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

std::string variant_of(const ForeignRun& run) {
  if (run.is_whole_post) return "post";
  return run.passages > 1 ? "several" : "";
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const ForeignRun& run : foreign_runs(subject)) {
    findings.push_back({.span = run.span,
                        .fields = {{"language", run.language},
                                   {"locale", subject.translation.locale.tag()},
                                   {"count", std::to_string(run.passages)},
                                   {"found", short_quote(slice(subject.translation, run.span))}},
                        .source = run.source,
                        .variant = variant_of(run)});
  }
  return findings;
}

}  // namespace

CheckKind foreign_language() {
  return pair_kind("foreign_language", "Prose is not in a third language.",
                   {"language", "locale", "count", "found"}, run);
}

}  // namespace recto::checks
