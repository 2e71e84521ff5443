#include "post/outline.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/ascii.h"
#include "post/dialect.h"
#include "post/nested_fences.h"
#include "post/scanner.h"

namespace recto {
namespace {

constexpr unsigned kCodeIndent = 4;

/// Whether a body indents what stands below its admonitions, so that indentation makes no code.
bool indents_admonitions(std::string_view text, Dialect dialect) {
  static constexpr std::array<std::string_view, 4> kMarks = {"!!!", "???", "???+", "=== \""};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      if (at > 0 && !is_line_end(text[at - 1])) continue;
      const std::string_view line = text.substr(at, text.find_first_of("\r\n", at) - at);
      if (read_directive(line, dialect)) return true;
    }
    return false;
  });
}

bool has_indented_code(std::string_view body, Dialect dialect) {
  if (is_mdx(dialect)) return false;
  return !indents_admonitions(body, dialect);
}

}  // namespace

Outline outline_of(std::string_view text, Span body, Dialect dialect, std::size_t nesting,
                   Fences fences) {
  return Scanner(text, body, dialect, nesting, fences).run();
}

Scanner::Scanner(std::string_view text, Span body, Dialect dialect, std::size_t nesting,
                 Fences fences)
    : text_(text.substr(0, body.end)),
      dialect_(dialect),
      nesting_(nesting),
      code_indent_(has_indented_code(slice(text, body), dialect)
                       ? kCodeIndent
                       : std::numeric_limits<unsigned>::max()),
      builder_(text_),
      mdx_(body.size()),
      next_(body.begin),
      inner_fences_(fences == Fences::as_meant ? inner_fences(text, body)
                                               : std::vector<std::uint32_t>()) {}

Outline Scanner::run() {
  while (next_ < text_.size() && !builder_.is_refused()) scan(next_line());
  close_leaf();
  return builder_.take();
}

/// The line at `next_`, which moves behind it. Lines end with LF, CRLF or a lone CR.
Span Scanner::next_line() {
  const std::uint32_t begin = next_;
  if (!feed_ || *feed_ < begin) feed_ = std::min(text_.find('\n', begin), text_.size());
  const std::size_t feed = *feed_;
  const std::size_t size = text_.substr(begin, feed - begin).find('\r');
  const std::size_t end = size == std::string_view::npos ? feed : begin + size;
  const std::size_t behind = end + 1 < feed ? end + 1 : std::min(feed + 1, text_.size());
  next_ = static_cast<std::uint32_t>(behind);
  return {begin, static_cast<std::uint32_t>(end)};
}

void Scanner::scan(Span span) {
  Line line{LineCursor(text_, span)};
  match_containers(line);
  if (goes_on_verbatim(line)) return;
  if (line.cursor.is_at_end()) {
    scan_blank(line);
  } else {
    scan_content(line);
  }
}

void Scanner::match_containers(Line& line) const {
  LineCursor& cursor = line.cursor;
  for (; line.matched < open_.size(); ++line.matched) {
    const OpenContainer& container = open_[line.matched];
    if (container.kind == '>') {
      if (cursor.front() != '>' || !is_shallow(line)) break;
      cursor.skip(1);
      if (cursor.indent() > 0) cursor.claim(1);
    } else if (cursor.is_at_end()) {
      cursor.claim(std::min(cursor.indent(), container.indent));
    } else {
      if (container.is_finished || cursor.indent() < container.indent) break;
      cursor.claim(container.indent);
    }
  }
}

void Scanner::keep_containers(std::size_t count) {
  if (count >= open_.size()) return;
  close_leaf();
  open_.resize(count);
  builder_.set_container(open_.empty() ? std::nullopt : std::optional(open_.back().index));
}

void Scanner::scan_blank(const Line& line) {
  keep_containers(line.matched);
  if (leaf_ == OpenLeaf::indented_code) {
    const unsigned indent = line.cursor.indent() - std::min(line.cursor.indent(), code_indent_);
    verbatim_.blank_lines.push_back({line.cursor.begin_with_indent(indent), line.cursor.end()});
  } else {
    close_leaf();
  }
  if (!open_.empty() && open_.back().is_empty && open_.back().kind != '>') {
    open_.back().is_finished = true;
  }
}

