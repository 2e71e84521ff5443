// list_length: tags or keywords were dropped, added, or run together by another comma.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/keys.h"
#include "base/ascii.h"
#include "base/joined.h"
#include "checks/front_matter.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::array<std::string_view, 3> kOtherCommas = {"،", "、", "，"};

/// How many entries the items hold when the commas of other scripts separate them, too.
std::size_t separated_count(const std::vector<yaml::Node>& items) {
  std::size_t count = items.size();
  for (const yaml::Node& item : items) {
    count += occurrences(item.text, ",");
    for (const std::string_view comma : kOtherCommas) count += occurrences(item.text, comma);
  }
  return count;
}

/// The commas that YAML separates by in the place of all others, with the blanks around them; none
/// where nothing stands between two.
std::optional<Fix> separated(const Post& post, Span list) {
  Fix fix{.safety = Safety::safe};
  const std::string_view text = slice(post, list);
  for (const std::string_view comma : kOtherCommas) {
    for (std::size_t at = text.find(comma); at != text.npos; at = text.find(comma, at + 1)) {
      const std::size_t begin = text.find_last_not_of(' ', at - 1) + 1;
      const std::size_t end = text.find_first_not_of(' ', at + comma.size());
      fix.edits.push_back({span_at(list.begin + begin, end - begin), ", "});
    }
  }
  std::sort(fix.edits.begin(), fix.edits.end(),
            [](const Edit& left, const Edit& right) { return left.span.begin < right.span.begin; });
  const auto touching = std::adjacent_find(
      fix.edits.begin(), fix.edits.end(),
      [](const Edit& left, const Edit& right) { return right.span.begin <= left.span.end; });
  if (touching != fix.edits.end()) return std::nullopt;
  return fix;
}

/// Whether nothing but commas of other scripts keeps the entries of `list` from being `count`.
bool is_mendable(const Post& post, const yaml::Node& list, std::size_t count) {
  const bool is_plain =
      slice(post, list.span).starts_with('[') &&
      std::all_of(list.items.begin(), list.items.end(), [](const auto& item) {
        return item.style == yaml::Style::plain && item.text.find(',') == std::string::npos;
      });
  return is_plain && separated_count(list.items) == count;
}

/// What `items` are known by, as a message tells it: "`6.2.0`, `6.1.0` and 3 more".
std::string names_of(const std::vector<const yaml::Node*>& items, const std::string& key) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> names;
  for (const yaml::Node* item : items) {
    if (names.size() == kMost) break;
    std::string name = short_quote(item->find(key)->text);
    std::replace(name.begin(), name.end(), '`', '\'');
    names.push_back('`' + name + '`');
  }
  const std::size_t rest = items.size() - names.size();
  return joined(names, ", ") + (rest == 0 ? "" : " and " + std::to_string(rest) + " more");
}

/// Maps that are known by a value of theirs: which of them are lost or added.
std::optional<Finding> other_items(const PairedKey& key) {
  const ItemPairing items = pair_items(key.source.value, key.translation.value);
  if (items.key.empty() || (items.lost.empty() && items.added.empty())) return std::nullopt;
  Finding finding{.span = key.translation.value.span, .source = key.source.value.span};
  if (!items.added.empty()) finding.span = items.added.front()->span;
  if (!items.lost.empty()) finding.source = items.lost.front()->span;
  finding.fields = {{"key", key.path},
                    {"id", items.key},
                    {"expected", names_of(items.lost, items.key)},
                    {"found", names_of(items.added, items.key)}};
  finding.variant = items.lost.empty() ? "added" : items.added.empty() ? "lost" : "exchanged";
  return finding;
}

std::optional<Finding> other_count(const Subject& subject, const PairedKey& key) {
  const yaml::Node& source = key.source.value;
  const yaml::Node& translation = key.translation.value;
  if (source.items.size() == translation.items.size()) return std::nullopt;
  const bool run_together = translation.items.size() < source.items.size() &&
                            separated_count(translation.items) >= source.items.size();
  Finding finding{.span = translation.span,
                  .fields = {{"key", key.path},
                             {"expected_count", std::to_string(source.items.size())},
                             {"count", std::to_string(translation.items.size())},
                             {"expected", shown(subject.source, source)},
                             {"found", shown(subject.translation, translation)}},
                  .source = source.span,
                  .variant = run_together ? "run_together" : ""};
  // Other words may be looked for in another language; lost commas are lost commas.
  if (key.path == "keywords" && !run_together && translation.items.size() > 1) {
    finding.certainty = Certainty::unsure;
  }
  // Each language has its own search words: what many posts do so is told once.
  if (!run_together && source.items.size() > 1 && translation.items.size() > 1) {
    finding.fields.emplace("own", key.path);
  }
  if (run_together && is_mendable(subject.translation, translation, source.items.size())) {
    finding.fix = separated(subject.translation, translation.span);
  }
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const PairedKey& key : paired_keys(subject)) {
    const bool are_lists =
        key.source.value.kind == yaml::Kind::list && key.translation.value.kind == yaml::Kind::list;
    // Lists that must be the same are compared as a whole by another rule.
    if (!are_lists || key.role == KeyRole::local || key.role == KeyRole::same) continue;
    auto finding = other_items(key);
    if (!finding) finding = other_count(subject, key);
    if (!finding) continue;
    if (key.role == KeyRole::unlisted) finding->at_most = Severity::warning;
    findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace

CheckKind list_length() {
  return pair_kind("list_length", "A list of the front matter has as many entries as the source's.",
                   {"key", "id", "own", "count", "expected_count", "expected", "found"}, run);
}

}  // namespace recto::checks
