// A list that became one paragraph: its items run on in one block, perhaps behind what led into it,
// or in the item above them.

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "align/cause_finders.h"
#include "align/likeness.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "post/block_start.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kLeastItems = 3;
constexpr std::size_t kLeastMarked = 2;  // items that are known by their code behind a mark
constexpr std::size_t kLeastLost = 2;    // blocks without a match
constexpr double kLeastShare = 0.7;      // of the length that all of them let expect
constexpr double kMostShare = 1.5;
constexpr double kMoreThanPartner = 1.8;  // times the length that its match alone lets expect

class Finder {
 public:
  Finder(const Post& source, const Post& translation, const Alignment& alignment)
      : source_(source),
        translation_(translation),
        alignment_(alignment),
        ratio_(usual_length_ratio(source.locale, translation.locale)) {}

  std::optional<Cause> cause_at(std::size_t index) const {
    const Match& match = alignment_[index];
    if (is_item(match)) return items_within(index);
    if (!is_plain_paragraph(match)) return std::nullopt;
    std::size_t begin = index;
    while (begin > 0 && is_lost(begin - 1) && has_item(begin - 1)) --begin;
    const bool has_lead_in = begin > 0 && is_lost(begin - 1) && leads_in(begin - 1);
    if (has_lead_in) --begin;
    std::size_t end = index + 1;
    while (end < alignment_.size() && is_lost(end) && has_item(end)) ++end;
    const std::size_t items = end - begin - (match.source.count == 0 ? 1 : 0);
    const bool are_bulleted = bullets_of(match) >= std::max(items, kLeastMarked);
    if (end - begin <= kLeastLost && !are_bulleted) return std::nullopt;
    const Run blocks = run_of(begin, end);
    const bool are_marked = are_bulleted || all_open(match, std::max(begin, index + 1), end);
    if (!is_list(blocks, are_marked ? kLeastMarked : kLeastItems)) return std::nullopt;
    if (!fits(match, blocks, are_marked)) return std::nullopt;
    return Cause{CauseKind::run_together, blocks, match.translation,
                 translation_.blocks[match.translation.first].span};
  }

 private:
  /// Items of the source that run on in the first of them: that has the number of each, or behind a
  /// mark the code which it begins with. Any of them may be the one that is matched.
  std::optional<Cause> items_within(std::size_t index) const {
    const bool has_lost =
        (index > 0 && is_lost(index - 1)) || (index + 1 < alignment_.size() && is_lost(index + 1));
    if (!has_lost) return std::nullopt;
    const Match& match = alignment_[index];
    const Openings openings = openings_in(translation_.blocks[match.translation.first]);
    if (!openings.has_mark) return std::nullopt;
    std::size_t begin = index;
    while (begin > 0 && opens(openings, begin - 1)) --begin;
    std::size_t end = index + 1;
    while (end < alignment_.size() && opens(openings, end)) ++end;
    for (std::size_t left = openings.bullets; left > 0 && end < alignment_.size(); --left) {
      if (is_lost(end) && has_item(end)) ++end;
    }
    const Run blocks = run_of(begin, end);
    if (blocks.count > 1 && is_wrapped_line(source_, blocks.first + 1)) return std::nullopt;
    if (end - begin == 1 || said_in(match) < kLeastShare * expected_length(blocks)) {
      return std::nullopt;
    }
    return Cause{CauseKind::run_together, blocks, match.translation,
                 translation_.blocks[match.translation.first].span};
  }

  /// Whether an item of the translation is matched with one, or with nothing.
  bool is_item(const Match& match) const {
    if (match.source.count > 1 || match.translation.count != 1 || match.moved) return false;
    const Block& block = translation_.blocks[match.translation.first];
    return block.kind == BlockKind::paragraph &&
           opens_item(translation_, match.translation.first) &&
           (match.source.count == 0 || opens_item(source_, match.source.first));
  }

