#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recto {

/// `text` on one line, runs of blanks as one, cut at `limit` code points with `...` at the end.
std::string short_quote(std::string_view text, std::size_t limit = 80);

}  // namespace recto
