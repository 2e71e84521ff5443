#pragma once

#include <string_view>
#include <vector>

#include "post/post.h"

namespace recto {

/// The code within the lines of `post`, in order, without its marks; views into its text.
std::vector<std::string_view> line_codes(const Post& post);

}  // namespace recto
