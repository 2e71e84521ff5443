#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "post/dialect.h"
#include "post/scanner.h"
#include "post/table_syntax.h"

namespace recto {
namespace {

constexpr std::size_t kMostColumns = 128;
constexpr std::size_t kMostLines = 2'000;  // of a paragraph
constexpr std::size_t kMostBytes = std::size_t{64} * 1024;

}  // namespace

/// Whether the line belongs to the code fence or the HTML block that is open.
bool Scanner::goes_on_verbatim(const Line& line) {
  if (leaf_ != OpenLeaf::fence && leaf_ != OpenLeaf::html) return false;
  const LineCursor& cursor = line.cursor;
  const bool ends_with_blank = html_ == HtmlBlock::known_tag || html_ == HtmlBlock::any_tag;
  const bool is_html = leaf_ == OpenLeaf::html;
  if (line.matched < open_.size() || (is_html && ends_with_blank && cursor.is_at_end())) {
    close_leaf();
    return false;
  }
  Block& block = verbatim_.block;
  if (is_html) {
    if (!cursor.is_at_end()) block.lines.push_back(cursor.trimmed());
    if (ends_html_block(html_, cursor.rest())) close_leaf();
    return true;
  }
  if (is_shallow(line) && closes_code(cursor)) {
    block.closing = cursor.trimmed();
    close_leaf();
    return true;
  }
  const unsigned indent = cursor.indent() - std::min(cursor.indent(), fence_indent_);
  const Span code{cursor.begin_with_indent(indent), cursor.end()};
  // Blank lines wait, since those at the end of a fence that nothing closes are no code.
  auto& waiting = verbatim_.blank_lines;
  waiting.push_back(code);
  if (!cursor.is_at_end()) {
    block.lines.insert(block.lines.end(), waiting.begin(), waiting.end());
    waiting.clear();
  }
  return true;
}

/// Reads the line as the first or the next line of a leaf block.
void Scanner::scan_leaf(const Line& line) {
  if (!is_shallow(line) && !may_go_on(line) && leaf_ != OpenLeaf::table) return add_code_line(line);
  if (is_shallow(line)) {
    if (begins_heading(line) || begins_fence(line) || begins_tagged_code(line)) return;
    if (begins_html(line)) return;
    if (begins_directive(line) || begins_esm(line) || begins_flow(line)) return;
    if (begins_component(line)) return;
  }
  if (goes_on_in_table(line) || begins_table(line)) return;
  add_text(line);
}

/// Closes what the line does not go on with.
void Scanner::begin_leaf(const Line& line) {
  keep_containers(line.matched);
  close_leaf();
  if (!open_.empty()) open_.back().is_empty = false;
}

bool Scanner::begins_heading(const Line& line) {
  const auto marks = heading_marks(line.cursor.rest());
  if (!marks) return false;
  begin_leaf(line);
  const Span span = line.cursor.trimmed();
  Span content{span.begin + *marks, span.end};
  while (content.begin < content.end && is_blank(text_[content.begin])) ++content.begin;
  content.end = content.begin + without_closing_marks(slice(text_, content));
  builder_.add_atx_heading(span, {span.begin, span.begin + *marks}, content);
  if (content.size() > kMostBytes) builder_.refuse(span, "a heading is longer than 64 KiB");
  return true;
}

bool Scanner::begins_fence(const Line& line) {
  const auto length = opening_fence(line.cursor.rest());
  if (!length) return false;
  begin_leaf(line);
  leaf_ = OpenLeaf::fence;
  fence_length_ = *length;
  fence_indent_ = line.cursor.indent();
  Block& block = verbatim_.block;
  block.kind = BlockKind::code;
  block.span = line.cursor.trimmed();
  block.marker = {block.span.begin, block.span.begin + *length};
  block.info = {block.marker.end, block.span.end};
  while (block.info.begin < block.info.end && is_blank(text_[block.info.begin])) {
    ++block.info.begin;
  }
  block.content = {block.span.end, block.span.end};
  return true;
}

/// Code between tags of a site's program. A tag that nothing closes may take it from a file.
bool Scanner::begins_tagged_code(const Line& line) {
  const Span span = line.cursor.trimmed();
  const auto tag = read_code_tag(slice(text_, span), dialect_);
  if (!tag || tag->is_closing) return false;
  if (code_tag_end_ < span.end) code_tag_end_ = next_code_tag_end(text_, span.end);
  if (code_tag_end_ == std::string_view::npos) return false;
  begin_leaf(line);
  leaf_ = OpenLeaf::fence;
  fence_length_ = 0;
  fence_indent_ = line.cursor.indent();
  Block& block = verbatim_.block;
  block.kind = BlockKind::code;
  block.span = span;
  block.info = {span.begin + tag->info.begin, span.begin + tag->info.end};
  block.marker = {span.begin, block.info.is_empty() ? span.end : block.info.begin};
  block.content = {span.end, span.end};
  return true;
}

/// Whether the line closes the code that is open.
bool Scanner::closes_code(const LineCursor& cursor) {
  if (fence_length_ > 0) {
    if (!closes_fence(cursor.rest(), text_[verbatim_.block.marker.begin], fence_length_))
      return false;
    const bool is_inner =
        std::binary_search(inner_fences_.begin(), inner_fences_.end(), cursor.trimmed().begin);
    verbatim_.block.holds_fences = verbatim_.block.holds_fences || is_inner;
    return !is_inner;
  }
  const auto tag = read_code_tag(slice(text_, cursor.trimmed()), dialect_);
  return tag && tag->is_closing;
}

bool Scanner::begins_html(const Line& line) {
  if (line.cursor.front() != '<') return false;
  const std::string_view rest = line.cursor.rest();
  html_ = html_block_at(rest);
  if (html_ == HtmlBlock::none || (html_ == HtmlBlock::any_tag && may_go_on(line))) return false;
  if (is_mdx(dialect_) && html_ != HtmlBlock::comment) return false;
  begin_leaf(line);
  leaf_ = OpenLeaf::html;
  Block& block = verbatim_.block;
  block.kind = BlockKind::html;
  block.span = line.cursor.trimmed();
  block.lines.push_back(block.span);
  const bool wraps = wraps_markdown(rest, markdown_tags_ > 0);
  if (wraps && rest[1] == '/') --markdown_tags_;
  if (wraps && rest[1] != '/') ++markdown_tags_;
  if (wraps || ends_html_block(html_, rest)) close_leaf();
  return true;
}

bool Scanner::begins_directive(const Line& line) {
  const Span span = line.cursor.trimmed();
  const std::string_view rest = slice(text_, span);
  auto directive = read_directive(rest, dialect_);
  if (!directive && rest.starts_with("[!")) {
    const bool is_in_new_quote = line.has_mark || leaf_ == OpenLeaf::none;
    if (is_in_new_quote && !open_.empty() && open_.back().kind == '>' && open_.back().is_empty &&
        line.matched == open_.size()) {
      directive = read_alert(rest);
    }
  }
  if (!directive) return false;
  begin_leaf(line);
  builder_.add_directive(span.begin, *directive);
  return true;
}

/// An import or export of MDX stands in no container and interrupts no paragraph.
bool Scanner::begins_esm(const Line& line) {
  const char first = line.cursor.front();
  if ((first != 'i' && first != 'e') || !is_mdx(dialect_)) return false;
  if (line.matched > 0 || !line.cursor.is_at_begin() || may_go_on(line)) return false;
  const auto end = mdx_.end_of_esm(text_, line.cursor.at());
  if (!end) return false;
  begin_leaf(line);
  builder_.add_esm({line.cursor.at(), static_cast<std::uint32_t>(*end)});
  if (*end > line.cursor.end()) {
    next_ = static_cast<std::uint32_t>(*end);
    next_line();
  }
  return true;
}

/// Tags and expressions of MDX that have their lines for themselves.
bool Scanner::begins_flow(const Line& line) {
  if (!is_mdx(dialect_)) return false;
  const std::size_t begin = line.cursor.at();
  std::size_t at = begin;
  while (at < text_.size() && !is_line_end(text_[at])) {
    std::optional<std::size_t> end;
    if (text_[at] == '<') end = mdx_.behind_tag(text_, at);
    if (text_[at] == '{') end = mdx_.behind_expression(text_, at);
    if (!end) return false;
    // Behind a quote's first line, the marks of the quote would stand in between.
    if (*end > line.cursor.end() && is_in_quote(line.matched)) return false;
    at = *end;
    while (at < text_.size() && is_blank(text_[at])) ++at;
  }
  begin_leaf(line);
  Span span = span_at(begin, at - begin);
  while (is_blank(text_[span.end - 1])) --span.end;
  builder_.add_html(span);
  if (at > line.cursor.end()) {
    next_ = static_cast<std::uint32_t>(at);
    next_line();
  }
  return true;
}

/// Whether nothing follows the line in its paragraph.
bool Scanner::is_last_line() const {
  std::size_t at = next_;
  while (at < text_.size() && is_blank(text_[at])) ++at;
  return at >= text_.size() || is_line_end(text_[at]);
}

/// A component of MDX with its text on one line, `<Note>Mind the gap.</Note>`, is what it would be
/// on three.
bool Scanner::begins_component(const Line& line) {
  if (!is_mdx(dialect_) || may_go_on(line)) return false;
  const Span whole = line.cursor.trimmed();
  const std::string_view text = slice(text_, whole);
  const std::string name(component_name(text));
  const std::string closing = "</" + name + '>';
  if (name.empty() || !text.ends_with(closing) || !is_last_line()) return false;
  const auto behind = mdx_.behind_tag(text_, whole.begin);
  if (!behind || *behind >= whole.end || text_[*behind - 2] == '/') return false;
  const auto end = static_cast<std::uint32_t>(whole.end - closing.size());
  const std::string_view content =
      trimmed(slice(text_, {static_cast<std::uint32_t>(*behind), end}));
  const bool is_nested =
      content.find('<' + name) != content.npos || content.find("</" + name) != content.npos;
  if (content.empty() || content.size() > kMostBytes || is_nested) return false;
  const Span inner =
      span_at(static_cast<std::size_t>(content.data() - text_.data()), content.size());
  begin_leaf(line);
  builder_.add_html(span_at(whole.begin, *behind - whole.begin));
  builder_.add_paragraph({.mark = {}, .lines = {inner}, .bytes = inner.size()});
  builder_.add_html({end, whole.end});
  return true;
}

/// A table may follow the line of a paragraph, as in GFM; Python-Markdown wants a blank line there.
bool Scanner::begins_table(const Line& line) {
  if (!goes_on(line)) return false;
  const bool is_alone = paragraph_.lines.size() == 1;
  if (is_alone ? !paragraph_.mark.is_empty() : dialect_ == Dialect::mkdocs) return false;
  const auto columns = announced_columns(line.cursor.rest());
  if (!columns) return false;
  const Span header = paragraph_.lines.back();
  if (cells_of(text_, header).size() != *columns) return false;
  paragraph_.lines.pop_back();
  paragraph_.bytes -= header.size();
  if (!is_alone) builder_.add_paragraph(std::move(paragraph_));
  paragraph_ = {};
  leaf_ = OpenLeaf::table;
  Container table;
  table.kind = ContainerKind::table;
  table.span = {header.begin, line.cursor.trimmed().end};
  table.marker = line.cursor.trimmed();
  builder_.set_container(builder_.add_container(table));
  builder_.add_row(header, true);
  if (*columns > kMostColumns) {
    builder_.refuse(table.span, "a table has " + std::to_string(*columns) + " columns; " +
                                    std::to_string(kMostColumns) + " are the most");
  }
  return true;
}

bool Scanner::goes_on_in_table(const Line& line) {
  if (leaf_ != OpenLeaf::table || line.has_mark || line.matched < open_.size()) return false;
  builder_.add_row(line.cursor.trimmed(), false);
  if (line.cursor.trimmed().size() > kMostBytes) {
    builder_.refuse(line.cursor.trimmed(), "a row of a table is longer than 64 KiB");
  }
  return true;
}

void Scanner::add_code_line(const Line& line) {
  const LineCursor& cursor = line.cursor;
  if (leaf_ != OpenLeaf::indented_code || line.has_mark || line.matched < open_.size()) {
    begin_leaf(line);
    leaf_ = OpenLeaf::indented_code;
  }
  Block& block = verbatim_.block;
  const Span code{cursor.begin_with_indent(cursor.indent() - code_indent_), cursor.end()};
  if (block.lines.empty()) {
    block.kind = BlockKind::code;
    block.span = {code.begin, cursor.trimmed().end};
  }
  auto& waiting = verbatim_.blank_lines;
  block.lines.insert(block.lines.end(), waiting.begin(), waiting.end());
  waiting.clear();
  block.lines.push_back(code);
}

void Scanner::add_text(const Line& line) {
  Span span = line.cursor.trimmed();
  auto mark = footnote_mark(slice(text_, span));
  // Footnotes follow each other, and definitions of links, without blank lines.
  const bool is_next_footnote =
      mark && may_go_on(line) && is_shallow(line) &&
      (!paragraph_.mark.is_empty() || text_[paragraph_.lines.front().begin] == '[');
  if (is_next_footnote || !may_go_on(line)) {
    begin_leaf(line);
    leaf_ = OpenLeaf::paragraph;
    if (!mark && line.has_mark && open_.back().kind != '>') mark = task_mark(slice(text_, span));
    if (mark) {
      paragraph_.mark = {span.begin, span.begin + *mark};
      span.begin += *mark;
      while (is_blank(text_[span.begin])) ++span.begin;
    }
  }
  paragraph_.lines.push_back(span);
  paragraph_.bytes += span.size();
  if (paragraph_.lines.size() > kMostLines || paragraph_.bytes > kMostBytes) {
    builder_.refuse({paragraph_.lines.front().begin, span.end},
                    "a paragraph is longer than 2,000 lines or 64 KiB");
  }
}

/// Turns the open paragraph into a heading, unless it was nothing but definitions.
void Scanner::underline(const Line& line, int level) {
  OpenParagraph paragraph = std::exchange(paragraph_, {});
  leaf_ = OpenLeaf::none;
  if (!builder_.add_setext_heading(std::move(paragraph), line.cursor.trimmed(), level)) {
    add_text(line);
  }
}

void Scanner::close_leaf() {
  switch (std::exchange(leaf_, OpenLeaf::none)) {
    case OpenLeaf::none:
      return;
    case OpenLeaf::paragraph:
      return builder_.add_paragraph(std::exchange(paragraph_, {}));
    case OpenLeaf::table:
      return builder_.set_container(open_.empty() ? std::nullopt
                                                  : std::optional(open_.back().index));
    case OpenLeaf::fence:
    case OpenLeaf::indented_code:
    case OpenLeaf::html:
      return builder_.add_verbatim(std::exchange(verbatim_, {}));
  }
}

}  // namespace recto
