#pragma once

#include <vector>

#include "post/post.h"

namespace recto::checks {

/// The sentences of `block`, a paragraph, that say again what the one before them says; with the
/// blanks before them.
std::vector<Span> said_twice(const Post& post, const Block& block);

}  // namespace recto::checks
