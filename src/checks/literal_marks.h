#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "post/post.h"

// Marks of emphasis and code that Markdown takes for text, so that a reader sees them: `**` beside
// a blank or beside punctuation, or without its other half.

namespace recto::checks {

/// A run of one of the characters `*`, `_`, `~` and the backtick that stands in the prose of a
/// block.
struct LiteralMark {
  Span span;
  bool is_bold = false;  // two asterisks or more, which prose has no other use for

  friend bool operator==(const LiteralMark&, const LiteralMark&) = default;
};

/// The marks that a reader of `block` sees, in order; one sign alone is listed, too.
std::vector<LiteralMark> literal_marks(const Post& post, const Block& block);

/// Two marks that belong together as their author meant it, though Markdown may not take them so.
struct MeantEmphasis {
  Span opening;
  Span closing;
  bool is_literal = false;  // a reader sees at least one of them
  bool is_torn = false;     // Markdown takes a part of one of them for a mark of other emphasis

  /// What is emphasised.
  Span content() const { return {opening.end, closing.begin}; }

  friend bool operator==(const MeantEmphasis&, const MeantEmphasis&) = default;
};

/// The emphasis that was meant in `part` of `block`, a cell or the whole: all marks that are
/// written as `mark`, whether they render or not, two by two. None when their number is odd.
std::vector<MeantEmphasis> meant_emphasis(const Post& post, const Block& block, Span part,
                                          std::string_view mark);

/// Emphasis whose marks are escaped or full-width, `\*\*words\*\*`, `＊＊words＊＊`: two asterisks
/// each, beside the words.
std::vector<MeantEmphasis> escaped_emphasis(const Post& post, const Block& block);

}  // namespace recto::checks
