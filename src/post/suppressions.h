#pragma once

#include "post/post.h"

namespace recto {

/// Reads what `post` says to recto, in remarks and under the front matter key `recto`, and takes it
/// out of what is compared, with all that stands between `recto: local` and `recto: end`.
void take_out_suppressions(Post& post);

}  // namespace recto
