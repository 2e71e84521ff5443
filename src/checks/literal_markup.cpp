// literal_markup: marks of Markdown that a reader sees, where the source's render.

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.h"
#include "checks/blocks.h"
#include "checks/literal_escapes.h"
#include "checks/literal_links.h"
#include "checks/literal_marks.h"
#include "checks/literal_signs.h"
#include "checks/mended_markup.h"
#include "checks/visible_text.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Reading a block anew for each of very many findings would take quadratic time.
constexpr std::size_t kMostFixes = 8;

constexpr std::array<EmphasisStyle, 5> kStyles = {
    {{"**", 2, "strong"}, {"__", 2, "strong"}, {"~~", 0, "del"}, {"*", 1, "em"}, {"_", 1, "em"}}};

std::vector<Span> emphasis_in(std::span<const Block> blocks, int strength) {
  std::vector<Span> spans;
  for (const Block& block : blocks) {
    for (const Inline& piece : block.inlines) {
      const bool is_one = piece.kind == InlineKind::emphasis && piece.strength == strength;
      if (is_one) spans.push_back(piece.span);
    }
  }
  return spans;
}

std::size_t count_code(std::span<const Block> blocks) {
  std::size_t count = 0;
  for (const Block& block : blocks) {
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::code) ++count;
    }
  }
  return count;
}

std::size_t count_marked_links(const Post& post, std::span<const Block> blocks) {
  std::size_t count = 0;
  for (const Block& block : blocks) {
    for (const Inline& piece : block.inlines) {
      const bool is_link = piece.kind == InlineKind::link && !is_bare_url(post, piece);
      if (is_link || piece.kind == InlineKind::image) ++count;
    }
  }
  return count;
}

/// Whether `meant` renders once the marks of `blamed` are taken away: then those are what is wrong.
bool renders_without(const Post& post, Span part, const std::vector<MeantEmphasis>& blamed,
                     const MeantEmphasis& meant, int strength) {
  std::vector<Edit> edits;
  Span place{meant.opening.begin - part.begin, meant.closing.end - part.begin};
  for (const MeantEmphasis& other : blamed) {
    for (const Span mark : {other.opening, other.closing}) {
      edits.push_back({mark, ""});
      if (mark.begin < meant.opening.begin) place.begin -= mark.size();
      if (mark.begin < meant.closing.begin) place.end -= mark.size();
    }
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit& left, const Edit& right) { return left.span < right.span; });
  for (const Block& block : reparsed(post, part, edits).blocks) {
    for (const Inline& piece : block.inlines) {
      const bool is_emphasis = piece.kind == InlineKind::emphasis && piece.strength == strength;
      if (is_emphasis && piece.span == place) return true;
    }
  }
  return false;
}

/// How many marks of `blocks` that begin with the sign a reader sees; of asterisks, bold ones only.
std::size_t count_literal(const Post& post, std::span<const Block> blocks, char sign) {
  std::size_t count = 0;
  for (const Block& block : blocks) {
    for (const LiteralMark& mark : literal_marks(post, block)) {
      const bool counts = post.text[mark.span.begin] == sign && (sign != '*' || mark.is_bold);
      if (counts) ++count;
    }
  }
  return count;
}

bool is_url(std::string_view target) {
  constexpr std::array<std::string_view, 8> kBeginnings = {
      "http://", "https://", "mailto:", "/", "./", "../", "#", "www."};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
    return target.size() > beginning.size() && target.starts_with(beginning);
  });
}

/// Judges a block of the translation against the blocks of the source that it stands for.
class BlockJudge {
 public:
  BlockJudge(const Subject& subject, std::span<const Block> source, const Block& block,
             Findings& findings)
      : subject_(subject),
        post_(subject.translation),
        source_(source),
        block_(block),
        findings_(findings) {}

  void judge() {
    judge_heading();
    judge_marks();
    judge_escaped();
    judge_escapes();
    judge_signs();
    judge_links();
    judge_urls();
  }

  /// Emphasis and code alone; without blocks of the source, bold marks alone.
  void judge_marks();

 private:
  void judge_heading();
  void judge_escaped();
  void judge_escapes();
  void judge_signs();
  void judge_part(Span part, const std::vector<LiteralMark>& marks);
  void judge_style(Span part, const EmphasisStyle& style, std::vector<MeantEmphasis>& blamed);
  bool speaks_of(std::string_view entity, std::string_view escape) const;
  bool is_reported(const EmphasisStyle& style) const;
  bool opens_word(Span mark) const;
  bool is_torn_off(Span mark);
  bool clings(const MeantEmphasis& meant) const;
  void judge_links();
  void judge_urls();
  Finding& add(Span span, std::string_view variant, std::optional<Fix> fix,
               std::string expected = "");
  std::vector<std::string_view> source_targets() const;

