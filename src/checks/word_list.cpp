#include "checks/word_list.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// The word of a line; empty when it has none.
std::string word_of(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at > 0 && !is_gap(line[at - 1])) continue;  // C#
    line = line.substr(0, at);
    break;
  }
  return nfc(trimmed(line));
}

/// A word with its line and the lines of comment above it.
struct Entry {
  std::string word;
  std::vector<std::string> lines;
};

/// Lines between two empty ones.
struct Group {
  std::vector<std::string> head;
  std::vector<Entry> entries;
  std::vector<std::string> foot;  // comments behind the last word
};

void add(std::string_view line, Group& group) {
  std::string word = word_of(line);
  if (word.empty()) {
    (group.entries.empty() ? group.head : group.foot).emplace_back(line);
    return;
  }
  Entry entry{std::move(word), std::move(group.foot)};
  group.foot.clear();
  entry.lines.emplace_back(line);
  group.entries.push_back(std::move(entry));
}

std::vector<Group> groups_of(std::string_view text) {
  std::vector<Group> groups(1);
  for (std::string_view line : lines_of(text)) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trimmed(line).empty())
      groups.emplace_back();
    else
      add(line, groups.back());
  }
  return groups;
}

}  // namespace

std::vector<std::string> words_of_list(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<std::string> words;
  for (const std::string_view line : lines_of(text)) {
    std::string word = word_of(line);
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

std::string with_words(std::string_view text, const std::vector<std::string>& words) {
  std::string result;
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
    result = kByteOrderMark;
  }
  std::set<std::string> known;
  for (const std::string& word : words_of_list(text)) known.insert(folded(word));
  std::vector<Group> groups = groups_of(text);
  std::vector<std::string> sorted = words;
  std::sort(sorted.begin(), sorted.end());
  for (const std::string& word : sorted) {
    if (known.insert(folded(word)).second) groups.back().entries.push_back({word, {word}});
  }
  const std::string line_end = text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  const auto write = [&](const std::vector<std::string>& lines) {
    for (const std::string& line : lines) result += line + line_end;
  };
  for (Group& group : groups) {
    if (&group != &groups.front()) result += line_end;
    std::stable_sort(group.entries.begin(), group.entries.end(),
                     [](const Entry& left, const Entry& right) { return left.word < right.word; });
    write(group.head);
    for (const Entry& entry : group.entries) write(entry.lines);
    write(group.foot);
  }
  return result;
}

}  // namespace recto
