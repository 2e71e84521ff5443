#include "checks/unmarked.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "checks/items.h"
#include "post/block_start.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

bool ends_number(char32_t c) {
  return c == U'.' || c == U')' || c == U'．' || c == U'）' || c == U'、';
}

/// Whether what stands at `at` is neither a blank nor the rest of a number: `2.Open`.
bool touches_word(std::string_view text, std::size_t at) {
  return at < text.size() && !is_gap(text[at]) && !is_ascii_digit(text[at]);
}

/// The mark at the beginning of `line` that only a reader takes for an item's.
std::optional<UnmarkedMark> mark_of(const Post& post, Span line) {
  const std::string_view text = slice(post, line);
  if (const std::size_t size = unknown_mark_size(text)) {
    return UnmarkedMark{span_at(line.begin, size), "-"};
  }
  std::size_t at = 0;
  char32_t c = text.empty() ? U' ' : next_code_point(text, at);
  std::string number;
  bool is_ascii = true;
  while (const auto digit = digit_value(c)) {
    is_ascii = is_ascii && c < 0x80;
    number += static_cast<char>('0' + *digit);
    if (at == text.size()) return std::nullopt;
    c = next_code_point(text, at);
  }
  if (number.empty() || number.size() > 3 || !ends_number(c)) return std::nullopt;
  if (is_ascii && c < 0x80 && !touches_word(text, at)) return std::nullopt;
  return UnmarkedMark{span_at(line.begin, at), number + "."};
}

std::vector<UnmarkedMark> marks_of(const Post& post, const Block& block) {
  std::vector<UnmarkedMark> marks;
  std::uint32_t begin = block.span.begin;
  while (begin < block.span.end) {
    while (begin < block.span.end && (post.text[begin] == ' ' || post.text[begin] == '\t')) ++begin;
    const std::size_t newline = post.text.find('\n', begin);
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(newline, block.span.end));
    auto mark = mark_of(post, {begin, end});
    // A first line without a mark: the others may be anything.
    if (!mark && marks.empty()) return {};
    if (mark) marks.push_back(std::move(*mark));
    begin = end + 1;
  }
  return marks;
}

bool begins_so(const Post& post, const Block& block, std::string_view mark) {
  return slice(post, block.content).starts_with(mark);
}

}  // namespace

std::vector<UnmarkedItems> unmarked_items(const Subject& subject) {
  std::vector<UnmarkedItems> result;
  for (const BlockPair& pair : block_pairs(subject)) {
    const std::size_t source = pair.match.source.first;
    const Block& block = pair.translation.front();
    if (block.kind != BlockKind::paragraph || !opens_item(subject.source, source)) continue;
    const std::size_t index = pair.match.translation.first;
    if (opens_item(subject.translation, index)) continue;
    std::vector<UnmarkedMark> marks = marks_of(subject.translation, block);
    if (!marks.empty() && begins_so(subject.source, pair.source.front(),
                                    slice(subject.translation, marks.front().span))) {
      continue;  // `1.x is old`: the item itself begins so
    }
    if (!marks.empty()) result.push_back({index, source, std::move(marks), 1});
  }
  for (const Cause& cause : subject.causes) {
    if (cause.kind != CauseKind::run_together) continue;
    std::size_t source = cause.source.first;
    if (!opens_item(subject.source, source)) ++source;  // it leads into the list
    const std::size_t index = cause.translation.first;
    const Block& block = subject.translation.blocks[index];
    result.push_back({index, source, marks_of(subject.translation, block), cause.source.count});
  }
  return result;
}

}  // namespace recto::checks
