#pragma once

#include <string_view>

// The marks around words, of any language: `“` opens what is quoted in English and closes it in
// German, so that each of them may do both.

namespace recto {

inline bool may_open_quotation(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"“„‘‚«»‹›「『《〈";
  return kMarks.find(c) != std::u32string_view::npos;
}

inline bool may_close_quotation(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"”“’‘»«›‹」』》〉";
  return kMarks.find(c) != std::u32string_view::npos;
}

inline bool opens_bracket(char32_t c) {
  constexpr std::u32string_view kMarks = U"([（【";
  return kMarks.find(c) != std::u32string_view::npos;
}

inline bool closes_bracket(char32_t c) {
  constexpr std::u32string_view kMarks = U")]）】";
  return kMarks.find(c) != std::u32string_view::npos;
}

}  // namespace recto
