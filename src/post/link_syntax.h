#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/span.h"

// The grammar of what follows a link's text, `(url "title")`, and of link reference definitions.

namespace recto {

/// The lines of one block, without what stands before and behind their content. Link syntax may run
/// from one line to the next, but not into the marks of a quote between them.
struct Lines {
  std::string_view text;
  std::span<const Span> spans;
};

/// A byte of a block: the line it stands on and its offset in the text.
struct LinePlace {
  std::size_t line = 0;
  std::uint32_t at = 0;

  friend bool operator==(const LinePlace&, const LinePlace&) = default;
};

/// `(target "title")` as it stands behind a link's text; the spans leave out `<>` and quotes.
struct LinkEnd {
  Span target;
  Span title;
  LinePlace end;  // behind `)`
};

/// The end of an inline link whose `(` stands at `place`; none when this is no such end.
std::optional<LinkEnd> read_link_end(const Lines& lines, LinePlace place);

/// A label, a target or a title without its marks, and the place behind them.
struct LinkPart {
  Span span;
  LinePlace end;
};
/// The label that begins with the `[` at `place`; none when there is no label.
std::optional<LinkPart> read_label(const Lines& lines, LinePlace place);

/// `[label]: target "title"` and the line behind it.
struct DefinitionLines {
  Span span;
  Span label;
  Span target;
  Span title;
  std::size_t next_line = 0;
};

/// The definition that begins with the line of that number; none when it is ordinary text.
std::optional<DefinitionLines> read_definition(const Lines& lines, std::size_t line);

}  // namespace recto