void Scanner::scan_content(Line& line) {
  while (!builder_.is_refused() && is_shallow(line)) {
    if (goes_on(line)) {
      if (const auto level = underlined_level(line.cursor.rest())) return underline(line, *level);
    }
    if (is_divider(line.cursor.rest())) {
      begin_leaf(line);
      return builder_.add_divider(line.cursor.trimmed());
    }
    if (!opens_container(line)) break;
    if (line.cursor.is_at_end()) return;
  }
  if (!builder_.is_refused()) scan_leaf(line);
}

/// Moves over the mark of a quote or an item, if there is one, and opens it.
bool Scanner::opens_container(Line& line) {
  if (line.cursor.front() == '>') {
    open_quote(line);
    return true;
  }
  const auto mark = item_mark(line.cursor.rest());
  if (!mark) return false;
  if (goes_on(line)) {
    // What interrupts a paragraph must look like a list: an empty item or one that begins with
    // another number than 1 is more likely the prose of a wrapped line.
    const std::string_view behind = line.cursor.rest().substr(mark->size);
    if (std::all_of(behind.begin(), behind.end(), is_blank)) return false;
    if (mark->number && *mark->number != 1) return false;
  }
  const bool is_next =
      !line.has_mark && line.matched < open_.size() && open_[line.matched].kind == mark->kind;
  const auto list = is_next ? std::optional(open_[line.matched].list) : std::nullopt;
  open_item(line, *mark, list);
  return true;
}

void Scanner::open_quote(Line& line) {
  keep_containers(line.matched);
  close_leaf();
  Container quote;
  quote.kind = ContainerKind::quote;
  quote.span = span_at(line.cursor.at(), 1);
  quote.marker = quote.span;
  OpenContainer opened;
  opened.index = builder_.add_container(quote);
  line.cursor.skip(1);
  if (line.cursor.indent() > 0) line.cursor.claim(1);
  push(opened, line);
  ++line.matched;
  line.has_mark = true;
}

void Scanner::open_item(Line& line, const ItemMark& mark, std::optional<std::size_t> list) {
  keep_containers(line.matched);
  close_leaf();
  LineCursor& cursor = line.cursor;
  Container item;
  item.span = item.marker = span_at(cursor.at(), mark.size);
  if (!list) {
    Container around = item;
    around.kind = ContainerKind::list;
    around.marker = {};
    around.ordered = mark.number.has_value();
    list = builder_.add_container(around);
  }
  builder_.set_container(list);
  item.kind = ContainerKind::item;
  item.number = mark.number;
  OpenContainer opened;
  opened.kind = mark.kind;
  opened.list = *list;
  opened.index = builder_.add_container(item);
  opened.indent = cursor.indent() + mark.size;
  cursor.skip(mark.size);
  // More than four blanks behind the mark are one that belongs to it, and code.
  const bool is_wide = !cursor.is_at_end() && cursor.indent() <= kCodeIndent;
  const unsigned blanks =
      is_wide || (!cursor.is_at_end() && code_indent_ != kCodeIndent) ? cursor.indent() : 1;
  opened.indent += blanks;
  cursor.claim(std::min(cursor.indent(), blanks));
  push(opened, line);
  ++line.matched;
  line.has_mark = true;
}

void Scanner::push(const OpenContainer& container, const Line& line) {
  if (!open_.empty()) open_.back().is_empty = false;
  open_.push_back(container);
  builder_.set_container(container.index);
  if (open_.size() > nesting_) {
    builder_.refuse(line.cursor.trimmed(), "quotes and lists are nested more than " +
                                               std::to_string(nesting_) + " levels deep");
  }
}

bool Scanner::is_in_quote(std::size_t depth) const {
  return std::any_of(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(depth),
                     [](const OpenContainer& container) { return container.kind == '>'; });
}

}  // namespace recto
