#include "align/ordinal.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace recto {
namespace {

/// The marks that make a leading number an ordinal.
bool is_ordinal_mark(char32_t c) {
  constexpr std::array<char32_t, 12> kMarks = {U'.',  U')', U':', U'、', U'．', U'）',
                                               U'：', U'।', U'-', U'–',  U'—',  U'。'};
  return std::find(kMarks.begin(), kMarks.end(), c) != kMarks.end();
}

std::optional<Ordinal> roman(std::string_view text) {
  int value = 0;
  int before = 0;
  std::size_t at = 0;
  for (; at < text.size() && at < 8; ++at) {
    int digit = 0;
    switch (text[at]) {
      case 'I':
        digit = 1;
        break;
      case 'V':
        digit = 5;
        break;
      case 'X':
        digit = 10;
        break;
      default:
        break;
    }
    if (digit == 0) break;
    value += digit > before ? digit - 2 * before : digit;
    before = digit;
  }
  if (at == 0) return std::nullopt;
  return Ordinal{value, at};
}

std::optional<int> han_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  const std::size_t place = kDigits.find(c);
  if (place == std::u32string_view::npos) return std::nullopt;
  return static_cast<int>(place);
}

std::optional<Ordinal> han(std::string_view text) {
  Ordinal numeral;
  std::size_t at = 0;
  int units = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (const auto digit = han_digit(c)) {
      units = *digit;
    } else if (c == U'十') {
      numeral.value += (units == 0 ? 1 : units) * 10;
      units = 0;
    } else {
      break;
    }
    numeral.size = at;
  }
  numeral.value += units;
  return numeral.size == 0 ? std::nullopt : std::optional(numeral);
}

std::size_t blanks(std::string_view text, std::size_t from) {
  std::size_t end = from;
  std::size_t at = from;
  while (at < text.size() && is_space(next_code_point(text, at))) end = at;
  return end;
}

/// The end of the letters at `at`.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 40;  // bytes
  const std::size_t end = std::min(text.size(), at + kLongest);
  while (at < end) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_letter(c) && !is_mark(c)) break;
    at = next;
  }
  return at;
}

/// Behind `(Optional) ` at the beginning, in brackets of either width; 0 without them.
std::size_t behind_brackets(std::string_view text) {
  constexpr std::string_view kOpening = "\uFF08";
  constexpr std::string_view kClosing = "\uFF09";
  const bool is_wide = text.starts_with(kOpening);
  if (!is_wide && !text.starts_with('(')) return 0;
  const std::size_t close = is_wide ? text.find(kClosing) : text.find(')');
  if (close == text.npos) return 0;
  return blanks(text, close + (is_wide ? kClosing.size() : 1));
}

/// `第3章`, `第三部分`: numeral between counters; the number of bytes up to the blank or mark after
/// it.
std::optional<Ordinal> counted(std::string_view text) {
  constexpr std::string_view kPrefix = "第";
  constexpr std::string_view kThirdParty = "第三方";
  if (!text.starts_with(kPrefix) || text.starts_with(kThirdParty)) return std::nullopt;
  const std::string_view rest = text.substr(kPrefix.size());
  auto numeral = leading_number(rest);
  if (!numeral) numeral = han(rest);
  if (!numeral) return std::nullopt;
  return Ordinal{numeral->value, kPrefix.size() + numeral->size};
}

/// `方法一：`, from `begin` on. Other words end in a numeral that counts nothing: `统一：`.
std::optional<NumberedStep> han_step(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 14> kCounters = {"方法", "方案", "方式", "步骤", "步驟",
                                                          "示例", "案例", "选项", "選項", "阶段",
                                                          "階段", "附录", "附錄", "手順"};
  const std::string_view rest = text.substr(begin);
  const auto* counter = std::find_if(kCounters.begin(), kCounters.end(),
                                     [&](auto word) { return rest.starts_with(word); });
  if (counter == kCounters.end()) return std::nullopt;
  auto number = han(rest.substr(counter->size()));
  if (!number) return std::nullopt;
  std::size_t at = begin + counter->size() + number->size;
  if (at >= text.size()) return std::nullopt;
  const char32_t colon = next_code_point(text, at);
  if (colon != U':' && colon != U'\uFF1A') return std::nullopt;
  number->size = at;
  return NumberedStep{.number = *number, .word = std::string(*counter) + ' '};
}

}  // namespace

std::optional<Ordinal> leading_number(std::string_view text) {
  Ordinal numeral;
  std::size_t at = 0;
  while (at < text.size() && numeral.value < 1000) {
    const auto digit = digit_value(next_code_point(text, at));
    if (!digit) break;
    numeral = {numeral.value * 10 + *digit, at};
  }
  return numeral.size == 0 ? std::nullopt : std::optional(numeral);
}

std::optional<NumberedStep> leading_step(std::string_view text) {
  std::size_t at = behind_brackets(text);
  if (auto step = han_step(text, at)) return step;
  const std::size_t begin = at;
  std::size_t word = end_of_word(text, at);
  for (at = blanks(text, word); at > word; at = blanks(text, word)) {
    const std::size_t next = end_of_word(text, at);
    if (next == at) break;
    word = next;
  }
  const auto number = leading_number(text.substr(at));
  if (!number || number->value > 200) return std::nullopt;
  at += number->size;
  const std::size_t counter = end_of_word(text, at);
  if (word == begin && counter == at) return std::nullopt;
  NumberedStep step{.number = *number,
                    .word = folded(text.substr(begin, word - begin)) + ' ' +
                            folded(text.substr(at, counter - at))};
  at = blanks(text, counter);
  if (at >= text.size()) return std::nullopt;
  const char32_t colon = next_code_point(text, at);
  if (colon != U':' && colon != U'\uFF1A') return std::nullopt;
  step.number.size = at;
  // `12:30` is a time.
  if (at < text.size() && digit_value(next_code_point(text, at))) return std::nullopt;
  return step;
}

std::optional<Ordinal> leading_ordinal(std::string_view text) {
  if (const auto ordinal = counted(text)) return ordinal;
  auto numeral = leading_number(text);
  if (!numeral) numeral = roman(text);
  if (!numeral) numeral = han(text);
  const auto [value, size] = numeral.value_or(Ordinal{});
  // A larger one is a year or a quantity.
  if (size == 0 || value > 200) return std::nullopt;
  std::size_t at = size;
  if (at >= text.size()) return std::nullopt;
  const char32_t mark = next_code_point(text, at);
  // `2025-06` is a date, `3.5` and `1.2` are no ordinals of their own.
  if (!is_ordinal_mark(mark)) return std::nullopt;
  std::size_t behind = at;
  if (behind < text.size() && digit_value(next_code_point(text, behind))) return std::nullopt;
  const bool is_wide_mark = mark >= 0x2E80;
  const std::size_t end = blanks(text, at);
  if (!is_wide_mark && end == at && at < text.size() && mark != U'.' && mark != U')') {
    return std::nullopt;
  }
  return Ordinal{value, end};
}

}  // namespace recto
