#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"
#include "text/unicode.h"

// Which language a text is in. Scripts tell, and where two languages share one, the small words
// that every sentence needs: `the`, `und`, `của`.

namespace recto {

/// A set of the languages whose small words recto knows, one bit each.
using Languages = std::uint32_t;

/// The bit of the language of `locale`; 0 when recto knows no words of it.
Languages language_bit(const Locale& locale);
/// The tag of the language with that bit.
std::string_view language_tag(Languages bit);
/// The languages that have `word`, in lower case, among their small words.
Languages languages_of(std::string_view word);
/// The tag of the language that `text` is most likely written in, by its letters and small words;
/// empty where they say too little.
std::string likely_language(std::string_view text);
/// What people call a language: `Japanese`; its tag for one that is not in the table.
std::string language_name(const Locale& locale);

/// The language that is called `name` in English, in any case: `french`.
std::optional<Locale> language_called(std::string_view name);

/// What people call a script: `Cyrillic`.
std::string name_of(Script script);

/// Neighbouring words without a sign of the translation's language between them.
struct Stretch {
  Span span;
  std::size_t words = 0;
  std::size_t small = 0;    // words in small letters
  std::size_t signs = 0;    // words that speak for the source's language and not for the other
  std::size_t letters = 0;  // an ideograph or a syllable counts two

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// How a text of a translation divides between languages.
struct Mixture {
  std::size_t letters = 0;  // of all words, counted as in Stretch
  std::size_t words = 0;
  std::size_t small = 0;            // words in small letters that both languages write
  std::size_t signs = 0;            // words that speak for the translation's language alone
  std::size_t foreign_letters = 0;  // of a script that neither language writes
  std::vector<Stretch> stretches;   // with at least one sign of the source's language
  /// The third language with most signs, and how many.
  Languages other = 0;
  std::size_t other_signs = 0;
  std::size_t other_words = 0;   // how many different ones
  std::size_t shared_signs = 0;  // how many of `signs` speak for that language as well
};

/// Reads texts of a translation.
class LanguageReader {
 public:
  LanguageReader(const Locale& source, const Locale& translation);

  /// Reads the pieces of one passage of `text`.
  Mixture read(std::string_view text, const std::vector<Span>& pieces) const;

 private:
  friend class Reading;

  bool is_letter_of_source(char32_t c) const;

  Scripts source_scripts_;
  Scripts translation_scripts_;
  bool is_into_japanese_;
  Languages source_bit_;
  Languages translation_bit_;
  std::u32string source_letters_;
};

/// The words of the text that speak for the source's language.
std::size_t source_signs(const Mixture& mixture);
/// Whether the text is in a script that neither language writes, not only a word of it.
bool is_in_foreign_script(const Mixture& mixture);

}  // namespace recto
