#include "checks/own_locale.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "text/language.h"

namespace recto::checks {
namespace {

bool is_of_word(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

bool is_of_tag(char c) {
  return is_of_word(c) || c == '-' || c == '_';
}

/// Whether what stands around a word of two letters makes it a locale: quotes, or the colon of a
/// key.
bool is_marked(std::string_view code, std::size_t begin, std::size_t end) {
  constexpr std::string_view kQuotes = "\"'`";
  const bool is_quoted = begin > 0 && end < code.size() &&
                         kQuotes.find(code[begin - 1]) != kQuotes.npos &&
                         code[end] == code[begin - 1];
  return is_quoted || (end < code.size() && code[end] == ':');
}

bool is_language(std::string_view code, std::size_t begin, std::size_t end, const Locale& locale) {
  const std::string_view word = code.substr(begin, end - begin);
  if (word == locale.language) return is_marked(code, begin, end);
  std::string tag(word);
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (tag.find('-') == tag.npos) return false;
  const auto meant = parse_locale(tag);
  return meant && meant->language == locale.language;
}

/// Whether `word` is the language's name, as constants are called: `POLISH`,
/// `ENGLISH_UNITED_KINGDOM`.
bool is_constant(std::string_view word, const std::string& name) {
  return word.size() >= name.size() && ascii_lowered(word.substr(0, name.size())) == name &&
         (word.size() == name.size() || word[name.size()] == '_') &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

bool names_own_locale(std::string_view code, const Locale& locale) {
  const std::string name = ascii_lowered(language_name(locale));
  for (std::size_t begin = 0; begin < code.size();) {
    if (!is_of_word(code[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < code.size() && is_of_tag(code[end])) ++end;
    if (is_language(code, begin, end, locale)) return true;
    if (is_constant(code.substr(begin, end - begin), name)) return true;
    begin = end;
  }
  return false;
}

}  // namespace recto::checks
