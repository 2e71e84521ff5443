#include "checks/mended_markup.h"

#include <array>
#include <string>
#include <string_view>

#include "checks/visible_text.h"
#include "post/dialect.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// What is to be emphasised, and what is to stand outside the marks.
struct Proposal {
  std::string_view before;
  std::string_view inner;
  std::string_view behind;
};

bool is_closing_punctuation(char32_t c) {
  constexpr std::u32string_view kSigns =
      U".,:;!?\u3001\u3002\uFF01\uFF0C\uFF1A\uFF1B\uFF1F\u060C\u061B";
  return kSigns.find(c) != std::u32string_view::npos;
}

/// Moves blanks at both ends of the emphasised text to the outside.
Proposal without_blanks(std::string_view content) {
  std::size_t begin = 0;
  for (std::size_t next = 0; next < content.size(); begin = next) {
    if (!is_space(next_code_point(content, next))) break;
  }
  std::size_t end = content.size();
  for (std::size_t next = end; next > begin; end = next) {
    if (!is_space(previous_code_point(content, next))) break;
  }
  return {content.substr(0, begin), content.substr(begin, end - begin), content.substr(end)};
}

/// Moves the punctuation at the end of the emphasised text to the outside.
Proposal without_punctuation(Proposal proposal) {
  const std::string_view inner = proposal.inner;
  std::size_t end = inner.size();
  for (std::size_t next = end; next > 0; end = next) {
    if (!is_closing_punctuation(previous_code_point(inner, next))) break;
  }
  const std::size_t moved = inner.size() - end;
  proposal.inner = inner.substr(0, end);
  proposal.behind = {inner.data() + end, moved + proposal.behind.size()};
  return proposal;
}

/// Moves the quotes or brackets around the whole emphasised text to the outside.
Proposal without_brackets(Proposal proposal) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kBrackets = {
      {{"\u300C", "\u300D"},
       {"\u300E", "\u300F"},
       {"\u3010", "\u3011"},
       {"\u300A", "\u300B"},
       {"\uFF08", "\uFF09"},
       {"\u201C", "\u201D"},
       {"\u201E", "\u201C"},
       {"\u00AB", "\u00BB"},
       {"\"", "\""},
       {"(", ")"}}};
  const std::string_view inner = proposal.inner;
  for (const auto& [open, close] : kBrackets) {
    if (inner.size() <= open.size() + close.size()) continue;
    if (!inner.starts_with(open) || !inner.ends_with(close)) continue;
    const std::size_t length = inner.size() - open.size() - close.size();
    const std::string_view within = inner.substr(open.size(), length);
    if (within.find(open) != within.npos || within.find(close) != within.npos) continue;
    return {{proposal.before.data(), proposal.before.size() + open.size()},
            within,
            {within.data() + length, close.size() + proposal.behind.size()}};
  }
  return proposal;
}

bool has_piece(const Post& post, InlineKind kind, int strength, Span span) {
  for (const Block& block : post.blocks) {
    for (const Inline& piece : block.inlines) {
      if (piece.kind == kind && piece.strength == strength && piece.span == span) return true;
    }
  }
  return false;
}

bool has_target(const Post& post, InlineKind kind, std::uint32_t begin, std::string_view target) {
  for (const Block& block : post.blocks) {
    for (const Inline& piece : block.inlines) {
      const bool is_here = piece.kind == kind && piece.span.begin == begin;
      if (is_here && slice(post, piece.target) == target) return true;
    }
  }
  return false;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

bool is_blank_at(const Post& post, std::uint32_t at) {
  return at >= post.text.size() ||
         std::string_view(" \t\r\n").find(post.text[at]) != std::string_view::npos;
}

/// Whether no blank belongs before what stands at `at`: another one, or a mark before which no
/// language has one.
bool takes_no_blank(const Post& post, std::uint32_t at) {
  constexpr std::u32string_view kClosing = U".,)]\u3001\u3002\uFF09\uFF0C";
  if (is_blank_at(post, at)) return true;
  std::size_t next = at;
  return kClosing.find(next_code_point(post.text, next)) != kClosing.npos;
}

/// Whether the URL of an unclosed link goes on behind a blank, up to a parenthesis: where it should
/// end is for people to say.
bool goes_on(const Post& post, const LiteralLink& link) {
  if (link.span.end != link.target.end) return false;
  const std::string_view rest = std::string_view(post.text).substr(link.span.end);
  const std::size_t stop = rest.find_first_of("[()\n");
  return stop != rest.npos && rest[stop] == ')';
}

}  // namespace

Span readable_part(const Post& post, const Block& block, Span span) {
  for (const Span cell : block.cells) {
    if (cell.holds(span)) return cell;
  }
  std::uint32_t begin = block.span.begin;
  while (begin > post.body.begin && post.text[begin - 1] != '\n') --begin;
  while (begin < block.span.begin && is_blank_at(post, begin)) ++begin;
  return {begin, block.span.end};
}

std::optional<Fix> mended_emphasis(const Post& post, Span part, const MeantEmphasis& meant,
                                   const EmphasisStyle& style) {
  Proposal usual = without_blanks(slice(post, meant.content()));
  if (!has_letter(usual.inner)) return std::nullopt;
  if (takes_no_blank(post, meant.closing.end)) usual.behind = usual.behind.substr(0, 0);
  const std::uint32_t begin = meant.opening.begin;
  const bool is_behind_blank = begin == part.begin || is_blank_at(post, begin - 1);
  if (is_behind_blank) usual.before = usual.before.substr(usual.before.size());
  const Span whole{meant.opening.begin, meant.closing.end};
  const std::string mark(style.mark);
  for (const Proposal& proposal : {usual, without_punctuation(usual), without_brackets(usual)}) {
    const std::string marked = mark + std::string(proposal.inner) + mark;
    const Edit edit{whole, std::string(proposal.before) + marked + std::string(proposal.behind)};
    const Span place = span_at(whole.begin - part.begin + proposal.before.size(), marked.size());
    if (has_piece(reparsed(post, part, {edit}), InlineKind::emphasis, style.strength, place)) {
      return Fix{.safety = Safety::unsafe, .edits = {edit}};
    }
  }
  const std::string tag(style.tag);
  return Fix{.safety = Safety::unsafe,
             .edits = {{meant.opening, std::string(usual.before) + "<" + tag + ">"},
                       {meant.closing, "</" + tag + ">" + std::string(usual.behind)}}};
}

std::optional<Fix> mended_link(const Post& post, Span part, const LiteralLink& link) {
  if (goes_on(post, link)) return std::nullopt;
  const std::string target(slice(post, link.target));
  const std::string tail = "](" + target + std::string(slice(post, link.title)) + ")";
  const Edit edit{{link.text.end, link.span.end}, tail};
  const InlineKind kind = link.is_image ? InlineKind::image : InlineKind::link;
  if (!has_target(reparsed(post, part, {edit}), kind, link.span.begin - part.begin, target)) {
    return std::nullopt;
  }
  return Fix{.safety = Safety::unsafe, .edits = {edit}};
}

std::optional<Fix> mended_url(const Post& post, Span part, Span url) {
  const std::string text(slice(post, url));
  // In MDX, `<` begins a tag.
  const bool is_tag = is_mdx(post.dialect);
  const Edit edit{url, is_tag ? "[" + text + "](" + text + ")" : "<" + text + ">"};
  if (!has_target(reparsed(post, part, {edit}), InlineKind::link, url.begin - part.begin, text)) {
    return std::nullopt;
  }
  return Fix{.safety = Safety::unsafe, .edits = {edit}};
}

}  // namespace recto::checks
