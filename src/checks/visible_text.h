#pragma once

#include <cstdint>
#include <vector>

#include "base/diagnostic.h"
#include "post/post.h"

// What the checks of markup share.

namespace recto::checks {

/// The pieces of `block` whose every byte a reader sees: prose outside links and code, and bare
/// URLs; neighbours joined.
std::vector<Span> visible_spans(const Post& post, const Block& block);

/// Whether `link` is a URL that stands in prose without any marks.
bool is_bare_url(const Post& post, const Inline& link);

/// Whether a cell of `row` ends within code, at a `|` that is not escaped: the next has the rest.
bool parts_code(const Post& post, const Block& row);

/// Whether the byte at `at` is taken for itself because of the backslash before it.
bool is_escaped(const Post& post, std::uint32_t at);

/// `part`, lines of one block or a cell, read by itself once `edits` are made; its first byte is
/// that of `part`.
Post reparsed(const Post& post, Span part, const std::vector<Edit>& edits);

}  // namespace recto::checks
