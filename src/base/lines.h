#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace recto {

/// The next line of `text`, without its `\n`, which is taken out of it.
inline std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The lines of `text`, without their `\n`.
inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) lines.push_back(take_line(text));
  return lines;
}

}  // namespace recto
