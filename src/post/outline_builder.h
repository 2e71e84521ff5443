#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "post/dialect.h"
#include "post/outline.h"

namespace recto {

/// The lines of a paragraph while it is read.
struct OpenParagraph {
  Span mark;  // `[x]` of a task, `[^1]:` of a footnote, or empty
  std::vector<Span> lines;
  std::size_t bytes = 0;
};

/// A code or HTML block while it is read.
struct OpenVerbatim {
  Block block;
  std::vector<Span> blank_lines;  // not yet known to be part of it
};

/// Puts finished blocks into an outline. Every block goes into the innermost container, which grows
/// with it.
class OutlineBuilder {
 public:
  explicit OutlineBuilder(std::string_view text) : text_(text) {}

  /// Adds a container below `parent`; blocks go on into the one that was set last.
  std::size_t add_container(Container container);
  void set_container(std::optional<std::size_t> container) { container_ = container; }
  const std::optional<std::size_t>& container() const { return container_; }

  void add_divider(Span span);
  void add_esm(Span span);
  /// `content` is the line behind the marks, without closing ones.
  void add_atx_heading(Span span, Span marker, Span content);
  void add_directive(std::uint32_t at, const Directive& directive);
  /// An HTML block from one end to the other, lines included.
  void add_html(Span span);
  void add_row(Span line, bool is_header);
  void add_verbatim(OpenVerbatim verbatim);

  /// Adds the definitions that `paragraph` begins with and, of what is left, a paragraph.
  void add_paragraph(OpenParagraph paragraph);
  /// The same, but what is left is a heading over `underline`; false when nothing was left.
  bool add_setext_heading(OpenParagraph paragraph, Span underline, int level);

  /// Refuses the text: `detail` says what is too much at `span`.
  void refuse(Span span, std::string detail);
  bool is_refused() const { return outline_.problem.has_value(); }
  Outline take() { return std::move(outline_); }

 private:
  std::size_t add_block(Block block);
  void add_leaf(std::size_t block, const std::vector<Span>& lines, bool is_definition = false);
  void add_definitions(OpenParagraph& paragraph);
  void add_heading(Block block, std::vector<Span> lines);
  void grow(std::optional<std::size_t> container, std::uint32_t end);

  std::string_view text_;
  Outline outline_;
  std::optional<std::size_t> container_;
};

}  // namespace recto
