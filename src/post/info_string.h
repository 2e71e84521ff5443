#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

// What stands behind the opening fence of code: `js title="tea.js" {1,3}`.

namespace recto {

/// `title="Our gate"` in an info string: where the value stands in it, in bytes, quotes and all.
struct InfoAttribute {
  std::string_view name;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The attributes of `info` in the order in which they are written.
std::vector<InfoAttribute> attributes_of(std::string_view info);

/// The end of the word of `info` that begins at `at`: what stands in quotes or braces is of it.
std::size_t info_word_end(std::string_view info, std::size_t at);

/// The file that `info` says its code is of: `tea.js` of `js title="tea.js"`; empty for none.
std::string_view file_of_fence(std::string_view info);

}  // namespace recto
