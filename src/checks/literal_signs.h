#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/span.h"
#include "post/post.h"

// Signs that Markdown or HTML shows as something else, but for a slip in them.

namespace recto::checks {

/// What stands where the checkbox of the source's item `ours` should, and is none: `[]`, `［ ］`.
std::optional<Span> broken_checkbox(const Post& source, const Block& ours, const Post& translation,
                                    const Block& theirs);

/// What looks like an entity in the prose of `block` and is none, `&mdash ;`, `&tiret;`, no more
/// than entities of the source's blocks are missing.
std::vector<Span> broken_entities(std::span<const Block> source, const Post& post,
                                  const Block& block);

}  // namespace recto::checks
