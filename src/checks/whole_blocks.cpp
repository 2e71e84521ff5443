#include "checks/whole_blocks.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "checks/balance.h"
#include "checks/tags.h"
#include "post/boxes.h"
#include "post/known_lines.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

bool is_comment(std::string_view text) {
  return text.starts_with("<!--") || text.starts_with("{/*");
}

/// Whether the comment ends the part of a post that lists of posts show.
bool is_truncate_marker(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') word += c;
  }
  return is_comment(text) && (word == "truncate" || word == "more");
}

/// Whether the block only keeps others apart: `&nbsp;`.
bool is_spacer(const Post& post, const Block& block) {
  constexpr std::array<std::string_view, 4> kBlanks = {"&nbsp;", "&emsp;", "&ensp;", "&#160;"};
  return !block.inlines.empty() &&
         std::all_of(block.inlines.begin(), block.inlines.end(), [&](const Inline& piece) {
           const std::string_view text = slice(post, piece.span);
           return piece.kind == InlineKind::entity
                      ? std::find(kBlanks.begin(), kBlanks.end(), text) != kBlanks.end()
                      : text == "<br>" || text.starts_with("<br ") || text.starts_with("<br/") ||
                            std::all_of(text.begin(), text.end(), is_blank);
         });
}

bool is_whole(const Post& post, std::size_t index) {
  const Block& block = post.blocks[index];
  const std::string_view text = slice(post, block.span);
  switch (block.kind) {
    case BlockKind::paragraph:
      return !opens_item(post, index) && !is_spacer(post, block);
    case BlockKind::html:
      // Other comments speak to translators; a line break is a matter of looks.
      return is_comment(text) ? is_truncate_marker(text) : !text.starts_with("<br");
    case BlockKind::directive:
      return !text.starts_with("{#") && !text.starts_with("{.");  // attributes of a heading
    case BlockKind::divider:
    case BlockKind::esm:
      return true;
    default:
      return false;
  }
}

/// Whether the block is the tag of a component that stands within a line of the other side, at the
/// place where the block would: `<Note>Mind the gap.</Note>` in a paragraph.
bool stands_within_line(const Post& post, const LoneBlock& lone, const Post& other) {
  const auto component_at = [](const Post& of, Span span) {
    const auto tag = read_tag(of, span);
    const std::string_view name = tag ? slice(of, tag->name) : std::string_view();
    return is_component(name) ? std::pair(name, tag->is_closing)
                              : std::pair(std::string_view(), false);
  };
  const Block& block = post.blocks[lone.block];
  if (block.kind != BlockKind::html) return false;
  const auto component = component_at(post, block.span);
  if (component.first.empty()) return false;
  const std::size_t end = std::min(lone.place + 1, other.blocks.size());
  for (std::size_t i = lone.place - std::min<std::size_t>(lone.place, 1); i < end; ++i) {
    if (other.blocks[i].kind != BlockKind::paragraph) continue;
    for (const Inline& piece : other.blocks[i].inlines) {
      const bool is_tag = piece.kind == InlineKind::html;
      if (is_tag && component_at(other, piece.span) == component) return true;
    }
  }
  return false;
}

/// Where one side has blocks that the other lacks.
struct LoneSide {
  const Post& post;
  const std::vector<LoneBlock>& lone;
};

/// Whether `block` stands in a list item that the other side lacks as a whole.
bool goes_with_its_item(const LoneSide& side, const Block& block) {
  const Container* item = item_of(side.post, block);
  if (item == nullptr) return false;
  const std::vector<Block>& blocks = side.post.blocks;
  const std::uint32_t begin = item->span.begin;
  const auto first = std::partition_point(
      side.lone.begin(), side.lone.end(),
      [&](const LoneBlock& lone) { return blocks[lone.block].span.begin < begin; });
  if (first == side.lone.end()) return false;
  return first->block == 0 || blocks[first->block - 1].span.begin < begin;
}

