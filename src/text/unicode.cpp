#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "base/utf8.h"
#include "text/known_letters.h"

namespace recto {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiSelector = 0xFE0F;

// ICU's macro narrows on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The code point at `at`, which moves behind it; negative when it is not UTF-8.
UChar32 decoded(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  const char* bytes = text.data();
  U8_NEXT(bytes, at, text.size(), c);
  return c;
}
#pragma GCC diagnostic pop

UChar32 icu_char(char32_t c) {
  return static_cast<UChar32>(c);
}

bool has_category(char32_t c, std::uint32_t mask) {
  return (U_GET_GC_MASK(icu_char(c)) & mask) != 0;
}

/// Cells of `c` in a terminal, after a character of `before` cells.
std::size_t cells_of(char32_t c, std::size_t before) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  if (has_category(c, U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) return 0;
  const auto syllable = u_getIntPropertyValue(icu_char(c), UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const bool modifies = u_hasBinaryProperty(icu_char(c), UCHAR_EMOJI_MODIFIER) != 0;
  if (modifies && before == 2) return 0;
  const auto width = u_getIntPropertyValue(icu_char(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

struct LocaleDataCloser {
  void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

}  // namespace

namespace beyond_ascii {

char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return kReplacement;
  const UChar32 c = decoded(text, at);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

void append_utf8(std::string& text, char32_t code_point) {
  const bool is_valid = code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
  const char32_t c = is_valid ? code_point : kReplacement;
  const auto add = [&](char32_t bits) {
    text += static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (c < 0x800) {
    add(0xC0U | (c >> 6U));
  } else {
    if (c < 0x10000) {
      add(0xE0U | (c >> 12U));
    } else {
      add(0xF0U | (c >> 18U));
      add(0x80U | ((c >> 12U) & 0x3FU));
    }
    add(0x80U | ((c >> 6U) & 0x3FU));
  }
  add(0x80U | (c & 0x3FU));
}

bool is_letter(char32_t c) {
  return known_letters(c) != nullptr || has_category(c, U_GC_L_MASK);
}
bool is_mark(char32_t c) {
  return has_category(c, U_GC_M_MASK);
}
bool is_digit(char32_t c) {
  return has_category(c, U_GC_ND_MASK);
}
bool is_upper(char32_t c) {
  return has_category(c, U_GC_LU_MASK | U_GC_LT_MASK);
}
bool is_lower(char32_t c) {
  return has_category(c, U_GC_LL_MASK);
}
bool is_space(char32_t c) {
  return u_isUWhiteSpace(icu_char(c)) != 0;
}
bool is_punctuation(char32_t c) {
  return has_category(c, U_GC_P_MASK | U_GC_S_MASK);
}
bool is_control(char32_t c) {
  return has_category(c, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK);
}

std::optional<int> digit_value(char32_t c) {
  if (known_letters(c) != nullptr) return std::nullopt;
  const std::int32_t value = u_charDigitValue(icu_char(c));
  return value < 0 ? std::nullopt : std::optional<int>(value);
}

}  // namespace beyond_ascii

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    if (decoded(text, at) < 0) return begin;
  }
  return std::nullopt;
}

char32_t previous_code_point(std::string_view text, std::size_t& at) {
  if (at == 0 || at > text.size()) return kReplacement;
  const std::string_view tail =
      text.substr(at - std::min<std::size_t>(at, 4), std::min<std::size_t>(at, 4));
  auto index = static_cast<std::int32_t>(tail.size());
  UChar32 c = 0;
  const char* bytes = tail.data();
  U8_PREV_OR_FFFD(bytes, 0, index, c);
  at -= tail.size() - static_cast<std::size_t>(index);
  return static_cast<char32_t>(c);
}

CharacterKind character_kind(char32_t c) {
  if (known_letters(c) != nullptr) return CharacterKind::letter;
  const std::uint32_t category = U_GET_GC_MASK(icu_char(c));
  if ((category & U_GC_L_MASK) != 0) return CharacterKind::letter;
  if ((category & U_GC_M_MASK) != 0) return CharacterKind::mark;
  if ((category & U_GC_ND_MASK) != 0) return CharacterKind::digit;
  constexpr std::uint32_t kControl = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (category & kControl) != 0 ? CharacterKind::control : CharacterKind::other;
}

bool is_currency(char32_t c) {
  return has_category(c, U_GC_SC_MASK);
}

bool is_emoji(char32_t c) {
  if (c < 0xA9) return false;
  return c == kJoiner || (c >= 0xFE00 && c <= kEmojiSelector) || c == 0x20E3 ||
         u_hasBinaryProperty(icu_char(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
         u_hasBinaryProperty(icu_char(c), UCHAR_EMOJI_MODIFIER) != 0 ||
         u_hasBinaryProperty(icu_char(c), UCHAR_REGIONAL_INDICATOR) != 0;
}

std::string character_name(char32_t c) {
  std::array<char, 16> code{};
  std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(c));
  std::array<char, 128> name{};
  UErrorCode error = U_ZERO_ERROR;
  u_charName(icu_char(c), U_UNICODE_CHAR_NAME, name.data(), name.size(), &error);
  if (U_FAILURE(error) != 0 || name[0] == '\0') return code.data();
  return std::string(code.data()) + " (" + folded(name.data()) + ")";
}

Script script_of(char32_t c) {
  if (c < 0x80) return is_letter(c) ? Script::latin : Script::common;
  if (const Letters* letters = known_letters(c)) return letters->script;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(icu_char(c), &error)) {
    case USCRIPT_COMMON:
      return Script::common;
    case USCRIPT_INHERITED:
      return Script::inherited;
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_GREEK:
      return Script::greek;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_ARABIC:
      return Script::arabic;
    case USCRIPT_HEBREW:
      return Script::hebrew;
    case USCRIPT_DEVANAGARI:
      return Script::devanagari;
    case USCRIPT_THAI:
      return Script::thai;
    case USCRIPT_HAN:
      return Script::han;
    case USCRIPT_HIRAGANA:
      return Script::hiragana;
    case USCRIPT_KATAKANA:
      return Script::katakana;
    case USCRIPT_HANGUL:
      return Script::hangul;
    default:
      return Script::other;
  }
}

Script letter_script(char32_t c) {
  if (c < 0x80) return is_letter(c) ? Script::latin : Script::common;
  if (const Letters* letters = known_letters(c)) return letters->script;
  const CharacterKind kind = character_kind(c);
  if (kind == CharacterKind::mark) return Script::inherited;
  return kind == CharacterKind::letter ? script_of(c) : Script::common;
}

std::u32string alphabet(const Locale& locale) {
  std::u32string letters;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, LocaleDataCloser> data(
      ulocdata_open(locale.language.c_str(), &error));
  if (U_FAILURE(error) != 0) return letters;
  icu::UnicodeSet set;
  ulocdata_getExemplarSet(data.get(), set.toUSet(), 0, ULOCDATA_ES_STANDARD, &error);
  if (U_FAILURE(error) != 0) return letters;
  for (std::int32_t i = 0; i < set.getRangeCount(); ++i) {
    for (UChar32 c = set.getRangeStart(i); c <= set.getRangeEnd(i); ++c) {
      if (is_letter(static_cast<char32_t>(c))) letters += static_cast<char32_t>(c);
    }
  }
  return letters;
}

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(icu_char(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  std::size_t last = 0;    // cells of the character before
  bool is_joined = false;  // to an emoji, by a joiner: one picture
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == kEmojiSelector && last == 1) {
      ++width;
      last = 2;
      continue;
    }
    const std::size_t cells = is_joined ? 0 : cells_of(c, last);
    is_joined = c == kJoiner && last == 2;
    width += cells;
    if (cells > 0) last = cells;
  }
  return width;
}

}  // namespace recto
