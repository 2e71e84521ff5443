#pragma once

#include <string>
#include <string_view>
#include <vector>

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

/// `text, jsonl or json`: the same with `last`, ` or `, before the last one.
inline std::string joined(const std::vector<std::string>& texts, std::string_view separator,
                          std::string_view last) {
  std::string result;
  for (const std::string& text : texts) {
    if (!result.empty()) result += &text == &texts.back() ? last : separator;
    result += text;
  }
  return result;
}

}  // namespace recto
