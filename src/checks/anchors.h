#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "post/post.h"

namespace recto::checks {

/// A place in a page that `#id` leads to.
struct Anchor {
  std::size_t block = 0;     // index into the post
  bool is_heading = false;   // else an `id` or `name` of a tag, or of an attribute list
  bool is_explicit = false;  // written down, not made of a heading's text
  std::size_t rule = 0;      // of those that the site may follow, the likeliest first
};

/// Whether `post` is a translation of Docusaurus, which has a folder for each of its plugins. One
/// of its dialect elsewhere is of Mintlify.
bool is_in_plugin_folder(const Post& post);

/// The anchors of `post` by id. Ids of headings are made as its site makes them: where a site may
/// follow one rule or another, the ids of all of them are there.
std::map<std::string, Anchor, std::less<>> anchors_of(const Post& post);

/// The id that github-slugger makes of a heading's text: letters, marks and digits of any script in
/// small letters, `_` and `-`, blanks as `-`; nothing else.
std::string github_slug(std::string_view text);

/// The id that Python-Markdown makes: ASCII alone, accents aside; runs of blanks and hyphens as
/// one.
std::string python_slug(std::string_view text);

}  // namespace recto::checks
