#pragma once

#include <string_view>

#include "checks/blocks.h"
#include "checks/html_runs.h"

// Translation programs may turn Markdown into HTML, or into what is left of it: `<li><code>url`.

namespace recto::checks {

/// The HTML of the translation that the source lacks, with those of its tags that Markdown has
/// marks for (`h2`, `p`, `li`), that have no attributes, and that the source writes nowhere.
const HtmlForMarkdown& html_for_markdown(const Subject& subject);

/// Whether `block` of the translation begins with one of these tags.
bool is_html_for_markdown(const Subject& subject, const Block& block);

/// Whether what the translation lacks before its block at `place` may stand there as HTML with
/// `tag`.
bool may_stand_as_html(const Subject& subject, std::size_t place, std::string_view tag);

/// Whether the last blocks of the translation are such HTML, enough of it to stand for `bytes` of
/// the source.
bool may_end_as_html(const Subject& subject, std::size_t bytes);

}  // namespace recto::checks
