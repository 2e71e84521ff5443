#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "post/post.h"

// Links that were meant as such and read as text, or say more than was meant: shared by the rule
// that reports them and by those of links, which must not report them again.

namespace recto::checks {

/// `[text] (target)`, `[text](target` or `[text(target)`, and the same with full-width marks.
struct LiteralLink {
  Span span;    // from `[` or `![`
  Span text;    // without its brackets
  Span target;  // the URL
  Span title;   // with its quotes and the blanks before it; or empty
  bool is_image = false;

  friend bool operator==(const LiteralLink&, const LiteralLink&) = default;
};

/// What `block` of `post` shows to its readers instead of links, in order. Whether the target is a
/// URL is for the caller to judge: `[sic] (and so on)` is not listed, `[1] (2)` is.
std::vector<LiteralLink> literal_links(const Post& post, const Block& block);

/// Where the bare URL `link` of `post` should end, when prose that was written without a blank
/// behind it became a part of it: behind a URL of `expected` (those of the source) that letters
/// beyond ASCII follow, else before the first full-width punctuation mark. None when it is right.
std::optional<std::uint32_t> end_before_prose(const Post& post, const Inline& link,
                                              const std::vector<std::string_view>& expected);

}  // namespace recto::checks
