#pragma once

#include <cstdint>
#include <string_view>

#include "base/ascii.h"
#include "base/span.h"

namespace recto {

/// A place in one line, moving from its beginning over the marks of containers to what they hold.
/// Counts columns, since a tab may belong half to a mark and half to what follows it.
class LineCursor {
 public:
  /// At the first byte of `line` that is no blank; `line` is without its end.
  LineCursor(std::string_view text, Span line);

  std::uint32_t at() const { return at_; }
  std::uint32_t end() const { return line_.end; }
  bool is_at_end() const { return at_ >= line_.end; }
  bool is_at_begin() const { return at_ == line_.begin; }
  /// The byte at the cursor; NUL at the end of the line.
  char front() const { return is_at_end() ? '\0' : text_[at_]; }
  /// What follows up to the end of the line.
  std::string_view rest() const { return text_.substr(at_, line_.end - at_); }
  /// What follows, without blanks at the end of the line.
  Span trimmed() const;

  /// The columns of blanks before the cursor that no container has claimed yet.
  unsigned indent() const { return indent_; }
  /// Takes columns of the indentation for a container.
  void claim(unsigned columns) { indent_ -= columns; }
  /// Moves over `size` bytes of marks and the blanks behind them, which are the new indentation.
  void skip(std::uint32_t size);
  /// Where the line begins when `columns` of the indentation belong to its content.
  std::uint32_t begin_with_indent(unsigned columns) const;

 private:
  void skip_blanks();

  std::string_view text_;
  Span line_;
  std::uint32_t at_;
  unsigned column_ = 0;
  unsigned indent_ = 0;
};

}  // namespace recto
