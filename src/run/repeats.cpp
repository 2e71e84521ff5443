#include "run/repeats.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace recto {
namespace {

constexpr std::size_t kMostLines = 5;  // that a message names

/// What makes two findings one: post, rule, words, severity, and what a fix may do.
using Key = std::tuple<std::string, std::string, std::string, Severity, std::optional<Safety>>;

Key key_of(const Diagnostic& diagnostic) {
  const auto safety = diagnostic.fix ? std::optional(diagnostic.fix->safety) : std::nullopt;
  return {diagnostic.at.path, diagnostic.rule, diagnostic.message, diagnostic.severity, safety};
}

/// The edits of all of `same` in the order of the text, with their places; none when two overlap.
bool join_fixes(const std::vector<const Diagnostic*>& same, Diagnostic& first) {
  if (!first.fix) return true;
  std::vector<std::pair<Edit, Location>> edits;
  for (const Diagnostic* diagnostic : same) {
    if (diagnostic->edited.size() != diagnostic->fix->edits.size()) return false;
    for (std::size_t i = 0; i < diagnostic->edited.size(); ++i) {
      edits.emplace_back(diagnostic->fix->edits[i], diagnostic->edited[i]);
    }
  }
  std::stable_sort(edits.begin(), edits.end(), [](const auto& left, const auto& right) {
    return left.first.span.begin < right.first.span.begin;
  });
  for (std::size_t i = 1; i < edits.size(); ++i) {
    if (edits[i].first.span.begin < edits[i - 1].first.span.end) return false;
  }
  first.fix->edits.clear();
  first.edited.clear();
  for (auto& [edit, place] : edits) {
    first.fix->edits.push_back(std::move(edit));
    first.edited.push_back(std::move(place));
  }
  return true;
}

/// ` (also at lines 12, 40)`; ` (3 times)` where all stand on one line.
std::string others(const std::vector<const Diagnostic*>& same) {
  std::vector<std::size_t> lines;
  lines.reserve(same.size());
  for (const Diagnostic* diagnostic : same) lines.push_back(diagnostic->at.line);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  if (lines.size() == 1) return " (" + std::to_string(same.size()) + " times)";
  std::string text = lines.size() == 2 ? " (also at line " : " (also at lines ";
  for (std::size_t i = 1; i < lines.size() && i <= kMostLines; ++i) {
    text += (i == 1 ? "" : ", ") + std::to_string(lines[i]);
  }
  if (lines.size() > kMostLines + 1) {
    text += " and " + std::to_string(lines.size() - kMostLines - 1) + " more";
  }
  return text + ")";
}

}  // namespace

std::vector<Diagnostic> without_repeats(const std::vector<Diagnostic>& diagnostics) {
  std::map<Key, std::vector<const Diagnostic*>> alike;
  for (const Diagnostic& diagnostic : diagnostics) alike[key_of(diagnostic)].push_back(&diagnostic);
  std::vector<Diagnostic> result;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::vector<const Diagnostic*>& same = alike[key_of(diagnostic)];
    Diagnostic first = diagnostic;
    const bool is_joined = same.size() > 1 && join_fixes(same, first);
    if (is_joined && same.front() != &diagnostic) continue;
    if (is_joined) {
      first.message += others(same);
      first.count = 0;
      for (const Diagnostic* one : same) first.count += one->count;
    }
    result.push_back(std::move(first));
  }
  return result;
}

}  // namespace recto
