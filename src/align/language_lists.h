#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "post/post.h"

namespace recto {

/// Whether `url` leads to the post at `path` in a language: `README.fr.md` or `fr/README.md` of
/// `README.md`.
bool is_edition(std::string_view url, std::string_view path);

/// Whether `block` of `post` is nothing but links to editions of the post whose source is at
/// `source_path`, two at least: names of languages, each in its own.
bool is_language_list(const Post& post, const Block& block, std::string_view source_path);

/// The blocks of `translation`, by index, that are nothing but links to editions of its post, the
/// source among them: `[English](README.md) | Deutsch`. The source need not have them.
std::vector<std::size_t> added_language_lists(const Post& source, const Post& translation);

}  // namespace recto
