#pragma once

#include <string_view>

// The marks around words, of any language: `“` opens what is quoted in English and closes it in
// German, so that each of them may do both.

namespace recto {

inline bool is_one_of(char32_t c, std::u32string_view marks) {
  return marks.find(c) != std::u32string_view::npos;
}

inline bool may_open_quotation(char32_t c) {
  return is_one_of(c, U"\"“„‘‚«»‹›「『《〈");
}
inline bool may_close_quotation(char32_t c) {
  return is_one_of(c, U"\"”“’‘»«›‹」』》〉");
}
inline bool opens_bracket(char32_t c) {
  return is_one_of(c, U"([（【");
}
inline bool closes_bracket(char32_t c) {
  return is_one_of(c, U")]）】");
}

}  // namespace recto
