#include "align/unfenced.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "align/cause_finders.h"
#include "base/hash.h"
#include "post/ascii.h"

namespace recto {
namespace {

constexpr std::size_t kLeastLength = 12;  // bytes of code: `ls` is a word of many texts
constexpr std::size_t kMostPlaces = 16;   // of one line; more are no code block's alone

/// A line that is not blank, without the blanks around it.
struct Line {
  Span span;
  std::uint64_t hash = 0;
  std::size_t block = 0;  // index into Post::blocks; their number for a line of none
};
using Lines = std::vector<Line>;

Span trimmed(std::string_view text, Span span) {
  while (!span.is_empty() && is_blank(text[span.end - 1])) --span.end;
  while (!span.is_empty() && is_blank(text[span.begin])) ++span.begin;
  return span;
}

void add_line(const Post& post, Span span, std::size_t block, Lines& lines) {
  span = trimmed(post.text, span);
  if (!span.is_empty()) lines.push_back({span, hash_of(slice(post, span)), block});
}

Lines lines_of_code(const Post& post, std::size_t block) {
  Lines lines;
  for (const Span line : post.blocks[block].lines) add_line(post, line, block, lines);
  return lines;
}

/// All lines of the body, each with the block that it stands in.
Lines lines_of_body(const Post& post) {
  Lines lines;
  std::size_t block = 0;
  for (std::uint32_t begin = post.body.begin; begin < post.body.end;) {
    const std::size_t next = std::min<std::size_t>(post.text.find('\n', begin), post.body.end);
    const auto end = static_cast<std::uint32_t>(next);
    while (block < post.blocks.size() && post.blocks[block].span.end <= begin) ++block;
    const bool is_inside = block < post.blocks.size() && post.blocks[block].span.begin < end;
    add_line(post, {begin, end}, is_inside ? block : post.blocks.size(), lines);
    begin = end + 1;
  }
  return lines;
}

std::vector<std::size_t> code_blocks(const Post& post) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    if (post.blocks[i].kind == BlockKind::code) found.push_back(i);
  }
  return found;
}

std::uint64_t hash_of_all(const Lines& lines) {
  std::uint64_t hash = 0;
  for (const Line& line : lines) hash = hash * 31 + line.hash;
  return hash;
}

/// Whether `block` shows its lines as code, be it in HTML.
bool is_code(const Post& post, const Block& block) {
  return block.kind == BlockKind::code ||
         (block.kind == BlockKind::html && slice(post, block.span).starts_with("<pre"));
}

class Finder {
 public:
  explicit Finder(const Post& translation, const std::vector<std::size_t>& code)
      : post_(translation), lines_(lines_of_body(translation)) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::vector<std::size_t>& places = places_[lines_[i].hash];
      if (places.size() < kMostPlaces) places.push_back(i);
    }
    for (const std::size_t block : code) kept_.insert(hash_of_all(lines_of_code(post_, block)));
  }

  /// Where the lines of `code` are text, after the line number `from`.
  std::optional<std::size_t> place_of(const Lines& code, std::size_t from) const {
    if (kept_.contains(hash_of_all(code))) return std::nullopt;
    // The first line may be a comment, and translated.
    for (std::size_t skipped = 0; skipped < std::min<std::size_t>(2, code.size()); ++skipped) {
      const auto places = places_.find(code[skipped].hash);
      if (places == places_.end()) continue;
      for (const std::size_t place : places->second) {
        if (place >= from + skipped && is_text_of(code, place - skipped)) return place - skipped;
      }
    }
    return std::nullopt;
  }

  Unfenced unfenced(std::size_t code, std::size_t place, std::size_t count) const {
    const std::size_t end = place + count;
    const Line& first = lines_[place];
    const Line& last = lines_[end - 1];
    const bool begins = place == 0 || lines_[place - 1].block != first.block;
    const bool ends = end == lines_.size() || lines_[end].block != last.block;
    Run text{first.block + (begins ? 0 : 1), 0};
    const std::size_t text_end = last.block + (ends ? 1 : 0);
    if (text_end > text.first)
      text.count = text_end - text.first;
    else
      text.first = first.block;
    return {code, text, {first.span.begin, last.span.end}};
  }

 private:
  /// Whether the lines from `place` on are those of `code`, but for a few, and text.
  bool is_text_of(const Lines& code, std::size_t place) const {
    const std::size_t end = place + code.size();
    if (end > lines_.size()) return false;
    std::size_t same = 0;
    for (std::size_t i = place; i < end; ++i) {
      const std::size_t block = lines_[i].block;
      if (block == post_.blocks.size() || is_code(post_, post_.blocks[block])) return false;
      if (lines_[i].hash == code[i - place].hash) ++same;
    }
    constexpr std::size_t kMostOther = 4;  // one line of so many
    return (code.size() - same) * kMostOther <= code.size();
  }

  const Post& post_;
  Lines lines_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places_;  // of lines, by hash
  std::unordered_set<std::uint64_t> kept_;                              // code that is code still
};

}  // namespace

std::vector<Unfenced> unfenced_code(const Post& source, const Post& translation) {
  const std::vector<std::size_t> ours = code_blocks(source);
  const std::vector<std::size_t> theirs = code_blocks(translation);
  if (ours.size() <= theirs.size()) return {};
  const Finder finder(translation, theirs);
  std::vector<Unfenced> found;
  std::size_t from = 0;
  for (const std::size_t block : ours) {
    const Lines code = lines_of_code(source, block);
    if (code.empty() || code.back().span.end - code.front().span.begin < kLeastLength) continue;
    const auto place = finder.place_of(code, from);
    if (!place) continue;
    found.push_back(finder.unfenced(block, *place, code.size()));
    from = *place + code.size();
  }
  return found;
}

Causes unfenced_causes(const Post& source, const Post& translation) {
  Causes causes;
  for (const auto& [code, text, lines] : unfenced_code(source, translation)) {
    causes.push_back({CauseKind::unfenced, {code, 1}, text, lines});
  }
  return causes;
}

}  // namespace recto
