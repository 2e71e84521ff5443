#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

// ASCII alone, whatever the language of the C library: all that Markdown's grammar knows of.

namespace recto {

/// Whether `c` is no part of a character beyond ASCII.
inline bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

inline bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

inline bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

inline bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether `c` may stand in the name of a variable: a letter, a digit or `_`.
inline bool is_identifier_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

inline bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

inline bool is_ascii_control(char c) {
  return (c >= 0 && c < ' ') || c == '\x7F';
}

inline bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

/// Whether `c` parts words on one line or two.
inline bool is_gap(char c) {
  return is_blank(c) || is_line_end(c);
}

inline char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

/// `text` with the capitals of ASCII as small letters.
inline std::string ascii_lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), ascii_lower);
  return result;
}

/// How often `part`, which is not empty, stands in `text`; places do not overlap.
inline std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

/// The place of the first byte of `line` from `at` on that is no blank; its size without one.
inline std::size_t behind_blanks(std::string_view line, std::size_t at) {
  while (at < line.size() && is_blank(line[at])) ++at;
  return at;
}

/// The digits of `text`, one behind the other.
inline std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_ascii_digit);
  return digits;
}

/// `text` without the blanks and line ends at both ends.
inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_gap(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_gap(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace recto
