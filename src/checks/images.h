#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "checks/counterparts.h"

// What the checks of images share.

namespace recto {
struct Post;
struct Subject;
}  // namespace recto

namespace recto::checks {

/// An image of a post: Markdown's own, an <img>, or a figure of Hugo.
struct ImageUse {
  Span span;
  Span target;
  std::size_t block = 0;  // index into the post
};

/// The images of both sides and how they correspond.
struct ComparedImages {
  std::vector<ImageUse> source;
  std::vector<ImageUse> translation;
  Counterparts counterparts;
};

/// The images of both posts, compared.
const ComparedImages& compared_images(const Subject& subject);

/// The images in document order.
std::vector<ImageUse> images_of(const Post& post);

}  // namespace recto::checks
