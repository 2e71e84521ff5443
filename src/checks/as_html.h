#pragma once

#include <set>
#include <string>
#include <string_view>

#include "checks/blocks.h"

// Translation programs may turn Markdown into HTML, or into what is left of it: `<li><code>url`.

namespace recto::checks {

/// The tags that the translation writes in HTML blocks which the source has not, for what Markdown
/// has marks for, and that the source writes nowhere: `h2`, `p`, `li`.
const std::set<std::string, std::less<>>& tags_for_markdown(const Subject& subject);

/// Whether `block` of the translation is HTML that begins with one of these tags.
bool is_html_for_markdown(const Subject& subject, const Block& block);

}  // namespace recto::checks
