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

/// Gathers paragraphs of one list; none that begins as what it stands for does: `2.x is old`.
class Gatherer {
 public:
  explicit Gatherer(const Subject& subject) : marks_(subject.translation.blocks.size()) {
    const Post& post = subject.translation;
    for (std::size_t i = 0; i < post.blocks.size(); ++i) {
      const bool may_have = post.blocks[i].kind == BlockKind::paragraph && !opens_item(post, i);
      if (may_have) marks_[i] = marks_of(post, post.blocks[i]);
    }
    for (const Match& match : subject.alignment) {
      if (match.source.count != 1 || match.translation.count == 0) continue;
      std::vector<UnmarkedMark>& marks = marks_[match.translation.first];
      const bool is_text = !marks.empty() && !opens_item(subject.source, match.source.first) &&
                           begins_so(subject.source, subject.source.blocks[match.source.first],
                                     slice(post, marks.front().span));
      if (is_text) marks.clear();
    }
  }

  /// Makes one of those that follow each other in paragraphs of their own, with what stands between
  /// and around them of their list: `1)`, blank line, `2)`.
  std::vector<UnmarkedItems> gathered(std::vector<UnmarkedItems> all) const {
    std::vector<UnmarkedItems> result;
    std::size_t behind = 0;  // all that is gathered
    for (UnmarkedItems& items : all) {
      if (items.block < behind) continue;
      while (items.block > behind && goes_on(marks_[items.block - 1], items.marks)) {
        items.marks = marks_[--items.block];
      }
      for (behind = items.block + 1; goes_on(items.marks, marks_at(behind)); ++behind) {
        items.marks.insert(items.marks.end(), marks_[behind].begin(), marks_[behind].end());
      }
      items.behind = behind;
      items.is_parted = is_parted(items);
      result.push_back(std::move(items));
    }
    return result;
  }

 private:
  using Marks = std::vector<UnmarkedMark>;

  Marks marks_at(std::size_t index) const {
    return index < marks_.size() ? marks_[index] : Marks();
  }

  /// Whether the items of `second` come next to those of `first`.
  static bool goes_on(const Marks& first, const Marks& second) {
    if (first.empty() || second.empty()) return false;
    const std::string& last = first.back().markdown;
    const std::string& next = second.front().markdown;
    if (last == "-" || next == "-") return last == next;
    return std::stoi(last) + 1 == std::stoi(next);
  }

  /// Whether the list goes on behind something else, a picture perhaps.
  bool is_parted(const UnmarkedItems& items) const {
    constexpr std::size_t kFarthest = 3;  // blocks
    for (std::size_t i = items.behind + 1; i <= items.behind + kFarthest; ++i) {
      if (goes_on(items.marks, marks_at(i))) return true;
    }
    return false;
  }

  std::vector<Marks> marks_;  // of each block of the translation that may be items
};

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
    if (!marks.empty()) result.push_back({index, source, std::move(marks), 1, index + 1});
  }
  if (!result.empty()) result = Gatherer(subject).gathered(std::move(result));
  for (const Cause& cause : subject.causes) {
    if (cause.kind != CauseKind::run_together) continue;
    std::size_t source = cause.source.first;
    if (!opens_item(subject.source, source)) ++source;  // it leads into the list
    const std::size_t index = cause.translation.first;
    const Block& block = subject.translation.blocks[index];
    result.push_back(
        {index, source, marks_of(subject.translation, block), cause.source.count, index + 1});
  }
  return result;
}

}  // namespace recto::checks