/// What one side has and the other lacks, to be asked whether a block of the other may stand there:
/// a divider for any divider, a paragraph for one of about its length, others for their like.
class Elsewhere {
 public:
  explicit Elsewhere(const LoneSide& side) {
    for (const LoneBlock& lone : side.lone) {
      const Block& block = side.post.blocks[lone.block];
      if (!is_whole(side.post, lone.block)) continue;
      if (block.kind == BlockKind::paragraph)
        lengths_.push_back(count_code_points(plain_text(side.post, block)));
      else
        others_.insert(key(side.post, block));
    }
    std::sort(lengths_.begin(), lengths_.end());
  }

  bool may_hold(const Post& post, const Block& block) const {
    if (block.kind != BlockKind::paragraph) return others_.contains(key(post, block));
    const auto own = static_cast<double>(count_code_points(plain_text(post, block)));
    const auto found = std::partition_point(
        lengths_.begin(), lengths_.end(),
        [&](std::size_t other) { return 2.5 * static_cast<double>(other) <= own; });
    return found != lengths_.end() && static_cast<double>(*found) < 2.5 * own;
  }

 private:
  using Key = std::pair<BlockKind, std::string_view>;

  static Key key(const Post& post, const Block& block) {
    return {block.kind, block.kind == BlockKind::divider ? "" : slice(post, block.span)};
  }

  std::vector<std::size_t> lengths_;  // of paragraphs, sorted
  std::set<Key> others_;
};

/// The names that the other post of a pair has.
class OtherNames {
 public:
  explicit OtherNames(const Post& other) : other_(other) {}

  /// Whether `block` of `post` imports names alone that the other has nowhere: what uses them is
  /// the finding.
  bool lack_imports_of(const Post& post, const Block& block) {
    const std::string_view text = slice(post, block.span);
    if (block.kind != BlockKind::esm || !text.starts_with("import")) return false;
    if (names_.empty()) names_ = names_in(other_.text);
    const std::string_view imported = text.substr(0, text.rfind(" from "));
    const std::unordered_set<std::string_view> names = names_in(imported);
    return std::none_of(names.begin(), names.end(), [&](std::string_view name) {
      const bool is_keyword = name == "import" || name == "as" || name == "type";
      return !is_keyword && names_.contains(name);
    });
  }

 private:
  std::unordered_set<std::string_view> names_in(std::string_view text) const {
    std::unordered_set<std::string_view> names;
    for (const Span word : word_spans(text, other_.locale)) names.insert(slice(text, word));
    return names;
  }

  const Post& other_;
  std::unordered_set<std::string_view> names_;  // once they are asked for
};

/// Whether `block` is a component without anything to read: `<EditWarning />`.
bool is_bare_component(const Post& post, const Block& block) {
  const std::string_view text = slice(post, block.span);
  return block.kind == BlockKind::html && text.ends_with("/>") &&
         text.find('=') == std::string_view::npos;
}

/// Whether `block` is a short line between a paragraph and code, which may say what the other post
/// says at the end of that paragraph: "For example:".
bool is_lead_in(const Post& post, std::size_t index, std::size_t longest = 60) {
  const Block& block = post.blocks[index];
  if (block.kind != BlockKind::paragraph || index == 0 || index + 1 == post.blocks.size()) {
    return false;
  }
  const Block& before = post.blocks[index - 1];
  const Block& after = post.blocks[index + 1];
  return before.kind == BlockKind::paragraph && before.container == block.container &&
         after.kind == BlockKind::code && count_code_points(plain_text(post, block)) <= longest;
}

/// Whether what is lost of the source says nothing by itself: it leads to code that is lost, too,
/// or stands at the end of the paragraph before that code.
bool is_lost_lead_in(const Subject& subject, const std::vector<LoneBlock>& missing,
                     const LoneBlock& lone) {
  if (!ends_with_colon(subject.source, lone.block)) return false;
  const std::size_t next = lone.block + 1;
  const bool leads_to_code =
      next < subject.source.blocks.size() && subject.source.blocks[next].kind == BlockKind::code;
  const bool is_code_lost = std::any_of(
      missing.begin(), missing.end(), [&](const LoneBlock& other) { return other.block == next; });
  if (leads_to_code && is_code_lost) return true;
  return is_lead_in(subject.source, lone.block) && lone.place > 0 &&
         ends_with_colon(subject.translation, lone.place - 1);
}

