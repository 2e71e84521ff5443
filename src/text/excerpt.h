#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace recto {

/// `text` on one line, runs of blanks as one, cut at `limit` code points with `...` at the end.
std::string short_quote(std::string_view text, std::size_t limit = 80);

/// `text` on one line, runs of blanks as one.
std::string collapsed(std::string_view text);

/// The same of two texts that differ, from a few words before the first difference on.
std::pair<std::string, std::string> short_quotes(std::string_view left, std::string_view right);

}  // namespace recto
