#include "checks/sameness.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "text/unicode.h"

namespace recto::checks {
namespace {

/// The next letter, mark or digit of `text` from `at` on, which moves behind it, in small letters
/// where it is ASCII; 0 where the text ends.
char32_t next_telling(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c) || is_mark(c)) return c < 0x80 && is_upper(c) ? c + 0x20 : c;
  }
  return 0;
}

/// Whether two texts differ in their first letters, as far as one look at each can tell.
bool differ_at_once(std::string_view left, std::string_view right) {
  for (std::size_t i = 0, j = 0;;) {
    const char32_t ours = next_telling(left, i);
    const char32_t theirs = next_telling(right, j);
    const char32_t other = std::max(ours, theirs);
    if (other >= 0x80) {
      // Folding makes no letter of another script than Latin ASCII.
      const Script script = script_of(other);
      return std::min(ours, theirs) < 0x80 && script != Script::latin && !is_mark(other);
    }
    if (ours != theirs) return true;
    if (ours == 0) return false;
  }
}

/// Whether two texts begin alike: most differ in their first words, and need not be folded whole.
bool begin_alike(std::string_view left, std::string_view right) {
  if (differ_at_once(left, right)) return false;
  constexpr std::size_t kOpening = 64;   // bytes
  constexpr std::size_t kUncertain = 8;  // bytes, where a character was cut or lost its marks
  const std::string ours = essence(left.substr(0, kOpening));
  const std::string theirs = essence(right.substr(0, kOpening));
  const std::size_t shorter = std::min(ours.size(), theirs.size());
  if (shorter <= kUncertain) return true;
  const std::size_t sure = shorter - kUncertain;
  return std::string_view(ours).substr(0, sure) == std::string_view(theirs).substr(0, sure);
}

}  // namespace

std::string essence(std::string_view text) {
  std::string result;
  const std::string folded_text = folded(text);
  for (std::size_t at = 0; at < folded_text.size();) {
    const char32_t c = next_code_point(folded_text, at);
    if (is_letter(c) || is_digit(c) || is_mark(c)) append_utf8(result, c);
  }
  return result;
}

bool is_same_text(std::string_view left, std::string_view right) {
  return begin_alike(left, right) && essence(left) == essence(right);
}

OrdinaryWords::OrdinaryWords(const Subject& subject)
    : locale_(subject.source.locale),
      source_(&subject.source_words),
      translation_(&subject.translation_words),
      accepted_(&subject.words),
      reader_(subject.source.locale, subject.translation.locale),
      source_scripts_(subject.source.locale),
      translation_scripts_(subject.translation.locale),
      in_foreign_script_(!is_written_in_latin(subject.translation.locale) &&
                         is_written_in_latin(subject.source.locale)) {}

std::size_t OrdinaryWords::count(std::string_view text) const {
  std::set<std::string> found;
  for (const Span span : word_spans(text, locale_)) {
    const std::string_view word = slice(text, span);
    const std::string lower = nfc(lower_case(word, locale_));
    // A tag in lower case may be a name that the prose writes with a capital.
    const bool is_known =
        source_->has_small(lower) || (is_lower_case_word(word) && !source_->has_name(lower));
    if (!is_known || translation_->has_small(lower) || !is_lower_case_word(lower)) continue;
    found.insert(lower);
  }
  return found.size();
}

std::size_t OrdinaryWords::strangers(std::string_view text) const {
  std::set<std::string> found;
  for (const Span span : word_spans(text, locale_)) {
    const std::string_view word = slice(text, span);
    const std::string lower = nfc(lower_case(word, locale_));
    if (accepted_->holds(word)) return 0;  // the name of a product, and what belongs to it
    std::size_t behind_first = 0;
    next_code_point(word, behind_first);
    if (!is_lower_case_word(lower) || !is_lower_case_word(word.substr(behind_first))) continue;
    if (!translation_->has_small(lower) && !translation_->has_name(lower)) found.insert(lower);
  }
  return found.size();
}

bool OrdinaryWords::is_kept_name(std::string_view text) const {
  std::size_t words = 0;
  for (const Span span : word_spans(text, locale_)) {
    const std::string_view word = slice(text, span);
    if (word.find_first_not_of("0123456789") == std::string_view::npos) continue;
    if (is_lower_case_word(word)) return false;
    if (!translation_->has_name(nfc(lower_case(word, locale_)))) return false;
    ++words;
  }
  return words > 0;
}

bool is_foreign_to(const Locale& locale, std::string_view text) {
  if (is_written_in_latin(locale)) return false;
  const Scripts scripts(locale);
  for (std::size_t at = 0; at < text.size();) {
    const Script script = letter_script(next_code_point(text, at));
    const bool is_own = script != Script::latin && script != Script::common &&
                        script != Script::inherited && scripts.has(script);
    if (is_own) return false;
  }
  return true;
}

bool OrdinaryWords::has_foreign_letters(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const Script script = letter_script(next_code_point(text, at));
    if (source_scripts_.has(script) && !translation_scripts_.has(script)) return true;
  }
  return false;
}

Mixture OrdinaryWords::languages(std::string_view text) const {
  return reader_.read(text, {span_at(0, text.size())});
}

std::optional<Certainty> untranslated(const OrdinaryWords& words, std::string_view text) {
  if (words.has_foreign_letters(text)) return Certainty::sure;
  if (words.is_foreign_to_source(text)) return std::nullopt;
  const bool is_one_word = text.find(' ') == std::string_view::npos;
  // One word with marks inside is an identifier: `astro:static-paths`.
  if (is_one_word && text.find_first_of(":./_-@") != std::string_view::npos) return std::nullopt;
  if (is_one_word && words.is_loan_word(text)) return std::nullopt;
  const Mixture mixture = words.languages(text);
  const std::size_t signs = source_signs(mixture);
  if (signs >= 2 && mixture.signs == 0 && mixture.words >= 4) return Certainty::sure;
  const std::size_t count = words.count(text);
  const bool is_foreign = words.in_foreign_script();
  // With a capital at every word it may be the name of a thing.
  const bool is_prose = mixture.small > 0 || signs > 0;
  if (count >= (is_foreign ? 2U : 3U) && is_prose) return Certainty::sure;
  // Names stand in the prose as well.
  const bool is_doubtful = count > 0 || (!is_one_word && (signs > 0 || words.strangers(text) > 0));
  // All of the prose is divided into words for this last question.
  if (!is_doubtful || (!is_prose && words.is_kept_name(text))) return std::nullopt;
  return Certainty::unsure;
}

}  // namespace recto::checks
