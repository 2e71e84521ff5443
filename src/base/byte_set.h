#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace recto {

/// Some bytes, looked for in texts; what `find_first_of` does, in one look-up a byte. A constant
/// outside of functions: inside, its table would be made at each call.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }

  /// The same bytes, and those that characters beyond ASCII consist of in UTF-8.
  constexpr ByteSet with_all_beyond_ascii() const {
    ByteSet set = *this;
    for (std::size_t byte = 0x80; byte < set.has_.size(); ++byte) set.has_[byte] = true;
    return set;
  }

  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
  /// The first place from `at` on of one of the bytes; the size of `text` when there is none.
  constexpr std::size_t find_in(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && !has(text[at])) ++at;
    return at;
  }
  /// The same of any other byte.
  constexpr std::size_t find_other_in(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && has(text[at])) ++at;
    return at;
  }
  constexpr bool is_in(std::string_view text) const { return find_in(text) < text.size(); }

 private:
  std::array<bool, 256> has_{};
};

inline constexpr ByteSet kSmallAsciiLetters("abcdefghijklmnopqrstuvwxyz");

}  // namespace recto
