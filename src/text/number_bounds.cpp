#include "text/number_bounds.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// Letters that make a word of the digits behind them: `GPT4`, `v2`.
bool is_word_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  const Script script = script_of(c);
  return is_letter(c) &&
         (script == Script::latin || script == Script::cyrillic || script == Script::greek);
}

/// Whether a word may begin behind `before`, that is no part of a path, a URL or a name.
bool stands_apart(char32_t before) {
  return before == 0 || before == U'\n' || before == U'*' || before == U'\'' || is_blank(before) ||
         is_east_asian(before) || opens_bracket(before) || may_open_quotation(before);
}

/// Whether the number at `begin` counts the releases before one: `5` of `3.0.0-beta.5`, `rc1`.
bool counts_prereleases(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 8> kStages = {"alpha",   "beta", "canary", "dev",
                                                       "nightly", "next", "pre",    "rc"};
  std::string_view before = text.substr(0, begin);
  if (before.ends_with('.')) before.remove_suffix(1);
  const auto stage = std::find_if(kStages.begin(), kStages.end(),
                                  [&](std::string_view name) { return before.ends_with(name); });
  if (stage == kStages.end()) return false;
  before.remove_suffix(stage->size());
  if (before.ends_with('-')) before.remove_suffix(1);
  return !before.empty() && is_ascii_digit(before.back());
}

}  // namespace

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
}

bool is_dash(char32_t c) {
  return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'~' || c == U'～' || c == U'〜' ||
         c == U'−';
}

bool is_east_asian(char32_t c) {
  const Script script = script_of(c);
  return script == Script::han || script == Script::hiragana || script == Script::katakana ||
         script == Script::hangul;
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  return at > 0 ? previous_code_point(text, at) : 0;
}

bool continues_word(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  std::size_t at = begin;
  const char32_t before = previous_code_point(text, at);
  const char32_t second = code_point_before(text, at);
  if (counts_prereleases(text, begin)) return false;
  if (is_word_letter(before)) {
    // `x3` is a factor, `Rp5.000` an amount.
    if (before == 'x' && !is_word_letter(second) && !digit_value(second)) return false;
    return !is_version(text, begin) &&
           !(text.substr(0, begin).ends_with("Rp") || text.substr(0, begin).ends_with("Rs"));
  }
  constexpr std::u32string_view kJoining = U"-‐‑–./:@=\\^#+&'’";
  if (before == '^' || before == '=' || before == '@' || before == '\\') return true;
  return kJoining.find(before) != std::u32string_view::npos && is_word_letter(second);
}

bool is_version(std::string_view text, std::size_t begin) {
  if (counts_prereleases(text, begin)) return true;
  if (begin == 0 || (text[begin - 1] != 'v' && text[begin - 1] != 'V')) return false;
  return stands_apart(code_point_before(text, begin - 1));
}

bool is_cut_off(std::string_view text, std::size_t at) {
  const char32_t next = code_point_at(text, at);
  if (next == '@' || next == '=' || next == '_' || next == '\\' || next == '^') return true;
  bool has_letters = false;
  while (at < text.size()) {
    std::size_t behind = at;
    const char32_t c = next_code_point(text, behind);
    if (has_letters && (digit_value(c) || c == '_')) return true;
    if (!is_word_letter(c)) return false;
    has_letters = true;
    at = behind;
  }
  return false;
}

bool is_percent(std::string_view text, Span number) {
  constexpr std::u32string_view kSigns = U"%％٪";
  std::size_t at = number.end;
  char32_t next = at < text.size() ? next_code_point(text, at) : 0;
  if (is_blank(next)) next = code_point_at(text, at);
  return kSigns.find(next) != std::u32string_view::npos ||
         kSigns.find(code_point_before(text, number.begin)) != std::u32string_view::npos;
}

}  // namespace recto
