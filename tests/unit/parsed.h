#pragma once

#include <string>

#include "post/post.h"

namespace recto::testing {

/// `text` read as a post without front matter.
Post parsed(std::string text, Dialect dialect = Dialect::markdown);

/// The kinds of the blocks of `post`, with blanks between.
std::string kinds(const Post& post);

/// The inlines of a block, one after the other: `text(a) emphasis(**b**)`.
std::string pieces(const Post& post, const Block& block);

/// How the blocks stand in containers: `list(item(paragraph code))`.
std::string tree(const Post& post);

}  // namespace recto::testing
