#pragma once

#include <string_view>

#include "post/post.h"

namespace recto::checks {

/// Whether `text` begins as what a translator says in a voice of their own does, quotation marks
/// and brackets aside: `译者注：`, `N.d.T.`, `прим. пер.`.
bool begins_translator_note(std::string_view text);

/// Whether `place` stands in brackets in which a translator speaks.
bool is_in_translator_note(const Post& post, const Block& block, Span place);

}  // namespace recto::checks
