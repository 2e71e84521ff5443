#pragma once

#include <string_view>
#include <vector>

#include "post/outline.h"

namespace recto {

/// Fills in the inlines of the HTML blocks of an outline of `text`: their tags and comments, and
/// the prose between. What stands in <script> and <style> is none.
void add_html_inlines(std::string_view text, std::vector<Block>& blocks);

}  // namespace recto
