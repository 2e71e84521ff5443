#pragma once

#include <vector>

#include "post/post.h"

namespace recto::checks {

/// The sentences of `block`, a paragraph, that say again what the one before them says; with the
/// blanks before them.
std::vector<Span> said_twice(const Post& post, const Block& block);

/// How many sentences `block` has, but for a last one without an end.
std::size_t sentences_in(const Post& post, const Block& block);

}  // namespace recto::checks
