#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "post/flat_text.h"
#include "post/link_syntax.h"
#include "post/outline.h"

namespace recto {

/// Makes inlines with exact places of what a Markdown parser reports of a flat text: the text it
/// found, and when emphasis, code, links and images begin and end. Marks and link targets are not
/// reported; they are what stands between, so a cursor goes over them from one report to the next.
class InlineBuilder {
 public:
  InlineBuilder(std::string_view source, const FlatText& flat, Outline& outline);

  /// Prose of the flat text.
  void add_text(Span flat);
  void add_entity(Span flat);
  /// A tag or a part of one; `goes_on` when it follows the last part behind a line end.
  void add_html(Span flat, bool goes_on);
  /// A zero byte, which the parser reports without its place.
  void add_zero();
  /// A line end in prose.
  void end_line();

  void begin_emphasis(int strength);
  void begin_code();
  /// `target` is the URL as far as it stands in the flat text as such.
  void begin_link(std::optional<Span> target);
  void begin_image(std::optional<Span> target);
  /// The end of what was begun last.
  void end();
  /// To be called once, behind the last report.
  void finish();

 private:
  struct OpenInline {
    std::size_t index = 0;   // into the block's inlines
    std::uint32_t mark = 0;  // bytes of the closing mark
    enum class Style { emphasis, code, bracket, angle } style = Style::emphasis;
    std::optional<Span> target;
  };

  bool enter_leaf(std::uint32_t at);
  void add_line_of_text(Span flat);
  void add_words(Span flat);
  void move(std::uint32_t to);
  void add(InlineKind kind, Span flat);
  void begin(InlineKind kind, OpenInline opened, std::uint32_t mark);
  void drop(std::size_t index);
  void end_mark(Inline& ended, std::uint32_t mark);
  void end_code(Inline& code);
  void end_bracket(Inline& link, const OpenInline& opened);
  void set_reference(Inline& link, const std::optional<Span>& target, Span label);
  const Definition* definition_of(Span label);
  std::uint32_t run(char c) const;
  char front() const;
  Lines leaf_lines() const;
  std::vector<Inline>& inlines();

  std::string_view source_;
  const FlatText& flat_;
  Outline& outline_;
  std::string_view text_;
  std::size_t next_leaf_ = 0;
  const Leaf* leaf_ = nullptr;  // none between blocks, and in definitions
  std::uint32_t cursor_ = 0;
  std::uint32_t end_ = 0;   // of the leaf
  std::size_t line_ = 0;    // that the cursor stands on
  std::size_t region_ = 0;  // the next one
  std::vector<OpenInline> open_;
  bool has_dropped_ = false;          // in this leaf
  bool has_passed_line_end_ = false;  // before its report
  bool is_in_text_ = false;           // nothing else came since the last text
  std::map<std::string, const Definition*, std::less<>> labels_;  // filled when first asked
};

}  // namespace recto
