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

using Places = std::vector<std::size_t>;  // indices into the diagnostics

/// Gives the first of `same` the edits of all in the order of the text, with their places; whether
/// none of them overlap.
bool join_fixes(const Places& same, std::vector<Diagnostic>& diagnostics) {
  Diagnostic& first = diagnostics[same.front()];
  if (!first.fix) return true;
  std::vector<std::pair<Edit, Location>> edits;
  for (const std::size_t place : same) {
    const Diagnostic& one = diagnostics[place];
    if (one.edited.size() != one.fix->edits.size()) return false;
    for (std::size_t i = 0; i < one.edited.size(); ++i) {
      edits.emplace_back(one.fix->edits[i], one.edited[i]);
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
std::string others(const Places& same, const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::size_t> lines;
  lines.reserve(same.size());
  for (const std::size_t place : same) lines.push_back(diagnostics[place].at.line);
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

std::vector<Diagnostic> without_repeats(std::vector<Diagnostic> diagnostics) {
  std::map<Key, Places> alike;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) alike[key_of(diagnostics[i])].push_back(i);
  std::vector<bool> is_told(diagnostics.size());  // by an earlier one
  for (const auto& [key, same] : alike) {
    if (same.size() == 1 || !join_fixes(same, diagnostics)) continue;
    Diagnostic& first = diagnostics[same.front()];
    first.message += others(same, diagnostics);
    for (std::size_t i = 1; i < same.size(); ++i) {
      first.count += diagnostics[same[i]].count;
      is_told[same[i]] = true;
    }
  }
  std::vector<Diagnostic> result;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    if (!is_told[i]) result.push_back(std::move(diagnostics[i]));
  }
  return result;
}

}  // namespace recto
