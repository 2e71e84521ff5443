// list_length: tags or keywords were dropped, added, or run together by another comma.

#include <algorithm>
#include <array>

#include "checks/front_matter.h"

namespace recto::checks {
namespace {

/// How many entries the items hold when the commas of other scripts separate them, too.
std::size_t separated_count(const std::vector<yaml::Node>& items) {
  constexpr std::array<std::string_view, 4> kCommas = {"،", "、", "，", ","};
  std::size_t count = items.size();
  for (const yaml::Node& item : items) {
    for (const std::string_view comma : kCommas) {
      for (std::size_t at = item.text.find(comma); at != std::string::npos;
           at = item.text.find(comma, at + comma.size())) {
        ++count;
      }
    }
  }
  return count;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const PairedKey& key : paired_keys(subject)) {
    const yaml::Node& source = key.source.value;
    const yaml::Node& translation = key.translation.value;
    const bool are_lists = source.kind == yaml::Kind::list && translation.kind == yaml::Kind::list;
    // Lists that must be the same are compared as a whole by another rule.
    if (!are_lists || key.role == KeyRole::local || key.role == KeyRole::same) continue;
    if (source.items.size() == translation.items.size()) continue;
    const bool run_together = translation.items.size() < source.items.size() &&
                              separated_count(translation.items) >= source.items.size();
    findings.push_back({.span = translation.span,
                        .fields = {{"key", key.path},
                                   {"expected_count", std::to_string(source.items.size())},
                                   {"count", std::to_string(translation.items.size())},
                                   {"expected", shown(subject.source, source)},
                                   {"found", shown(subject.translation, translation)}},
                        .source = source.span,
                        .variant = run_together ? "run_together" : ""});
  }
  return findings;
}

}  // namespace

CheckKind list_length() {
  return {"list_length",
          "A list of the front matter has as many entries as the source's.",
          {"key", "count", "expected_count", "expected", "found"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