  const Subject& subject_;
  const Post& post_;
  std::span<const Block> source_;
  const Block& block_;
  Findings& findings_;
  std::size_t fixes_ = 0;
  std::size_t looks_ = 0;
};

/// Characters that show as escapes are one finding a block.
void BlockJudge::judge_escapes() {
  constexpr std::size_t kMostEscapes = 100;  // so that time stays linear
  std::vector<LiteralEscape> escapes = literal_escapes(post_, block_);
  if (escapes.size() > kMostEscapes) escapes.resize(kMostEscapes);
  // A text about escapes has some, in code as well.
  std::erase_if(escapes, [&](const LiteralEscape& escape) {
    const std::string_view written = slice(post_, escape.span);
    if (escape.written == "&amp;") return false;  // that a source has of itself
    if (written.starts_with("&amp;")) return speaks_of(escape.written, written);
    return std::any_of(source_.begin(), source_.end(), [&](const Block& ours) {
      return slice(subject_.source, ours.span).find(written.substr(0, 2)) != std::string_view::npos;
    });
  });
  if (escapes.empty()) return;
  Fix fix{.safety = Safety::unsafe};
  for (const LiteralEscape& escape : escapes) fix.edits.push_back({escape.span, escape.written});
  add(escapes.front().span, "character", std::move(fix), escapes.front().meant);
}

/// Whether the source has the escape, or in code the entity.
bool BlockJudge::speaks_of(std::string_view entity, std::string_view escape) const {
  const auto is_code_with = [&](const Inline& piece) {
    return piece.kind == InlineKind::code &&
           slice(subject_.source, piece.span).find(entity) != std::string_view::npos;
  };
  return std::any_of(source_.begin(), source_.end(), [&](const Block& ours) {
    return slice(subject_.source, ours.span).find(escape) != std::string_view::npos ||
           std::any_of(ours.inlines.begin(), ours.inlines.end(), is_code_with);
  });
}

void BlockJudge::judge_signs() {
  if (source_.size() == 1) {
    const Block& ours = source_.front();
    if (const auto checkbox = broken_checkbox(subject_.source, ours, post_, block_)) {
      const std::string mark = std::string(slice(subject_.source, ours.marker)) + ' ';
      const std::size_t behind = behind_blanks(post_.text, checkbox->end);
      const Edit edit{{checkbox->begin, static_cast<std::uint32_t>(behind)}, mark};
      add(*checkbox, "checkbox", Fix{.safety = Safety::safe, .edits = {edit}});
    }
  }
  for (const Span entity : broken_entities(source_, post_, block_)) {
    add(entity, "entity", std::nullopt);
  }
}

Finding& BlockJudge::add(Span span, std::string_view variant, std::optional<Fix> fix,
                         std::string expected) {
  Finding finding{.span = span, .fix = std::move(fix), .variant = std::string(variant)};
  finding.fields = {{"found", short_quote(slice(post_, span))}, {"expected", std::move(expected)}};
  if (!source_.empty()) finding.source = source_.front().content;
  findings_.push_back(std::move(finding));
  return findings_.back();
}