  /// Whether all from `begin` on are items of the source that the translation has amid its text.
  bool all_open(const Match& match, std::size_t begin, std::size_t end) const {
    const Openings openings = openings_in(translation_.blocks[match.translation.first]);
    if (!openings.has_mark) return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (!opens(openings, i)) return false;
    }
    return begin < end;
  }

  /// What items begin with, in one block of the translation.
  struct Openings {
    std::unordered_set<std::string_view> codes;
    std::unordered_set<int> numbers;
    std::size_t bullets = 0;  // at the beginning of lines, that are none to Markdown
    bool has_mark = false;    // amid the text
  };

  /// The number and the code that `block` begins with, those numbers in it that may be marks of
  /// items, and the code behind other marks.
  Openings openings_in(const Block& block) const {
    Openings openings;
    add_numbers(slice(translation_, block.content), openings);
    openings.bullets = bullets_in(slice(translation_, block.content));
    openings.has_mark = !openings.numbers.empty() || openings.bullets > 0;
    const Container* item = item_of(translation_, block);
    if (item != nullptr && item->number) openings.numbers.insert(*item->number);
    for (const Inline& piece : block.inlines) {
      if (piece.kind != InlineKind::code) continue;
      const std::string_view before = slice(
          translation_, {block.content.begin, std::max(block.content.begin, piece.span.begin)});
      const std::size_t last = before.find_last_not_of(" \t");
      const bool is_first = last == std::string_view::npos;
      const bool is_marked = !is_first && ends_in_mark(before.substr(0, last + 1));
      if (is_first || is_marked) openings.codes.insert(slice(translation_, piece.content));
      openings.has_mark = openings.has_mark || is_marked;
    }
    return openings;
  }

  /// Whether `text` ends in the mark of an item that stands by itself: ` *`, ` \*`, ` -`.
  static bool ends_in_mark(std::string_view text) {
    if (std::string_view("*-+_").find(text.back()) == std::string_view::npos) return false;
    text.remove_suffix(1);
    if (text.ends_with('\\')) text.remove_suffix(1);
    return !text.empty() && is_gap(text.back());
  }

  /// How many lines of the match begin with a mark that makes no item.
  std::size_t bullets_of(const Match& match) const {
    const std::string_view text =
        slice(translation_, translation_.blocks[match.translation.first].content);
    return bullets_in(text) + (unknown_mark_size(text) > 0 ? 1 : 0);
  }

  static std::size_t bullets_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) {
      const std::size_t at = std::min(text.find_first_not_of(" \t", end + 1), text.size());
      if (unknown_mark_size(text.substr(at)) > 0) ++count;
    }
    return count;
  }

  /// `2)` and `2.` between blanks.
  static void add_numbers(std::string_view text, Openings& openings) {
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
      if (!is_ascii_digit(text[at]) || !is_gap(text[at - 1])) continue;
      const std::size_t digits = at;
      int number = 0;
      for (; at < text.size() && at < digits + 3 && is_ascii_digit(text[at]); ++at) {
        number = number * 10 + (text[at] - '0');
      }
      const bool is_mark =
          at + 1 < text.size() && (text[at] == ')' || text[at] == '.') && is_gap(text[at + 1]);
      if (is_mark) openings.numbers.insert(number);
    }
  }

  /// Whether an item is lost at `index` that `openings` knows by its number or its code.
  bool opens(const Openings& openings, std::size_t index) const {
    if (!is_lost(index) || !has_item(index)) return false;
    const std::optional<int> number = item_of(source_, first_block(index))->number;
    if (number && openings.numbers.contains(*number)) return true;
    const std::vector<Inline>& inlines = first_block(index).inlines;
    return !inlines.empty() && inlines.front().kind == InlineKind::code &&
           openings.codes.contains(slice(source_, inlines.front().content));
  }

  double said_in(const Match& match) const {
    const Block& block = translation_.blocks[match.translation.first];
    return static_cast<double>(count_code_points(plain_text(translation_, block)));
  }

  /// Whether the match is in Latin letters where the translation's language has others.
  bool is_left(const Match& match) const {
    const Block& block = translation_.blocks[match.translation.first];
    return !is_written_in_latin(translation_.locale) &&
           is_ascii(std::string_view(plain_text(translation_, block)));
  }

  bool is_plain_paragraph(const Match& match) const {
    if (match.translation.count != 1 || match.moved) return false;
    const Block& block = translation_.blocks[match.translation.first];
    return block.kind == BlockKind::paragraph && !block.container;
  }
  bool is_lost(std::size_t index) const {
    const Match& match = alignment_[index];
    return match.translation.count == 0 && match.source.count == 1 && !match.moved;
  }
  const Block& first_block(std::size_t index) const {
    return source_.blocks[alignment_[index].source.first];
  }
  bool has_item(std::size_t index) const { return item_of(source_, first_block(index)) != nullptr; }
  bool leads_in(std::size_t index) const {
    return ends_with_colon(source_, alignment_[index].source.first);
  }

  Run run_of(std::size_t begin, std::size_t end) const {
    Run run;
    for (std::size_t i = begin; i < end; ++i) {
      const Run& next = alignment_[i].source;
      if (next.count == 0) continue;
      if (run.count == 0) run.first = next.first;
      run.count = next.end() - run.first;
    }
    return run;
  }

  /// Whether the blocks are items, but for one that leads into them.
  bool is_list(const Run& blocks, std::size_t least) const {
    std::size_t items = 0;
    for (std::size_t i = blocks.first; i < blocks.end(); ++i) {
      if (opens_item(source_, i)) ++items;
      const bool is_item = item_of(source_, source_.blocks[i]) != nullptr;
      if (!is_item && i != blocks.first) return false;
    }
    return items >= least;
  }

  bool fits(const Match& match, const Run& blocks, bool are_marked) const {
    const double said = said_in(match);
    // Text that was left in the source's language is as long as there.
    const double all = expected_length(blocks) / (is_left(match) ? ratio_ : 1.0);
    return said >= kLeastShare * all && said <= kMostShare * all &&
           (are_marked || said >= kMoreThanPartner * expected_length(match.source));
  }

  double expected_length(const Run& blocks) const {
    std::size_t sum = 0;
    for (std::size_t i = blocks.first; i < blocks.end(); ++i) {
      sum += count_code_points(plain_text(source_, source_.blocks[i]));
    }
    return ratio_ * static_cast<double>(sum);
  }

  const Post& source_;
  const Post& translation_;
  const Alignment& alignment_;
  double ratio_;
};

}  // namespace

Causes lists_run_together(const Post& source, const Post& translation, const Alignment& alignment) {
  const Finder finder(source, translation, alignment);
  Causes causes;
  for (std::size_t i = 0; i < alignment.size(); ++i) {
    if (const auto cause = finder.cause_at(i)) causes.push_back(*cause);
  }
  return causes;
}

}  // namespace recto
