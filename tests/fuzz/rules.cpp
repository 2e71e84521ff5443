// All rules over a pair: findings and fixes that lie in the text, a report that its readers take.

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "pair_input.h"
#include "pair_site.h"
#include "report/baseline.h"
#include "reports.h"
#include "require.h"
#include "text/unicode.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

/// What was read of the bytes: a place in what is not UTF-8 may cut what is no character.
void require_location(const Plan& plan, const Location& location, const std::string& what) {
  if (!plan.posts.given.contains(location.path)) return;
  require_place(plan.posts.given.at(location.path).bytes, location.span, what);
  require(location.line <= location.end_line, what + "'s lines are in order");
}

void require_fix(const Plan& plan, const Diagnostic& diagnostic) {
  const std::string& text = plan.posts.given.at(diagnostic.at.path).bytes;
  std::uint32_t end = 0;
  for (const Edit& edit : diagnostic.fix->edits) {
    require_place(text, edit.span, diagnostic.rule + "'s edit");
    require(edit.span.begin >= end, diagnostic.rule + "'s edits are in order and apart");
    end = edit.span.end;
  }
}

void judge(const Plan& plan, const std::vector<Diagnostic>& diagnostics) {
  Baseline baseline;
  for (const Diagnostic& diagnostic : diagnostics) {
    require_location(plan, diagnostic.at, diagnostic.rule);
    if (diagnostic.source) require_location(plan, *diagnostic.source, diagnostic.rule);
    if (diagnostic.fix) require_fix(plan, diagnostic);
    baseline.findings.push_back(accepted(diagnostic));
  }
  const Baseline read = parse_baseline(baseline_text(baseline), "baseline.json");
  require(read.findings.size() == baseline.findings.size(), "a baseline keeps every finding");
  std::sort(baseline.findings.begin(), baseline.findings.end());
  require(read == baseline, "a baseline is read as it was written");
}

/// Reports describe each rule at length; only of those that found something is that new.
std::vector<Rule> rules_of(const std::vector<Diagnostic>& diagnostics,
                           const std::vector<Rule>& rules) {
  std::vector<Rule> found;
  std::copy_if(rules.begin(), rules.end(), std::back_inserter(found), [&](const Rule& rule) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [&](const Diagnostic& diagnostic) { return diagnostic.rule == rule.name; });
  });
  return found;
}

bool are_utf8(const PairInput& input) {
  return !first_invalid_utf8(input.source) && !first_invalid_utf8(input.translation);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static PairSite site;
  const PairInput input = pair_of(text_of(data, size));
  const Plan plan = site.plan(input);
  const Judged judged = join(plan, judge_sources(plan, 1), 1);
  if (are_utf8(input)) judge(plan, judged.diagnostics);
  const std::vector<Rule> rules = rules_of(judged.diagnostics, site.rules());
  // All formats would take longer than the rules; the length of an input chooses one.
  require_valid_report(size, {.diagnostics = judged.diagnostics,
                              .rules = rules,
                              .pairs = {{PairSite::kTranslation, input.locale}},
                              .source_locale = plan.source_locale,
                              .root = "/site",
                              .repository = "/site"});
  return 0;
}
