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

/// Whether the colon at `at` gives a text for people, or what may hold one: `: "Good morning"`,
/// `: [`, `: md("a.md")`.
bool gives_text(std::string_view code, std::size_t at) {
  constexpr std::string_view kQuotes = "\"'`";
  constexpr std::string_view kBrackets = "[{(";
  const std::size_t begin = code.find_first_not_of(' ', at + 1);
  if (begin == code.npos) return false;
  std::size_t end = begin;
  while (end < code.size() && is_of_word(code[end])) ++end;
  const bool is_number = is_ascii_digit(code[begin]);
  if (!is_number && end < code.size() && kBrackets.find(code[end]) != kBrackets.npos) return true;
  if (kQuotes.find(code[begin]) == kQuotes.npos) return false;
  const std::string_view text =
      code.substr(begin + 1, code.find(code[begin], begin + 1) - begin - 1);
  const bool begins_high =
      !text.empty() && (!is_ascii(text[0]) || (text[0] >= 'A' && text[0] <= 'Z'));
  return begins_high || text.find(' ') != text.npos;
}

/// Whether what stands around a word of two letters makes it a locale: quotes, or the colon of a
/// key that gives a text. What programs and HTML call so needs one that is plainly for people; `id`
/// does in quotes, too.
bool is_marked(std::string_view code, std::size_t begin, std::size_t end) {
  constexpr std::string_view kQuotes = "\"'`";
  constexpr std::array<std::string_view, 14> kNames = {"as", "el", "id", "in", "is", "it", "li",
                                                       "my", "no", "or", "pt", "th", "to", "tr"};
  if (begin == 0 || end == code.size()) return false;
  const std::string_view word = code.substr(begin, end - begin);
  const bool is_quoted =
      kQuotes.find(code[begin - 1]) != kQuotes.npos && code[end] == code[begin - 1];
  if (is_quoted && word != "id") return true;
  const std::size_t colon = is_quoted ? end + 1 : end;
  if (colon >= code.size() || code[colon] != ':') return false;
  const std::size_t value = code.find_first_not_of(' ', colon + 1);
  const bool is_text = value != code.npos && kQuotes.find(code[value]) != kQuotes.npos;
  const bool is_name = std::find(kNames.begin(), kNames.end(), word) != kNames.end();
  return (is_text && !is_name) || gives_text(code, colon);
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

/// Whether `word` is the language's name, as people or constants write it: `Polish`, `POLISH`; of a
/// variant, `ENGLISH_UNITED_KINGDOM`.
bool is_name_of_language(std::string_view word, const std::string& name, bool is_variant) {
  const bool is_name = word.size() >= name.size() && word[0] != name[0] &&
                       ascii_lowered(word.substr(0, name.size())) == name;
  if (!is_name) return false;
  if (word.substr(1) == std::string_view(name).substr(1)) return !is_variant;
  if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return false;
  return word.size() == name.size() ? !is_variant : word[name.size()] == '_';
}

}  // namespace

bool names_own_locale(std::string_view code, const Locale& locale, const Locale& source) {
  const std::string name = ascii_lowered(language_name(locale));
  const bool has_name = language_called(name).has_value();  // else it is the tag
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
    if (has_name && is_name_of_language(slice(code, word), name, variant)) return true;
    begin = end;
  }
  return false;
}

}  // namespace recto::checks
