#include "report/fix.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

namespace recto {
namespace {

/// Changes of one place, by their beginning; no two touch.
struct Change {
  std::uint32_t end = 0;
  const std::string* rule = nullptr;
  std::vector<std::string_view> texts;  // more than one where findings of a rule add at one place
};
using Changes = std::map<std::uint32_t, Change>;

bool is_insertion_at(const Changes::value_type& change, const Edit& edit) {
  return edit.span.is_empty() && change.first == edit.span.begin &&
         change.second.end == edit.span.begin;
}

/// Whether `edit` may be made besides `changes`. What merely touches waits, too: whether it is
/// still right may depend on what stands beside it.
bool fits(const Changes& changes, const Edit& edit, const std::string& rule) {
  const auto next = changes.upper_bound(edit.span.begin);
  if (next != changes.end() && next->first <= edit.span.end) return false;
  if (next == changes.begin()) return true;
  const auto& before = *std::prev(next);
  if (is_insertion_at(before, edit)) return *before.second.rule == rule;
  return before.second.end < edit.span.begin;
}

/// Whether the edits are in order, apart and inside `text`, and change it.
bool is_sound(std::string_view text, const Fix& fix) {
  std::uint32_t end = 0;
  bool changes = false;
  for (const Edit& edit : fix.edits) {
    if (edit.span.begin < end || edit.span.end < edit.span.begin) return false;
    if (edit.span.end > text.size()) return false;
    end = edit.span.end;
    changes = changes || slice(text, edit.span) != edit.text;
  }
  return changes;
}

/// By place; what is added at one place in the order of the source.
bool comes_first(const Diagnostic* left, const Diagnostic* right) {
  const auto key = [](const Diagnostic* finding) {
    const std::uint32_t source = finding->source ? finding->source->span.begin : 0;
    return std::tuple(finding->fix->edits.front().span.begin, source);
  };
  return key(left) < key(right);
}

bool ends_with_line_end(std::string_view text) {
  return text.ends_with('\n') || text.ends_with('\r');
}

std::string_view line_end_of(std::string_view text) {
  const std::size_t at = text.find('\n');
  return at != std::string_view::npos && at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
}

void append_with_line_ends(std::string& result, std::string_view text, std::string_view line_end) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    if (text[at] == '\n')
      result += line_end;
    else
      result += text[at];
  }
}

std::string changed(std::string_view text, const Changes& changes) {
  const std::string_view line_end = line_end_of(text);
  std::string result;
  std::size_t at = 0;
  for (const auto& [begin, change] : changes) {
    result += text.substr(at, begin - at);
    for (const std::string_view added : change.texts) {
      append_with_line_ends(result, added, line_end);
    }
    at = change.end;
  }
  result += text.substr(at);
  if (ends_with_line_end(text) && !result.empty() && !ends_with_line_end(result)) {
    result += line_end;
  }
  return result;
}

}  // namespace

FixedText apply_fixes(std::string_view text, const std::vector<const Diagnostic*>& findings) {
  std::vector<const Diagnostic*> sound;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(sound),
               [&](const Diagnostic* finding) { return is_sound(text, *finding->fix); });
  std::stable_sort(sound.begin(), sound.end(), comes_first);
  Changes changes;
  std::size_t applied = 0;
  for (const Diagnostic* finding : sound) {
    const std::vector<Edit>& edits = finding->fix->edits;
    const bool all_fit = std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) {
      return fits(changes, edit, finding->rule);
    });
    if (!all_fit) continue;
    for (const Edit& edit : edits) {
      Change& change = changes[edit.span.begin];
      change.end = std::max(change.end, edit.span.end);
      change.rule = &finding->rule;
      change.texts.push_back(edit.text);
    }
    ++applied;
  }
  return {changed(text, changes), applied};
}

}  // namespace recto