/// Whether `text` is a name of Python, `__slots__`, whose marks belong to it: where the source has
/// it in bold, that is by accident.
bool is_dunder(std::string_view text) {
  constexpr std::string_view kMarks = "__";
  if (text.size() < 5 || !text.starts_with(kMarks) || !text.ends_with(kMarks)) return false;
  return std::all_of(text.begin() + 2, text.end() - 2,
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// Whether the source shows that the marks mean emphasis: two asterisks always do.
bool BlockJudge::is_reported(const EmphasisStyle& style) const {
  const std::size_t literal = count_literal(subject_.source, source_, style.mark.front());
  if (style.mark == "**") return literal < count_literal(post_, std::span(&block_, 1), '*');
  const std::size_t rendered = emphasis_in(std::span(&block_, 1), style.strength).size();
  return literal == 0 && rendered < emphasis_in(source_, style.strength).size();
}

/// Whether `mark` stands right before a letter and behind a blank, as what opens emphasis does.
bool BlockJudge::opens_word(Span mark) const {
  const bool is_behind_blank =
      mark.begin == block_.content.begin || is_gap(post_.text[mark.begin - 1]);
  std::size_t at = mark.end;
  return is_behind_blank && mark.end < block_.content.end &&
         is_letter(next_code_point(post_.text, at));
}

/// Whether both marks touch what they are around, unlike those of `a ** b and c ** d`.
bool BlockJudge::clings(const MeantEmphasis& meant) const {
  const Span content = meant.content();
  return !content.is_empty() && !is_gap(post_.text[content.begin]) &&
         !is_gap(post_.text[content.end - 1]);
}

/// Whether `mark` is the half of bold marks of which the other one makes italics: `**kettle*`.
bool BlockJudge::is_torn_off(Span mark) {
  constexpr std::size_t kMostLooks = 100;  // at all of the block, so that time stays linear
  return slice(post_, mark) == "*" && ++looks_ <= kMostLooks &&
         std::any_of(block_.inlines.begin(), block_.inlines.end(), [&](const Inline& piece) {
           return piece.kind == InlineKind::emphasis && piece.strength == 1 &&
                  (piece.span.begin == mark.end || piece.span.end == mark.begin);
         });
}

/// Whether a mark stands between blanks, or at an end of the block.
bool stands_apart(const Post& post, const Block& block, Span mark) {
  const bool is_after_blank =
      mark.begin == block.content.begin || is_gap(post.text[mark.begin - 1]);
  return is_after_blank && (mark.end == block.content.end || is_gap(post.text[mark.end]));
}

/// Whether Python-Markdown takes both marks for emphasis, whatever letters and signs are beside
/// them: it passes over asterisks that stand apart only.
bool renders_in_python(const Post& post, const Block& block, const MeantEmphasis& meant) {
  return post.text[meant.opening.begin] == '*' && !stands_apart(post, block, meant.opening) &&
         !stands_apart(post, block, meant.closing);
}

void BlockJudge::judge_style(Span part, const EmphasisStyle& style,
                             std::vector<MeantEmphasis>& blamed) {
  const auto all = meant_emphasis(post_, block_, part, style.mark);
  const std::vector<Span> originals = emphasis_in(source_, style.strength);
  const bool is_clear = all.size() == originals.size() || all.size() == 1;
  for (const MeantEmphasis& meant : all) {
    if (!meant.is_literal || (source_.empty() && !clings(meant))) continue;
    if (post_.dialect == Dialect::mkdocs && renders_in_python(post_, block_, meant)) {
      blamed.push_back(meant);
      continue;
    }
    const Span span{meant.opening.begin, meant.closing.end};
    if (is_dunder(slice(post_, span))) continue;
    const Span readable = readable_part(post_, block_, span);
    const bool may_look = !blamed.empty() && blamed.size() < kMostFixes;
    if (may_look && renders_without(post_, readable, blamed, meant, style.strength)) continue;
    std::optional<Fix> fix;
    // What Markdown takes for other emphasis would show when two marks of it are mended.
    const bool may_mend = is_clear && !meant.is_torn;
    if (may_mend && fixes_++ < kMostFixes) fix = mended_emphasis(post_, readable, meant, style);
    Finding& finding = add(span, source_.empty() ? "alone" : "", std::move(fix));
    const auto index = static_cast<std::size_t>(&meant - all.data());
    if (all.size() == originals.size()) finding.source = originals[index];
    blamed.push_back(meant);
  }
}

void BlockJudge::judge_part(Span part, const std::vector<LiteralMark>& marks) {
  std::vector<MeantEmphasis> blamed;
  for (const EmphasisStyle& style : kStyles) {
    const bool is_there = std::any_of(marks.begin(), marks.end(), [&](const LiteralMark& mark) {
      return part.holds(mark.span) && slice(post_, mark.span) == style.mark;
    });
    if (is_there && is_reported(style)) judge_style(part, style, blamed);
  }
  if (!blamed.empty() || source_.empty()) return;
  const bool lacks_bold = is_reported(kStyles.front());
  const bool lacks_italics = is_reported(kStyles[3]);
  const bool lacks_strong =
      emphasis_in(std::span(&block_, 1), 2).size() < emphasis_in(source_, 2).size();
  const bool lacks_code = count_literal(subject_.source, source_, '`') == 0 &&
                          count_code(std::span(&block_, 1)) < count_code(source_);
  for (const LiteralMark& mark : marks) {
    if (!part.holds(mark.span)) continue;
    const bool is_code = post_.text[mark.span.begin] == '`';
    const bool is_half = slice(post_, mark.span) == "*" && opens_word(mark.span);
    const bool is_told = (lacks_code && is_code) || (lacks_bold && mark.is_bold) ||
                         (lacks_italics && is_half) || (lacks_strong && is_torn_off(mark.span));
    if (!is_told) continue;
    add(mark.span, lacks_code && is_code ? "code" : "single", std::nullopt);
    return;
  }
}

/// `##Setup` for a heading: Python-Markdown alone asks for no blank behind the marks.
void BlockJudge::judge_heading() {
  const bool is_for_heading = source_.size() == 1 && source_.front().kind == BlockKind::heading;
  if (!is_for_heading || block_.kind == BlockKind::heading || post_.dialect == Dialect::mkdocs) {
    return;
  }
  const int level = meant_level(post_, block_);
  if (level == 0) return;
  const Span marks = span_at(block_.span.begin, static_cast<std::size_t>(level));
  const Edit blank{{marks.end, marks.end}, " "};
  add(marks, "heading", Fix{.safety = Safety::safe, .edits = {blank}});
}

void BlockJudge::judge_marks() {
  const std::vector<LiteralMark> marks = literal_marks(post_, block_);
  if (marks.empty()) return;
  for (const Span cell : block_.cells) judge_part(cell, marks);
  if (block_.cells.empty()) judge_part(block_.span, marks);
}

/// `\*\*words\*\*` or `＊＊words＊＊` for words that the source has in bold: some translation
/// programs escape marks.
void BlockJudge::judge_escaped() {
  const bool lacks_bold =
      emphasis_in(std::span(&block_, 1), 2).size() < emphasis_in(source_, 2).size();
  if (!lacks_bold) return;
  const bool is_meant = std::any_of(source_.begin(), source_.end(), [&](const Block& block) {
    return !escaped_emphasis(subject_.source, block).empty();
  });
  if (is_meant) return;
  for (const MeantEmphasis& escaped : escaped_emphasis(post_, block_)) {
    Fix fix{.safety = Safety::unsafe, .edits = {{escaped.opening, "**"}, {escaped.closing, "**"}}};
    add({escaped.opening.begin, escaped.closing.end}, "", std::move(fix));
  }
}

std::vector<std::string_view> BlockJudge::source_targets() const {
  std::vector<std::string_view> targets;
  for (const Block& block : source_) {
    for (const Inline& piece : block.inlines) {
      const bool has_target = piece.kind == InlineKind::link || piece.kind == InlineKind::image;
      if (has_target) targets.push_back(slice(subject_.source, piece.target));
    }
  }
  return targets;
}

void BlockJudge::judge_links() {
  const std::vector<LiteralLink> links = literal_links(post_, block_);
  if (links.empty()) return;
  const std::vector<std::string_view> targets = source_targets();
  const bool lacks_links = count_marked_links(subject_.source, source_) >
                           count_marked_links(post_, std::span(&block_, 1));
  for (const LiteralLink& link : links) {
    const std::string_view target = slice(post_, link.target);
    const bool is_known = std::find(targets.begin(), targets.end(), target) != targets.end();
    if (!lacks_links || (!is_known && !is_url(target))) continue;
    std::optional<Fix> fix;
    if (fixes_++ < kMostFixes) {
      fix = mended_link(post_, readable_part(post_, block_, link.span), link);
    }
    add(link.span, link.is_image ? "image" : "link", std::move(fix));
  }
}

void BlockJudge::judge_urls() {
  std::optional<std::vector<std::string_view>> targets;
  for (const Inline& piece : block_.inlines) {
    if (!is_bare_url(post_, piece)) continue;
    if (!targets) targets = source_targets();
    const auto end = end_before_prose(post_, piece, *targets);
    if (!end) continue;
    const Span url{piece.span.begin, *end};
    std::optional<Fix> fix;
    if (fixes_++ < kMostFixes) {
      fix = mended_url(post_, readable_part(post_, block_, piece.span), url);
    }
    add(piece.span, "url", std::move(fix), std::string(slice(post_, url)));
  }
}

/// Whether `post` has bold marks that a reader sees: then it is about them.
bool shows_bold_marks(const Post& post) {
  return std::any_of(post.blocks.begin(), post.blocks.end(), [&](const Block& block) {
    return count_literal(post, std::span(&block, 1), '*') > 0;
  });
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const BlockPair& pair : block_pairs(subject)) {
    for (const Block& block : pair.translation) {
      BlockJudge(subject, pair.source, block, findings).judge();
    }
  }
  const std::vector<LoneBlock> extra = extra_blocks(subject);
  if (extra.empty() || shows_bold_marks(subject.source)) return findings;
  for (const LoneBlock& lone : extra) {
    const Block& block = subject.translation.blocks[lone.block];
    BlockJudge(subject, {}, block, findings).judge_marks();
  }
  return findings;
}

}  // namespace

CheckKind literal_markup() {
  return pair_kind("literal_markup",
                   "Marks of headings, emphasis, code and links render where the source's do.",
                   {"found", "expected"}, run);
}

}  // namespace recto::checks
