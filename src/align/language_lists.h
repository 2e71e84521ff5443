#pragma once

#include <cstddef>
#include <vector>

#include "post/post.h"

namespace recto {

/// The blocks of `translation`, by index, that are nothing but links to editions of its post, the
/// source among them: `[English](README.md) | Deutsch`. The source need not have them.
std::vector<std::size_t> added_language_lists(const Post& source, const Post& translation);

}  // namespace recto
