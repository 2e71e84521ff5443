#pragma once

#include <string>
#include <string_view>

namespace recto {

/// `texts`, strings in any container, one behind the other with `separator` between.
template <typename Texts>
std::string joined(const Texts& texts, std::string_view separator) {
  std::string result;
  bool is_first = true;
  for (const auto& text : texts) {
    if (!is_first) result += separator;
    result += text;
    is_first = false;
  }
  return result;
}

}  // namespace recto
