#include "align/unfenced.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "align/cause_finders.h"
#include "base/ascii.h"
#include "base/hash.h"

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
  while (!span.is_empty() && is_gap(text[span.end - 1])) --span.end;
  while (!span.is_empty() && is_gap(text[span.begin])) ++span.begin;
  return span;
}

/// A hash of `line` that is the same where a converter has escaped what code need not: `\\-`,
/// `&lt;`.
std::uint64_t hash_of_line(std::string_view line) {
  if (line.find_first_of("\\&") == line.npos) return hash_of(line);
  constexpr std::array<std::pair<std::string_view, char>, 4> kEntities = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}}};
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    const auto entity = std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& known) {
      return line.substr(at).starts_with(known.first);
    });
    if (entity != kEntities.end()) {
      plain += entity->second;
      at += entity->first.size();
      continue;
    }
    if (line[at] == '\\' && at + 1 < line.size() && is_ascii_punctuation(line[at + 1])) ++at;
    plain += line[at++];
  }
  return hash_of(plain);
}

void add_line(const Post& post, Span span, std::size_t block, Lines& lines) {
  span = trimmed(post.text, span);
  if (!span.is_empty()) lines.push_back({span, hash_of_line(slice(post, span)), block});
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

/// Whether the block at `index` is text: neither code, nor what HTML and shortcodes show as code.
bool is_text(const Post& post, std::size_t index) {
  if (index == post.blocks.size()) return false;
  const BlockKind kind = post.blocks[index].kind;
  if (kind == BlockKind::code || kind == BlockKind::html || kind == BlockKind::directive ||
      kind == BlockKind::row) {
    return false;
  }
  if (index == 0) return true;
  const Block& before = post.blocks[index - 1];
  const std::string_view mark = slice(post, before.span);
  if (before.kind == BlockKind::html) return mark.find("<pre") == mark.npos;
  return before.kind != BlockKind::directive || mark.find("highlight") == mark.npos;
}

using Counts = std::unordered_map<std::uint64_t, std::size_t>;

/// How often each line of `post` is text.
Counts lines_of_text(const Post& post) {
  Counts counts;
  for (const Line& line : lines_of_body(post)) {
    if (is_text(post, line.block)) ++counts[line.hash];
  }
  return counts;
}

/// Finds the code of the source in the text of the translation, block by block.
class Finder {
 public:
  Finder(const Post& source, const Post& translation, const std::vector<std::size_t>& code)
      : post_(translation), lines_(lines_of_body(translation)), text_(lines_of_text(source)) {
    for (std::size_t i = 0; i < lines_.size(); ++i) places_[lines_[i].hash].push_back(i);
    for (const std::size_t block : code) ++kept_[hash_of_all(lines_of_code(post_, block))];
  }

  /// Where the lines of `block`, the next of the source, are text.
  std::optional<Unfenced> find(const Post& source, std::size_t block) {
    const Lines code = lines_of_code(source, block);
    if (code.empty() || code.back().span.end - code.front().span.begin < kLeastLength) {
      return std::nullopt;
    }
    std::size_t& kept = kept_[hash_of_all(code)];
    if (kept > 0) {
      --kept;
      return std::nullopt;
    }
    const auto place = place_of(code);
    if (!place) return std::nullopt;
    from_ = *place + code.size();
    return unfenced(block, *place, code.size());
  }

 private:
  /// The number of the first line of `code` as text.
  std::optional<std::size_t> place_of(const Lines& code) const {
    // The first line may be a comment, and translated.
    for (std::size_t skipped = 0; skipped < std::min<std::size_t>(2, code.size()); ++skipped) {
      const auto known = places_.find(code[skipped].hash);
      if (known == places_.end()) continue;
      const std::vector<std::size_t>& places = known->second;
      auto place = std::lower_bound(places.begin(), places.end(), from_ + skipped);
      for (std::size_t looks = 0; place != places.end() && looks < kMostPlaces; ++place, ++looks) {
        if (is_text_of(code, *place - skipped)) return *place - skipped;
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

  /// Whether the lines from `place` on are those of `code`, but for a few, and text as they are not
  /// in the source.
  bool is_text_of(const Lines& code, std::size_t place) const {
    if (place + code.size() > lines_.size()) return false;
    std::size_t same = 0;
    bool is_own = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
      const Line& line = lines_[place + i];
      if (!is_text(post_, line.block)) return false;
      if (line.hash != code[i].hash) continue;
      ++same;
      is_own = is_own || !text_.contains(line.hash);
    }
    constexpr std::size_t kMostOther = 4;  // one line of so many
    return is_own && (code.size() - same) * kMostOther <= code.size();
  }

  const Post& post_;
  Lines lines_;                                                         // of the translation
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places_;  // of lines, by hash
  Counts text_;           // lines of the source that are text
  Counts kept_;           // code that is code still, by its hash
  std::size_t from_ = 0;  // the line behind what was found last
};

}  // namespace

std::vector<Unfenced> unfenced_code(const Post& source, const Post& translation) {
  const std::vector<std::size_t> ours = code_blocks(source);
  const std::vector<std::size_t> theirs = code_blocks(translation);
  if (ours.size() <= theirs.size()) return {};
  Finder finder(source, translation, theirs);
  std::vector<Unfenced> found;
  for (const std::size_t block : ours) {
    if (const auto unfenced = finder.find(source, block)) found.push_back(*unfenced);
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
