#pragma once

#include <optional>

#include "post/post.h"

namespace recto {

/// The mark with which the first conflict of a merge begins that git left in `post`, whose blocks
/// are read: `<<<<<<< HEAD`, both texts, `>>>>>>> theirs`. None where it is code, as on a page
/// about git.
std::optional<Span> merge_conflict(const Post& post);

}  // namespace recto
