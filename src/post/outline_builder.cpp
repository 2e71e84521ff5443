#include "post/outline_builder.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "post/link_syntax.h"
#include "post/table_syntax.h"

namespace recto {
namespace {

Span shifted(Span span, std::uint32_t by) {
  return {span.begin + by, span.end + by};
}

/// The lines of `span`, without blanks around them.
std::vector<Span> lines_of(std::string_view text, Span span) {
  std::vector<Span> lines;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    while (at < span.end && is_blank(text[at])) ++at;
    const std::size_t found = text.find_first_of("\r\n", at);
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(found, span.end));
    std::uint32_t trimmed = end;
    while (trimmed > at && is_blank(text[trimmed - 1])) --trimmed;
    if (trimmed > at) lines.push_back({at, trimmed});
    at = end;
  }
  return lines;
}

}  // namespace

std::size_t OutlineBuilder::add_container(Container container) {
  container.parent = container_;
  grow(container_, container.span.end);
  outline_.containers.push_back(container);
  return outline_.containers.size() - 1;
}

void OutlineBuilder::grow(std::optional<std::size_t> container, std::uint32_t end) {
  while (container) {
    Container& grown = outline_.containers[*container];
    if (grown.span.end >= end) break;
    grown.span.end = end;
    container = grown.parent;
  }
}

std::size_t OutlineBuilder::add_block(Block block) {
  block.container = container_;
  grow(container_, block.span.end);
  outline_.blocks.push_back(std::move(block));
  return outline_.blocks.size() - 1;
}

void OutlineBuilder::add_leaf(std::size_t block, const std::vector<Span>& lines,
                              bool is_definition) {
  const std::size_t first = outline_.lines.size();
  outline_.lines.insert(outline_.lines.end(), lines.begin(), lines.end());
  outline_.leaves.push_back({block, first, lines.size(), is_definition});
}

void OutlineBuilder::add_divider(Span span) {
  Block block;
  block.kind = BlockKind::divider;
  block.span = block.marker = span;
  block.content = {span.end, span.end};
  add_block(std::move(block));
}

void OutlineBuilder::add_esm(Span span) {
  Block block;
  block.kind = BlockKind::esm;
  block.span = block.content = span;
  add_block(std::move(block));
}

void OutlineBuilder::add_heading(Block block, std::vector<Span> lines) {
  block.kind = BlockKind::heading;
  if (!lines.empty()) {
    Span& last = lines.back();
    if (const auto id = read_heading_id(slice(text_, last))) {
      block.id = shifted(id->id, last.begin);
      block.id_attribute = shifted(id->attribute, last.begin);
      last.end = block.id_attribute.begin;
      while (last.end > last.begin && is_blank(text_[last.end - 1])) --last.end;
      if (last.is_empty() && lines.size() > 1) lines.pop_back();
    }
    block.content = {lines.front().begin, lines.back().end};
  }
  const bool is_empty = block.content.is_empty();
  const std::size_t index = add_block(std::move(block));
  if (!is_empty) add_leaf(index, lines);
}

void OutlineBuilder::add_atx_heading(Span span, Span marker, Span content) {
  Block block;
  block.span = span;
  block.marker = marker;
  block.level = static_cast<int>(marker.size());
  block.content = content;
  add_heading(std::move(block), {content});
}

bool OutlineBuilder::add_setext_heading(OpenParagraph paragraph, Span underline, int level) {
  if (paragraph.mark.is_empty()) add_definitions(paragraph);
  if (paragraph.lines.empty()) return false;
  Block block;
  const bool has_mark = !paragraph.mark.is_empty();
  const Span first = has_mark ? paragraph.mark : paragraph.lines.front();
  block.span = {first.begin, underline.end};
  block.marker = underline;
  block.level = level;
  add_heading(std::move(block), std::move(paragraph.lines));
  return true;
}

void OutlineBuilder::add_definitions(OpenParagraph& paragraph) {
  const Lines lines{text_, paragraph.lines};
  std::size_t line = 0;
  while (line < lines.spans.size()) {
    const auto found = read_definition(lines, line);
    if (!found) break;
    outline_.definitions.push_back({found->span, found->label, found->target, found->title});
    Block block;
    block.kind = BlockKind::definition;
    block.span = block.content = found->span;
    const auto at = [&](std::size_t index) {
      return paragraph.lines.begin() + static_cast<std::ptrdiff_t>(index);
    };
    add_leaf(add_block(std::move(block)), std::vector<Span>(at(line), at(found->next_line)), true);
    line = found->next_line;
  }
  if (line == 0) return;
  paragraph.lines.erase(paragraph.lines.begin(),
                        paragraph.lines.begin() + static_cast<std::ptrdiff_t>(line));
}

void OutlineBuilder::add_paragraph(OpenParagraph paragraph) {
  if (paragraph.mark.is_empty()) add_definitions(paragraph);
  if (paragraph.lines.empty()) return;
  Block block;
  block.kind = BlockKind::paragraph;
  block.content = {paragraph.lines.front().begin, paragraph.lines.back().end};
  block.span = block.content;
  if (!paragraph.mark.is_empty()) {
    block.marker = paragraph.mark;
    block.span.begin = paragraph.mark.begin;
  }
  add_leaf(add_block(std::move(block)), paragraph.lines);
}

void OutlineBuilder::add_directive(std::uint32_t at, const Directive& directive) {
  Block block;
  block.kind = BlockKind::directive;
  block.span = shifted(directive.span, at);
  block.marker = shifted(directive.marker, at);
  const bool has_title = !directive.title.is_empty();
  block.content = has_title ? shifted(directive.title, at) : Span{block.span.end, block.span.end};
  const Span content = block.content;
  if (!has_title && text_[at] == '{') {
    block.inlines.push_back({InlineKind::placeholder, block.span, block.span, {}, {}, 0});
  }
  const std::size_t index = add_block(std::move(block));
  if (has_title) add_leaf(index, {content});
}

void OutlineBuilder::add_html(Span span) {
  Block block;
  block.kind = BlockKind::html;
  block.span = block.content = span;
  block.lines = lines_of(text_, span);
  add_block(std::move(block));
}

void OutlineBuilder::add_row(Span line, bool is_header) {
  Block block;
  block.kind = BlockKind::row;
  block.span = block.content = line;
  block.is_header = is_header;
  block.cells = cells_of(text_, line);
  const std::vector<Span> cells = block.cells;
  const std::size_t index = add_block(std::move(block));
  for (const Span cell : cells) {
    if (!cell.is_empty()) add_leaf(index, {cell});
  }
}

void OutlineBuilder::add_verbatim(OpenVerbatim verbatim) {
  Block& block = verbatim.block;
  if (!block.closing.is_empty()) {
    auto& waiting = verbatim.blank_lines;
    block.lines.insert(block.lines.end(), waiting.begin(), waiting.end());
  }
  if (!block.lines.empty()) {
    block.content = {block.lines.front().begin, block.lines.back().end};
    block.span.end = std::max(block.span.end, block.content.end);
  }
  if (!block.closing.is_empty())
    block.span.end = block.closing.end;
  else
    block.closing = {block.span.end, block.span.end};
  add_block(std::move(block));
}

void OutlineBuilder::refuse(Span span, std::string detail) {
  if (is_refused()) return;
  outline_.problem = Problem{Problem::What::too_complex, span, std::move(detail)};
}

}  // namespace recto
