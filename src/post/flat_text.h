#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "post/outline.h"

namespace recto {

/// A piece of dialect syntax inside prose, which Markdown must take for a word.
struct Region {
  InlineKind kind = InlineKind::placeholder;  // or html
  Span span;                                  // of the flat text
};

/// The prose of an outline as a Markdown document of nothing but paragraphs and definitions, so
/// that a Markdown parser finds exactly the inlines of each: no mark of a container, no code and no
/// dialect syntax is left in it. A paragraph begins with a word of its own, by which no prose can
/// be taken for the beginning of another block, and its further lines are indented.
class FlatText {
 public:
  /// The bytes before each further line of a paragraph.
  static constexpr std::uint32_t kIndent = 4;

  FlatText(std::string_view source, const Outline& outline, Dialect dialect);

  const std::string& text() const { return text_; }
  const std::vector<Region>& regions() const { return regions_; }
  /// Where the paragraph of each leaf begins, the word before its prose included.
  const std::vector<std::uint32_t>& leaf_begins() const { return leaf_begins_; }
  /// The lines of all leaves, by the same index as in the outline.
  const std::vector<Span>& lines() const { return lines_; }

  /// The place in the source of the byte at `at`, which stands on the line `line` or behind it.
  std::uint32_t to_source(std::uint32_t at, std::size_t line) const;
  Span to_source(Span span, std::size_t line) const;
  Span to_source(Span span) const;
  /// The line that `at` stands on, or the last one before.
  std::size_t line_at(std::uint32_t at) const;

  /// A leaf whose brackets are nested so deeply that finding links would take quadratic time.
  const Leaf* entangled_leaf(const Outline& outline) const;

 private:
  void append(const Leaf& leaf, std::string_view source, const std::vector<Span>& lines);
  void mask(std::uint32_t begin, Dialect dialect, class MdxReader& mdx);
  void fill(Span span);

  std::string text_;
  std::vector<Region> regions_;
  std::vector<std::uint32_t> leaf_begins_;
  std::vector<Span> lines_;
  std::vector<std::uint32_t> sources_;  // where each line begins in the source
};

}  // namespace recto
