#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

// What is known of UTF-8 without Unicode's tables.

namespace recto {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Whether `c` goes on with a code point rather than begins one.
inline bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The number of code points of `text`: of its bytes but those that go on with one. Eight bytes a
/// step: it is asked for whole posts.
inline std::size_t count_code_points(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  std::size_t count = text.size();
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    const std::uint64_t continuing = bytes >> 7U & ~bytes >> 6U & kEach;
    count -= continuing * kEach >> 56U;  // the sum of the eight
    text.remove_prefix(sizeof bytes);
  }
  return count - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

}  // namespace recto
