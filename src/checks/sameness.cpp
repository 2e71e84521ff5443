#include "checks/sameness.h"

#include <optional>

#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kShortestWord = 3;  // code points; shorter ones are everywhere

/// What of `text` counts when two texts are compared: letters and digits, folded.
std::string essence(std::string_view text) {
  std::string result;
  const std::string folded_text = folded(text);
  for (std::size_t at = 0; at < folded_text.size();) {
    const char32_t c = next_code_point(folded_text, at);
    if (is_letter(c) || is_digit(c) || is_mark(c)) append_utf8(result, c);
  }
  return result;
}

bool is_lower_case_word(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (!is_letter(c) || is_upper(c)) return false;
    ++letters;
  }
  return letters >= kShortestWord;
}

enum class Letters { small, other };

/// The words of the prose of `post`, in lower case: those that it writes so, or those that it
/// writes otherwise.
std::set<std::string> prose_words(const Post& post, Letters letters) {
  std::set<std::string> words;
  for (const Block& block : post.blocks) {
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::row) continue;
    for (const Inline& piece : block.inlines) {
      if (piece.kind != InlineKind::text) continue;
      const std::string_view text = slice(post, piece.span);
      for (const Span span : word_spans(text, post.locale)) {
        const std::string_view word = slice(text, span);
        if (is_lower_case_word(word) != (letters == Letters::small)) continue;
        words.insert(nfc(lower_case(word, post.locale)));
      }
    }
  }
  return words;
}

}  // namespace

bool is_same_text(std::string_view left, std::string_view right) {
  return essence(left) == essence(right);
}

OrdinaryWords::OrdinaryWords(const Subject& subject)
    : locale_(subject.source.locale),
      source_(prose_words(subject.source, Letters::small)),
      translation_(prose_words(subject.translation, Letters::small)),
      names_(prose_words(subject.source, Letters::other)),
      in_foreign_script_(!is_written_in_latin(subject.translation.locale) &&
                         is_written_in_latin(subject.source.locale)) {}

std::size_t OrdinaryWords::count(std::string_view text) const {
  std::set<std::string> found;
  for (const Span span : word_spans(text, locale_)) {
    const std::string_view word = slice(text, span);
    const std::string lower = nfc(lower_case(word, locale_));
    // A tag in lower case may be a name that the prose writes with a capital.
    const bool is_known =
        source_.contains(lower) || (is_lower_case_word(word) && !names_.contains(lower));
    if (!is_known || translation_.contains(lower) || !is_lower_case_word(lower)) continue;
    found.insert(lower);
  }
  return found.size();
}

std::optional<Certainty> untranslated(const OrdinaryWords& words, std::string_view text) {
  // One word with marks inside is an identifier: `astro:static-paths`.
  if (text.find(' ') == std::string_view::npos) {
    const bool is_identifier = text.find_first_of(":./_-@") != std::string_view::npos;
    if (is_identifier) return std::nullopt;
  }
  const std::size_t count = words.count(text);
  if (count == 0) return std::nullopt;
  const std::size_t enough = words.in_foreign_script() ? 2 : 3;
  return count >= enough ? Certainty::sure : Certainty::unsure;
}

}  // namespace recto::checks
