#include "text/mojibake.h"

#include <array>
#include <optional>

#include "text/unicode.h"

namespace recto {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F; where it has nothing, programs keep the control
/// character.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// The byte that Windows-1252 reads as `c`, if it is one that continues a character of UTF-8.
std::optional<unsigned char> continuing_byte(char32_t c) {
  if (c >= 0x80 && c <= 0xBF) return static_cast<unsigned char>(c);
  for (std::size_t i = 0; i < kWindows.size(); ++i) {
    if (kWindows[i] == c) return static_cast<unsigned char>(0x80 + i);
  }
  return std::nullopt;
}

/// How many bytes follow the first one of a character of UTF-8; 0 when `c` begins none.
std::size_t bytes_behind(char32_t c) {
  if (c >= 0xC2 && c <= 0xDF) return 1;
  if (c >= 0xE0 && c <= 0xEF) return 2;
  return c >= 0xF0 && c <= 0xF4 ? 3 : 0;
}

/// What may follow a letter: quotes, dashes, the blank before them.
bool follows_letters(char32_t c) {
  constexpr std::u32string_view kSigns = U"\u00A0\u00AD«»“”‘’‚„‹›–—…•·°ºª²³¹™®€%";
  return kSigns.find(c) != std::u32string_view::npos;
}

std::optional<Mojibake> mojibake_at(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const char32_t first = next_code_point(text, at);
  const std::size_t count = bytes_behind(first);
  if (count == 0) return std::nullopt;
  Mojibake found;
  found.meant = static_cast<char>(first);
  // Of three bytes in a row quotes and dashes make `â€`.
  const bool is_quote = first == U'â' && text.substr(at).starts_with("€");
  for (std::size_t i = 0; i < count; ++i) {
    if (at >= text.size()) return std::nullopt;
    const char32_t c = next_code_point(text, at);
    const auto byte = continuing_byte(c);
    if (!byte) return std::nullopt;
    found.meant += static_cast<char>(*byte);
    found.is_sure = found.is_sure && (is_quote || !follows_letters(c));
  }
  found.span = span_at(begin, at - begin);
  std::size_t decoded = 0;
  const bool is_valid =
      next_code_point(found.meant, decoded) != 0xFFFD && decoded == found.meant.size();
  return is_valid ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace

std::vector<Mojibake> mojibake_in(std::string_view text, Span part) {
  constexpr char kLead = '\xC3';  // of U+00C0 to U+00FF
  std::vector<Mojibake> all;
  text = text.substr(0, part.end);
  for (std::size_t at = text.find(kLead, part.begin); at != text.npos;) {
    auto found = mojibake_at(text, at);
    const std::size_t behind = found ? found->span.end : at + 1;
    if (found) all.push_back(std::move(*found));
    at = text.find(kLead, behind);
  }
  return all;
}

}  // namespace recto
