#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"

// Only text/unicode*.cpp, text/han_forms.cpp and text/locale_data.cpp include ICU. Every function
// takes UTF-8 and survives any bytes: what is not UTF-8 reads as U+FFFD.

namespace recto {

/// The offset of the first byte that is not UTF-8; none when all is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Behind the functions below, which answer for ASCII themselves: it is most of what is asked.
namespace beyond_ascii {
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& text, char32_t code_point);
bool is_letter(char32_t c);
bool is_mark(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_space(char32_t c);
bool is_punctuation(char32_t c);
bool is_control(char32_t c);
std::optional<int> digit_value(char32_t c);
}  // namespace beyond_ascii

/// The code point at `at`, which moves behind it.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
  const auto goes_on = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80; };
  const std::size_t left = at < text.size() ? text.size() - at : 0;
  if (left > 0 && byte(at) < 0x80) return byte(at++);
  // Nearly all else that is asked has two or three bytes.
  if (left > 1 && byte(at) >= 0xC2 && byte(at) < 0xE0 && goes_on(at + 1)) {
    const char32_t c = (byte(at) & 0x1FU) << 6U | (byte(at + 1) & 0x3FU);
    at += 2;
    return c;
  }
  if (left > 2 && (byte(at) & 0xF0U) == 0xE0 && goes_on(at + 1) && goes_on(at + 2)) {
    const char32_t c =
        (byte(at) & 0xFU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
      at += 3;
      return c;
    }
  }
  return beyond_ascii::next_code_point(text, at);
}
/// The code point that ends at `at`, which moves before it.
char32_t previous_code_point(std::string_view text, std::size_t& at);
inline void append_utf8(std::string& text, char32_t code_point) {
  if (code_point < 0x80)
    text += static_cast<char>(code_point);
  else
    beyond_ascii::append_utf8(text, code_point);
}

/// Lu or Lt.
inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : beyond_ascii::is_upper(c);
}
/// Ll.
inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : beyond_ascii::is_lower(c);
}
/// General category L*.
inline bool is_letter(char32_t c) {
  return c < 0x80 ? is_upper(c) || is_lower(c) : beyond_ascii::is_letter(c);
}
/// M*.
inline bool is_mark(char32_t c) {
  return c >= 0x80 && beyond_ascii::is_mark(c);
}
/// Nd, of any script.
inline bool is_digit(char32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : beyond_ascii::is_digit(c);
}
/// White_Space.
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : beyond_ascii::is_space(c);
}
/// Cc, Cf, line and paragraph separators.
inline bool is_control(char32_t c) {
  return c < 0x80 ? c < ' ' || c == 0x7F : beyond_ascii::is_control(c);
}
/// P* or S*.
inline bool is_punctuation(char32_t c) {
  return c < 0x80 ? c > ' ' && c < 0x7F && !is_letter(c) && !is_digit(c)
                  : beyond_ascii::is_punctuation(c);
}
/// Sc: `$`, `€`.
bool is_currency(char32_t c);
/// The value of a decimal digit of any script; none for other characters.
inline std::optional<int> digit_value(char32_t c) {
  if (c >= 0x80) return beyond_ascii::digit_value(c);
  return c >= '0' && c <= '9' ? std::optional(static_cast<int>(c - '0')) : std::nullopt;
}
/// Extended_Pictographic, modifiers, ZWJ, variation selectors.
bool is_emoji(char32_t c);
/// Letter, mark, digit, control or any other character in one look.
enum class CharacterKind : std::uint8_t { letter, mark, digit, control, other };
CharacterKind character_kind(char32_t c);

/// How people name `c`: `U+200B (zero width space)`.
std::string character_name(char32_t c);

/// Unicode's Script property, as far as recto tells scripts apart.
enum class Script {
  common,
  inherited,
  latin,
  greek,
  cyrillic,
  arabic,
  hebrew,
  devanagari,
  thai,
  han,
  hiragana,
  katakana,
  hangul,
  other
};
Script script_of(char32_t c);
/// The same of a letter; a mark is inherited, anything else common.
Script letter_script(char32_t c);

/// The scripts whose letters are ordinary in prose of a locale: Han, Hiragana, Katakana and Latin
/// in Japanese; Cyrillic and Latin in Russian.
class Scripts {
 public:
  explicit Scripts(const Locale& locale);
  bool has(Script script) const { return (bits_ >> static_cast<unsigned>(script) & 1U) != 0; }

 private:
  std::uint32_t bits_ = 0;
};
inline bool writes_in(const Locale& locale, Script script) {
  return Scripts(locale).has(script);
}

/// Whether the language is written in Latin letters.
bool is_written_in_latin(const Locale& locale);

/// The small letters that the language writes its words with, accented ones included; sorted.
std::u32string alphabet(const Locale& locale);

std::string nfc(std::string_view text);
bool is_nfc(std::string_view text);
/// Lower case in the rules of `locale` (Turkish i, Greek final sigma).
std::string lower_case(std::string_view text, const Locale& locale);
/// `word` with a capital for its first letter, and small ones for the others.
std::string capitalised(std::string_view word, const Locale& locale);
/// Full case folding and NFC: two words that a reader takes for the same, but for capitals.
std::string folded(std::string_view text);
/// A text folded character by character, with the offset in the text of every byte of the result,
/// and the text's size behind them.
struct FoldedText {
  std::string text;
  std::vector<std::uint32_t> offsets;
};
FoldedText folded_with_offsets(std::string_view text);
/// `text` without combining marks: `hóa` and `hoà` both give `hoa`; `đ` stays.
std::string without_marks(std::string_view text);

/// Cells of a terminal: wide East Asian characters count two, combining marks none.
std::size_t display_width(std::string_view text);
/// Whether `c` is written from right to left.
bool is_right_to_left(char32_t c);

/// The words of `text` in reading order: runs of letters, marks and digits, with apostrophes, dots
/// and hyphens where ICU's word rules keep them inside; Thai, Chinese, Japanese and the like are
/// split by ICU's dictionaries.
std::vector<Span> word_spans(std::string_view text, const Locale& locale);
/// The same as readers of any language with blanks divide `text`, whatever it is written in.
std::vector<Span> word_spans(std::string_view text);
/// The same by ICU alone; for `word_spans`, which asks it only where it must.
std::vector<Span> dictionary_word_spans(std::string_view text, const Locale& locale);

/// `bytes` in the old `charset` (`ISO8859-1`, `KOI8-R`) as UTF-8; none when nobody knows it.
std::optional<std::string> converted_to_utf8(std::string_view bytes, const std::string& charset);

}  // namespace recto
