#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "checks/literal_links.h"
#include "checks/literal_marks.h"
#include "post/post.h"

// Fixes for markup that a reader sees. Each was read anew before it is offered: it renders.

namespace recto::checks {

/// A way of writing emphasis: `**`, of strength 2, `strong` in HTML.
struct EmphasisStyle {
  std::string_view mark;
  int strength = 0;
  std::string_view tag;
};

/// The lines or the cell of `block` that hold `span`, which can be read by themselves.
Span readable_part(const Post& post, const Block& block, Span span);

/// Moves blanks, punctuation or brackets out of the marks, or writes HTML instead of them.
std::optional<Fix> mended_emphasis(const Post& post, Span part, const MeantEmphasis& meant,
                                   const EmphasisStyle& style);
/// Writes the marks of the link as they should be.
std::optional<Fix> mended_link(const Post& post, Span part, const LiteralLink& link);
/// Marks where the bare URL at `url` ends.
std::optional<Fix> mended_url(const Post& post, Span part, Span url);

}  // namespace recto::checks
