#include "checks/own_locale.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/span.h"
#include "text/language.h"

namespace recto::checks {
namespace {

bool is_of_word(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

bool is_of_tag(char c) {
  return is_of_word(c) || c == '-' || c == '_';
}

/// Whether a text for people follows the colon at `at`: `: "Good morning"`.
bool gives_text(std::string_view code, std::size_t at) {
  constexpr std::string_view kQuotes = "\"'`";
  const std::size_t open = code.find_first_not_of(' ', at + 1);
  if (open == code.npos || kQuotes.find(code[open]) == kQuotes.npos) return false;
  const std::string_view text = code.substr(open + 1, code.find(code[open], open + 1) - open - 1);
  const bool begins_high =
      !text.empty() && (!is_ascii(text[0]) || (text[0] >= 'A' && text[0] <= 'Z'));
  return begins_high || text.find(' ') != text.npos;
}

/// Whether what stands around a word of two letters makes it a locale: quotes, or the colon of a
/// key. One that programs use as a name (`id: 7`) is one only where it gives a text.
bool is_marked(std::string_view code, std::size_t begin, std::size_t end) {
  constexpr std::string_view kQuotes = "\"'`";
  constexpr std::array<std::string_view, 7> kNames = {"as", "id", "in", "is", "it", "my", "no"};
  if (begin == 0 || end == code.size()) return false;
  const std::string_view word = code.substr(begin, end - begin);
  const bool is_quoted =
      kQuotes.find(code[begin - 1]) != kQuotes.npos && code[end] == code[begin - 1];
  const std::size_t colon = is_quoted ? end + 1 : end;
  const bool is_key = colon < code.size() && code[colon] == ':';
  const bool is_name = std::find(kNames.begin(), kNames.end(), word) != kNames.end();
  if (is_name && (is_key || word == "id")) return is_key && gives_text(code, colon);
  return is_quoted || is_key;
}

/// Whether what `code` names from `begin` to `end` is the locale.
bool is_locale(std::string_view code, Span place, const Locale& locale, bool is_variant) {
  const std::string_view word = slice(code, place);
  if (word == locale.language) return !is_variant && is_marked(code, place.begin, place.end);
  std::string tag(word);
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (tag.find('-') == tag.npos) return false;
  const auto meant = parse_locale(tag);
  return meant && meant->language == locale.language &&
         (!is_variant || meant->region == locale.region);
}

/// Whether `word` is the language's name, as constants are called: `POLISH`; of a variant,
/// `ENGLISH_UNITED_KINGDOM`.
bool is_constant(std::string_view word, const std::string& name, bool is_variant) {
  const bool is_name =
      word.size() >= name.size() && ascii_lowered(word.substr(0, name.size())) == name &&
      std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_name) return false;
  return word.size() == name.size() ? !is_variant : word[name.size()] == '_';
}

}  // namespace

bool names_own_locale(std::string_view code, const Locale& locale, const Locale& source) {
  const std::string name = ascii_lowered(language_name(locale));
  const bool variant = is_variant(locale, source);
  for (std::size_t begin = 0; begin < code.size();) {
    if (!is_of_word(code[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < code.size() && is_of_tag(code[end])) ++end;
    const Span word = span_at(begin, end - begin);
    if (is_locale(code, word, locale, variant)) return true;
    if (is_constant(slice(code, word), name, variant)) return true;
    begin = end;
  }
  return false;
}

}  // namespace recto::checks