/// Whether the paragraph would be a table but for a slip: its second line is one of dashes.
bool has_table_lines(const Post& post, const Block& block) {
  if (!is_broken_table(post, block)) return false;
  std::string_view text = slice(post, block.content);
  if (text.find('\n') == text.npos) return false;
  text.remove_prefix(text.find('\n') + 1);
  const std::string_view line = text.substr(0, text.find('\n'));
  return line.find("--") != line.npos && line.find_first_not_of("|-: \t\r") == line.npos;
}

/// What the block says, without the marks of code where that is all of it.
Span text_or_code(const Block& block) {
  const bool is_code = block.inlines.size() == 1 && block.inlines.front().kind == InlineKind::code;
  return is_code ? block.inlines.front().content : block.content;
}

/// The boxes of `post` that `run` holds; all are neighbours.
LostBoxes boxes_in(const Post& post, const Boxes& boxes, const Run& run, std::size_t place) {
  LostBoxes lost{.blocks = run, .place = place, .behind_first = boxes.behind(run.first)};
  for (std::size_t i = run.first; i < run.end(); i = boxes.behind(i)) {
    const std::string kind = is_tab(post, post.blocks[i]) ? "tab" : "admonition";
    lost.kind = lost.count == 0 || lost.kind == kind ? kind : "block";
    ++lost.count;
  }
  return lost;
}

/// The boxes of `post`, a side of `subject`, that causes of `kind` say the other lacks.
std::vector<LostBoxes> lost_boxes(const Subject& subject, const Post& post, CauseKind kind,
                                  Run Cause::*have, Run Cause::*lack) {
  std::vector<LostBoxes> lost;
  std::optional<Boxes> boxes;  // made for the first of them
  for (const Cause& cause : subject.causes) {
    if (cause.kind != kind) continue;
    if (!boxes) boxes.emplace(post);
    lost.push_back(boxes_in(post, *boxes, cause.*have, (cause.*lack).first));
  }
  return lost;
}

bool is_closing_tag(const Post& post, const Block& block) {
  const std::string_view text = slice(post, block.span);
  return text.starts_with("</") && text.find('>') == text.size() - 1;
}

/// Knows which tags and admonition marks close what is lost, too: they go with it.
class LostPairs {
 public:
  explicit LostPairs(const Post& post) : post_(post) {}

  /// Whether the block at `index`, which is lost, closes what was lost before it.
  bool closes(std::size_t index) {
    const Block& block = post_.blocks[index];
    if (is_closing_tag(post_, block)) {
      const bool has_one = tags_ > 0;
      if (has_one) --tags_;
      return has_one;
    }
    const std::string_view text = slice(post_, block.span);
    if (text.starts_with('<')) ++tags_;
    if (block.kind != BlockKind::directive || !text.starts_with(":::")) return false;
    if (text.find_first_not_of(':') == text.npos) return ends_.contains(index);
    if (!boxes_) boxes_.emplace(post_);
    ends_.insert(boxes_->behind(index) - 1);
    return false;
  }

 private:
  const Post& post_;
  std::size_t tags_ = 0;        // that nothing lost has closed
  std::optional<Boxes> boxes_;  // once a mark is lost
  std::set<std::size_t> ends_;  // the last blocks of boxes whose marks are lost
};

