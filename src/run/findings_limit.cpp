#include "run/findings_limit.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "run/diagnose.h"

namespace recto {
namespace {

using Iterator = std::vector<Diagnostic>::iterator;

/// That `count` findings are left out, the worst of them as severe as `left_out`.
Diagnostic count_of(const Diagnostic& first, std::size_t count, std::size_t most, const Rule& rule,
                    Severity left_out) {
  const Finding finding{
      .fields = {{"count", std::to_string(count)}, {"most", std::to_string(most)}}};
  return diagnose_file({.rule = rule, .severity = std::min(rule.severity, left_out)}, first.at.path,
                       first.locale, finding);
}

/// Takes over the `most` worst of the findings of one file, in their order, behind how many more
/// there are.
void take_worst(Iterator begin, Iterator end, std::size_t most, const Rule& rule,
                std::vector<Diagnostic>& kept) {
  std::stable_sort(begin, end, [](const Diagnostic& left, const Diagnostic& right) {
    return left.severity > right.severity;
  });
  const auto behind = begin + static_cast<std::ptrdiff_t>(most);
  const auto left_out = static_cast<std::size_t>(end - behind);
  kept.push_back(count_of(*behind, left_out, most, rule, behind->severity));
  std::sort(begin, behind, stands_before);
  std::move(begin, behind, std::back_inserter(kept));
}

}  // namespace

std::vector<Diagnostic> within_limit(std::vector<Diagnostic> diagnostics, std::size_t most,
                                     std::span<const Rule> rules) {
  const auto rule = std::find_if(rules.begin(), rules.end(), [](const Rule& candidate) {
    return candidate.check == "findings_limit";
  });
  if (rule == rules.end()) return diagnostics;
  std::vector<Diagnostic> kept;
  for (auto begin = diagnostics.begin(); begin != diagnostics.end();) {
    const auto end = std::find_if(begin, diagnostics.end(), [&](const Diagnostic& diagnostic) {
      return diagnostic.at.path != begin->at.path;
    });
    const auto count = static_cast<std::size_t>(end - begin);
    if (count > most) {
      take_worst(begin, end, most, *rule, kept);
    } else {
      std::move(begin, end, std::back_inserter(kept));
    }
    begin = end;
  }
  return kept;
}

}  // namespace recto
