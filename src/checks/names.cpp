#include "checks/names.h"

#include <set>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "checks/term_units.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kShortestName = 3;  // letters
constexpr std::size_t kMostWords = 2;
constexpr std::size_t kLongestElision = 2;  // d'Astro, qu'Astro

constexpr ByteSet kBeginsApostrophe("'\xE2");

/// Where the first apostrophe of `text` stands; its size when there is none.
std::size_t apostrophe_in(std::string_view text) {
  constexpr std::string_view kCurly = "\u2019";
  std::size_t at = kBeginsApostrophe.find_in(text);
  while (at < text.size() && text[at] != '\'' && !text.substr(at).starts_with(kCurly)) {
    at = kBeginsApostrophe.find_in(text, at + 1);
  }
  return at;
}

/// Whether a sentence, a title or a quotation may begin at `at`, where every word has a capital.
bool begins_sentence(std::string_view text, std::size_t at) {
  while (at > 0) {
    const char32_t c = previous_code_point(text, at);
    if (is_space(c)) continue;
    return !is_letter(c) && !is_digit(c) && !is_mark(c) && c != U',';
  }
  return true;
}

/// `DeepSeek`, `NVIDIA`, `BscScan`: no word at the beginning of a sentence is written so.
bool has_inner_capital(std::string_view word) {
  std::size_t at = 0;
  next_code_point(word, at);
  while (at < word.size()) {
    if (is_upper(next_code_point(word, at))) return true;
  }
  return false;
}

bool has_first_capital(std::string_view word) {
  std::size_t at = 0;
  return is_upper(next_code_point(word, at));
}

/// The names of `text`, each once: neighbouring words with a capital are one (`Product Hunt`).
std::set<std::string> names_in(std::string_view text, const std::vector<Span>& words) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < words.size();) {
    const std::string_view first = slice(text, words[i]);
    const bool may_be_name = has_first_capital(first) &&
                             (has_inner_capital(first) || !begins_sentence(text, words[i].begin));
    std::size_t last = i;
    while (may_be_name && last + 1 < words.size() && words[last + 1].begin == words[last].end + 1 &&
           text[words[last].end] == ' ' && has_first_capital(slice(text, words[last + 1]))) {
      ++last;
    }
    const std::string_view name = slice(text, {words[i].begin, words[last].end});
    const bool has_apostrophe = apostrophe_in(name) < name.size();
    if (may_be_name && last - i < kMostWords && count_code_points(name) >= kShortestName &&
        !has_apostrophe) {
      names.emplace(name);
    }
    i = last + 1;
  }
  return names;
}

/// Whether most words of `text` behind its first begin with a capital: a title, which says nothing
/// about names.
bool is_title(std::string_view text, const std::vector<Span>& words) {
  std::size_t capitals = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::size_t at = words[i].begin;
    if (is_upper(next_code_point(text, at))) ++capitals;
  }
  return capitals * 2 >= words.size();
}

bool is_upper_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_lower(next_code_point(text, at))) return false;
  }
  return true;
}

}  // namespace

std::vector<Span> source_words(std::string_view text, const Locale& locale) {
  std::vector<Span> words = word_spans(text, locale);
  for (Span& word : words) word = span_at(word.begin, apostrophe_in(slice(text, word)));
  return words;
}

std::set<std::string_view> name_words(std::string_view text, const std::vector<Span>& words) {
  std::set<std::string_view> names;
  const bool says_something = !is_title(text, words);
  for (const Span place : words) {
    const std::string_view word = slice(text, place);
    if (!has_first_capital(word)) continue;
    const bool is_name =
        has_inner_capital(word) || (says_something && !begins_sentence(text, place.begin));
    if (is_name && count_code_points(word) >= kShortestName) names.emplace(word);
  }
  return names;
}

bool keeps_name(const std::string& translation, std::string_view name) {
  if (translation.find(name) != std::string::npos) return true;
  std::string upper;
  for (const char c : name) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return !is_upper_text(name) && translation.find(upper) != std::string::npos;
}

std::vector<Span> name_like_words(std::string_view text) {
  // Foreign names are read as those of any language with blanks.
  std::vector<Span> words = word_spans(text);
  for (Span& word : words) {
    std::size_t at = word.begin;
    while (at < word.end) {
      word.begin = static_cast<std::uint32_t>(at);
      const Script script = script_of(next_code_point(text, at));
      if (script != Script::arabic && script != Script::hebrew) break;
    }
    const std::string_view shown = slice(text, word);
    const std::size_t apostrophe = apostrophe_in(shown);
    if (apostrophe < shown.size() && apostrophe <= kLongestElision) {
      at = word.begin + apostrophe;
      next_code_point(text, at);
      word.begin = static_cast<std::uint32_t>(at);
    }
  }
  std::erase_if(words, [&](const Span word) {
    std::size_t at = word.begin;
    const char32_t first = next_code_point(text, at);
    return !is_upper(first) && !is_digit(first);
  });
  return words;
}

std::map<std::string, NameUse> kept_names(const Subject& subject) {
  std::map<std::string, NameUse> names;
  for (const TermUnit& unit : translated_units(subject)) {
    const std::string& text = unit.source_prose.text;
    const std::vector<Span> words = word_spans(text, subject.source.locale);
    if (is_title(text, words)) continue;
    for (const std::string& name : names_in(text, words)) {
      const bool is_kept = unit.translation.find(name) != std::string::npos;
      names[name] += {1, is_kept ? std::size_t{1} : std::size_t{0}};
    }
  }
  return names;
}

}  // namespace recto::checks
