#include "run/findings_limit.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "run/diagnose.h"

namespace recto {
namespace {

using Iterator = std::vector<Diagnostic>::iterator;

Diagnostic count_of(const Diagnostic& first, std::size_t count, std::size_t most,
                    const Rule& rule) {
  const Finding finding{
      .fields = {{"count", std::to_string(count)}, {"most", std::to_string(most)}}};
  return diagnose_file({.rule = rule, .severity = rule.severity}, first.at.path, first.locale,
                       finding);
}

/// Takes over the `most` worst of the findings of one file, in their order.
void take_worst(Iterator begin, Iterator end, std::size_t most, std::vector<Diagnostic>& kept) {
  std::stable_sort(begin, end, [](const Diagnostic& left, const Diagnostic& right) {
    return left.severity > right.severity;
  });
  const auto behind = begin + static_cast<std::ptrdiff_t>(most);
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
      kept.push_back(count_of(*begin, count - most, most, *rule));
      take_worst(begin, end, most, kept);
    } else {
      std::move(begin, end, std::back_inserter(kept));
    }
    begin = end;
  }
  return kept;
}

}  // namespace recto
