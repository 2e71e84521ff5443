#pragma once

#include <string_view>

// What is known of UTF-8 without Unicode's tables.

namespace recto {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Whether `c` goes on with a code point rather than begins one.
inline bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace recto
