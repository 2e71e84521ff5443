#include "post/html_inlines.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "base/ascii.h"
#include "post/mdx.h"

namespace recto {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_script(std::string_view html) {
  for (const std::string_view name : {"<script", "<style"}) {
    const std::string_view head = html.substr(0, name.size());
    if (std::equal(head.begin(), head.end(), name.begin(), name.end(),
                   [](char found, char wanted) { return ascii_lower(found) == wanted; })) {
      return true;
    }
  }
  return false;
}

/// The offset behind `closing`, or the end of the text.
std::size_t behind(std::string_view text, std::string_view closing, std::size_t at) {
  const std::size_t end = text.find(closing, at);
  return end == npos ? text.size() : end + closing.size();
}

/// The offset behind the tag, comment or expression at `at`; none where there is prose.
std::optional<std::size_t> behind_markup(std::string_view text, std::size_t at, MdxReader& mdx) {
  if (text[at] == '{') return mdx.behind_expression(text, at);
  if (text[at] != '<' || at + 1 >= text.size()) return std::nullopt;
  if (text.substr(at, 4) == "<!--") return behind(text, "-->", at + 4);
  if (text[at + 1] == '!' || text[at + 1] == '?') return behind(text, ">", at);
  return mdx.behind_tag(text, at);
}

void add_inlines(std::string_view text, Block& block, MdxReader& mdx) {
  const std::string_view html = text.substr(0, block.span.end);
  const auto add = [&](InlineKind kind, std::size_t begin, std::size_t end) {
    const Span span = span_at(begin, end - begin);
    block.inlines.push_back({kind, span, span, {}, {}, 0});
  };
  std::size_t at = block.span.begin;
  for (const Span line : block.lines) {
    at = std::max<std::size_t>(at, line.begin);
    for (std::size_t prose = at; at < line.end;) {
      // Never beyond the line: the block may be as long as the post.
      const std::size_t next =
          std::min<std::size_t>(html.substr(0, line.end).find_first_of("<{", at), line.end);
      const auto end = next < line.end ? behind_markup(html, next, mdx) : std::nullopt;
      at = end ? next : std::min<std::size_t>(next + 1, line.end);
      if (!end && at < line.end) continue;
      std::size_t prose_end = at;
      while (prose_end > prose && is_blank(html[prose_end - 1])) --prose_end;
      while (prose < prose_end && is_blank(html[prose])) ++prose;
      if (prose < prose_end) add(InlineKind::text, prose, prose_end);
      if (!end) break;
      add(InlineKind::html, next, *end);
      at = prose = *end;
    }
  }
}

}  // namespace

void add_html_inlines(std::string_view text, std::vector<Block>& blocks) {
  std::size_t size = 0;
  for (const Block& block : blocks) size += block.kind == BlockKind::html ? block.span.size() : 0;
  MdxReader mdx(size);
  for (Block& block : blocks) {
    if (block.kind != BlockKind::html) continue;
    if (is_script(slice(text, block.span))) {
      block.inlines.push_back({InlineKind::html, block.span, block.span, {}, {}, 0});
    } else {
      add_inlines(text, block, mdx);
    }
  }
}

}  // namespace recto
