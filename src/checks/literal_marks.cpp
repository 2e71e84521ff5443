#include "checks/literal_marks.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "checks/visible_text.h"

namespace recto::checks {
namespace {

constexpr ByteSet kMarks("*_~`");

struct Token {
  Span span;
  bool is_literal = false;
  bool is_torn = false;
};

bool is_prose(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading ||
         block.kind == BlockKind::row || block.kind == BlockKind::image;
}

/// Joins what Markdown took apart: of `**`, one asterisk may be text and the other a mark.
std::vector<Token> whole_marks(std::vector<Token> tokens, const Post& post) {
  std::sort(tokens.begin(), tokens.end(),
            [](const Token& left, const Token& right) { return left.span < right.span; });
  std::vector<Token> whole;
  for (const Token& token : tokens) {
    const bool goes_on = !whole.empty() && whole.back().span.end == token.span.begin &&
                         whole.back().is_literal != token.is_literal &&
                         post.text[whole.back().span.begin] == post.text[token.span.begin];
    if (goes_on) {
      whole.back() = {{whole.back().span.begin, token.span.end}, true, true};
    } else {
      whole.push_back(token);
    }
  }
  return whole;
}

}  // namespace

std::vector<LiteralMark> literal_marks(const Post& post, const Block& block) {
  std::vector<LiteralMark> marks;
  if (!is_prose(block) || !kMarks.is_in(slice(post, block.span))) return marks;
  std::uint32_t hidden = 0;  // URLs and alt texts are no prose
  for (const Inline& piece : block.inlines) {
    if (piece.span.begin < hidden) continue;
    if (piece.kind == InlineKind::image || is_bare_url(post, piece)) hidden = piece.span.end;
    if (piece.kind != InlineKind::text) continue;
    const std::string_view text = slice(post, {0, piece.span.end});
    std::size_t at = kMarks.find_in(text, piece.span.begin);
    while (at < text.size()) {
      const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
      if (is_escaped(post, static_cast<std::uint32_t>(at))) ++at;
      if (at < end) marks.push_back({span_at(at, end - at), text[at] == '*' && end - at >= 2});
      at = kMarks.find_in(text, end);
    }
  }
  return marks;
}

std::vector<MeantEmphasis> meant_emphasis(const Post& post, const Block& block, Span part,
                                          std::string_view mark) {
  std::vector<Token> tokens;
  const auto add = [&](Span span, bool is_literal) {
    if (part.holds(span) && post.text[span.begin] == mark.front()) {
      tokens.push_back({span, is_literal});
    }
  };
  for (const LiteralMark& literal : literal_marks(post, block)) add(literal.span, true);
  for (const Inline& piece : block.inlines) {
    if (piece.kind != InlineKind::emphasis) continue;
    add({piece.span.begin, piece.content.begin}, false);
    add({piece.content.end, piece.span.end}, false);
  }
  tokens = whole_marks(std::move(tokens), post);
  std::erase_if(tokens, [&](const Token& token) { return slice(post, token.span) != mark; });
  std::vector<MeantEmphasis> meant;
  if (tokens.size() % 2 == 1) return meant;
  for (std::size_t i = 0; i + 1 < tokens.size(); i += 2) {
    const Token& opening = tokens[i];
    const Token& closing = tokens[i + 1];
    meant.push_back({opening.span, closing.span, opening.is_literal || closing.is_literal,
                     opening.is_torn || closing.is_torn});
  }
  return meant;
}

namespace {

constexpr std::size_t kMostEscaped = 100;  // marks of a block; more are an ornament

/// The marks of two `asterisks`, as written, in `part`, which have no third.
std::vector<Span> double_marks(const Post& post, Span part, std::string_view asterisk) {
  std::vector<Span> marks;
  const std::string mark = std::string(asterisk).append(asterisk);
  const std::string_view text = slice(post, {0, part.end});
  for (std::size_t at = text.find(mark, part.begin); at != text.npos;) {
    std::size_t end = at;
    while (text.substr(end).starts_with(asterisk)) end += asterisk.size();
    if (end - at == mark.size()) marks.push_back(span_at(at, mark.size()));
    if (marks.size() > kMostEscaped) return {};
    at = text.find(mark, end);
  }
  return marks;
}

/// Adds the pairs of `marks` that stand beside the words between them.
void add_pairs(const Post& post, const std::vector<Span>& marks,
               std::vector<MeantEmphasis>& meant) {
  for (std::size_t i = 0; i + 1 < marks.size(); i += 2) {
    const Span words{marks[i].end, marks[i + 1].begin};
    const bool is_beside =
        !words.is_empty() && !is_gap(post.text[words.begin]) && !is_gap(post.text[words.end - 1]);
    if (is_beside) meant.push_back({marks[i], marks[i + 1], true, false});
  }
}

}  // namespace

std::vector<MeantEmphasis> escaped_emphasis(const Post& post, const Block& block) {
  std::vector<MeantEmphasis> meant;
  const std::vector<Span> whole = {block.span};
  for (const Span part : block.cells.empty() ? whole : block.cells) {
    for (const std::string_view asterisk : {"\\*", "＊"}) {
      std::vector<Span> marks = double_marks(post, part, asterisk);
      std::erase_if(marks, [&](Span mark) { return is_in_code(block, mark); });
      add_pairs(post, marks, meant);
    }
  }
  return meant;
}

}  // namespace recto::checks
