#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/span.h"
#include "checks/counterparts.h"
#include "checks/link_target.h"

// What the checks of links share.

namespace recto {
struct Post;
struct Subject;
}  // namespace recto

namespace recto::checks {

/// A link of a post: Markdown's own, a bare URL, or the `href` or `to` of a tag.
struct LinkUse {
  Span span;
  Span text;
  Span target;               // of a reference link: the URL in its definition
  std::size_t block = 0;     // index into the post
  bool is_bare = false;      // the URL is the text
  bool holds_image = false;  // a picture that one can click
  LinkTarget leads_to;
};

/// Two URLs that resemble each other less have little in common: the translator may have chosen a
/// page of their own; of others, one may be a slip of the other.
inline constexpr double kLikeUrls = 0.6;

/// The links of both sides and how they correspond.
struct ComparedLinks {
  std::vector<LinkUse> source;
  std::vector<LinkUse> translation;
  Counterparts counterparts;
};

/// The links of both posts, compared. What a reader sees as broken syntax, or what goes with a lost
/// image, is no difference of links.
const ComparedLinks& compared_links(const Subject& subject);

/// The URL of a link as it is written.
std::string url_of(const Post& post, const LinkUse& link);

}  // namespace recto::checks
