#pragma once

#include <array>
#include <cstdint>

#include "text/unicode.h"

namespace recto {

/// Letters of one script, side by side.
struct Letters {
  char32_t first;
  char32_t last;
  Script script;
};

/// Most letters beyond ASCII, for which ICU need not be asked: letters in NFC.
inline constexpr std::array<Letters, 11> kKnownLetters = {{
    {0x00C0, 0x00D6, Script::latin},
    {0x00D8, 0x00F6, Script::latin},
    {0x00F8, 0x024F, Script::latin},
    {0x0400, 0x0481, Script::cyrillic},
    {0x0620, 0x063F, Script::arabic},
    {0x0641, 0x064A, Script::arabic},
    {0x1E00, 0x1EFF, Script::latin},
    {0x3041, 0x3096, Script::hiragana},
    {0x30A1, 0x30FA, Script::katakana},
    {0x4E00, 0x9FFC, Script::han},
    {0xAC00, 0xD7A3, Script::hangul},
}};

/// By the upper byte of a character in the BMP: the first of them that may hold it.
inline constexpr std::array<std::uint8_t, 0x100> kFirstByPage = [] {
  std::array<std::uint8_t, 0x100> first{};
  for (char32_t page = 0; page < first.size(); ++page) {
    while (first[page] < kKnownLetters.size() && kKnownLetters[first[page]].last < page << 8U) {
      ++first[page];
    }
  }
  return first;
}();

/// Those that `c` is one of, or null.
inline const Letters* known_letters(char32_t c) {
  if (c > kKnownLetters.back().last) return nullptr;
  const Letters* letters = &kKnownLetters[kFirstByPage[c >> 8U]];
  while (c > letters->last) ++letters;
  return c >= letters->first ? letters : nullptr;
}

}  // namespace recto
