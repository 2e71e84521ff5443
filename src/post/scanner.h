#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "post/block_start.h"
#include "post/html_block.h"
#include "post/line_cursor.h"
#include "post/mdx.h"
#include "post/outline.h"
#include "post/outline_builder.h"

namespace recto {

/// Goes through a body line by line: first over the marks of the containers that go on, then over
/// marks that open new ones, then to the leaf block that the rest of the line belongs to. The
/// containers are the business of outline.cpp, the leaves of scanner_leaves.cpp.
class Scanner {
 public:
  Scanner(std::string_view text, Span body, Dialect dialect, std::size_t nesting, Fences fences);
  /// The outline of the whole body; to be called once.
  Outline run();

 private:
  /// A quote or an item that the next line may go on with.
  struct OpenContainer {
    char kind = '>';           // or the kind of its item mark
    unsigned indent = 0;       // columns that a line of an item must be indented by
    std::size_t index = 0;     // of the quote or item itself
    std::size_t list = 0;      // of the list around an item
    bool is_empty = true;      // nothing inside yet
    bool is_finished = false;  // an item that began with two blank lines takes no more
  };

  enum class OpenLeaf { none, paragraph, table, fence, indented_code, html };

  /// One line while it is read.
  struct Line {
    LineCursor cursor;
    std::size_t matched = 0;  // open containers that it goes on with
    bool has_mark = false;    // of a container that begins on it
  };

  Span next_line();
  void scan(Span span);
  void match_containers(Line& line) const;
  void keep_containers(std::size_t count);
  void scan_blank(const Line& line);
  void scan_content(Line& line);
  bool opens_container(Line& line);
  void open_quote(Line& line);
  void open_item(Line& line, const ItemMark& mark, std::optional<std::size_t> list);
  void push(const OpenContainer& container, const Line& line);
  bool is_in_quote(std::size_t depth) const;

  bool is_shallow(const Line& line) const { return line.cursor.indent() < code_indent_; }
  /// Whether text on the line goes on with the open paragraph, be it lazily.
  bool may_go_on(const Line& line) const { return leaf_ == OpenLeaf::paragraph && !line.has_mark; }
  /// Whether it does so with all container marks in place.
  bool goes_on(const Line& line) const { return may_go_on(line) && line.matched == open_.size(); }

  bool goes_on_verbatim(const Line& line);
  void scan_leaf(const Line& line);
  void begin_leaf(const Line& line);
  bool begins_heading(const Line& line);
  bool begins_fence(const Line& line);
  bool begins_tagged_code(const Line& line);
  bool closes_code(const LineCursor& cursor);
  bool begins_html(const Line& line);
  bool begins_directive(const Line& line);
  bool begins_esm(const Line& line);
  bool begins_flow(const Line& line);
  bool is_last_line() const;
  bool begins_component(const Line& line);
  bool begins_table(const Line& line);
  bool goes_on_in_table(const Line& line);
  void add_code_line(const Line& line);
  void add_text(const Line& line);
  void underline(const Line& line, int level);
  void close_leaf();

  std::string_view text_;  // up to the end of the body
  Dialect dialect_;
  std::size_t nesting_;   // the most containers in one another
  unsigned code_indent_;  // columns that make code; no number of them does in MDX
  OutlineBuilder builder_;
  MdxReader mdx_;
  std::uint32_t next_;               // the beginning of the next line
  std::optional<std::size_t> feed_;  // the first LF behind it; a text may have none
  std::vector<OpenContainer> open_;
  OpenLeaf leaf_ = OpenLeaf::none;
  OpenParagraph paragraph_;
  OpenVerbatim verbatim_;
  std::uint32_t fence_length_ = 0;  // 0 between tags
  std::vector<std::uint32_t> inner_fences_;
  std::size_t code_tag_end_ = 0;  // the next that may close code, if it is still ahead
  unsigned fence_indent_ = 0;
  HtmlBlock html_ = HtmlBlock::none;
  std::size_t markdown_tags_ = 0;  // open ones between which Markdown stands
};

}  // namespace recto