std::vector<LostBlocks> lost_blocks(const LoneSide& side, const LoneSide& other,
                                    const std::function<bool(const LoneBlock&)>& is_held) {
  const Elsewhere elsewhere(other);
  const bool has_table = std::any_of(
      other.lone.begin(), other.lone.end(),
      [&](const LoneBlock& lone) { return other.post.blocks[lone.block].kind == BlockKind::row; });
  std::vector<LostBlocks> result;
  LostPairs lost_pairs(side.post);
  OtherNames names(other.post);
  for (const LoneBlock& lone : side.lone) {
    const Block& block = side.post.blocks[lone.block];
    if (!is_whole(side.post, lone.block) || names.lack_imports_of(side.post, block) ||
        goes_with_its_item(side, block) || stands_within_line(side.post, lone, other.post)) {
      continue;
    }
    const bool closes = lost_pairs.closes(lone.block);
    const bool is_unsure = is_held(lone) || closes || is_bare_component(side.post, block) ||
                           (has_table && is_broken_table(side.post, block)) ||
                           elsewhere.may_hold(side.post, block);
    const Certainty certainty = is_unsure ? Certainty::unsure : Certainty::sure;
    if (!result.empty()) {
      LostBlocks& last = result.back();
      const bool goes_on = last.blocks.end() == lone.block;
      if (goes_on && last.place == lone.place && (last.certainty == certainty || closes)) {
        ++last.blocks.count;
        continue;
      }
    }
    result.push_back({{lone.block, 1}, lone.place, certainty});
  }
  return result;
}

}  // namespace

std::vector<LostBlocks> missing_whole_blocks(const Subject& subject) {
  const auto all = missing_blocks(subject);
  auto missing = all;
  std::erase_if(missing,
                [&](const LoneBlock& lone) { return is_lost_lead_in(subject, all, lone); });
  if (missing.empty()) return {};
  const Balance balance(subject);
  const KnownLines code(subject.translation, KnownLines::Of::code);
  const auto extra = extra_blocks(subject);
  return lost_blocks({subject.source, missing}, {subject.translation, extra},
                     [&](const LoneBlock& lone) {
                       constexpr std::size_t kHardlyAnything = 30;  // "Take this for example:"
                       const Span text = text_or_code(subject.source.blocks[lone.block]);
                       return balance.holds_missing(lone) ||
                              has_table_lines(subject.source, subject.source.blocks[lone.block]) ||
                              code.have_all(slice(subject.source, text)) ||
                              (ends_with_colon(subject.source, lone.block) &&
                               is_lead_in(subject.source, lone.block, kHardlyAnything));
                     });
}

std::vector<LostBlocks> extra_whole_blocks(const Subject& subject) {
  auto extra = extra_blocks(subject);
  std::erase_if(extra,
                [&](const LoneBlock& lone) { return is_lead_in(subject.translation, lone.block); });
  if (extra.empty()) return {};
  const Balance balance(subject);
  const auto missing = missing_blocks(subject);
  return lost_blocks({subject.translation, extra}, {subject.source, missing},
                     [&](const LoneBlock& lone) { return balance.holds_extra(lone); });
}

std::vector<LostBoxes> missing_boxes(const Subject& subject) {
  return lost_boxes(subject, subject.source, CauseKind::missing_box, &Cause::source,
                    &Cause::translation);
}

std::vector<LostBoxes> extra_boxes(const Subject& subject) {
  return lost_boxes(subject, subject.translation, CauseKind::extra_box, &Cause::translation,
                    &Cause::source);
}

bool is_truncate_marker(const Post& post, const Block& block) {
  return block.kind == BlockKind::html && is_truncate_marker(slice(post, block.span));
}

std::string kind_of(const Post& post, const Block& block) {
  const std::string_view text = slice(post, block.span);
  switch (block.kind) {
    case BlockKind::divider:
      return "divider";
    case BlockKind::directive:
      if (text.starts_with('{')) return "shortcode";
      return text.starts_with("===") ? "tab" : "admonition mark";
    case BlockKind::esm:
      return text.starts_with("import") ? "import" : "export";
    case BlockKind::html:
      return is_comment(text) ? "truncate marker" : "HTML block";
    case BlockKind::code:
      return "code";
    case BlockKind::row:
      return "table row";
    default:
      return block.container && item_of(post, block) == nullptr ? "quote" : "paragraph";
  }
}

std::string kind_of_first(const Post& post, const Run& run) {
  return opens_item(post, run.first) ? "list item" : kind_of(post, post.blocks[run.first]);
}

}  // namespace recto::checks
