#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"
#include "checks/terms.h"
#include "text/phrases.h"

namespace recto {

/// Words and phrases of one language that are looked for in its texts, all in one pass. Immutable.
class WordFinder {
 public:
  struct Phrase {
    std::string text;
    bool match_case = false;
    std::size_t owner = 0;  // whatever the phrase stands for
  };
  struct Place {
    std::size_t phrase = 0;
    std::size_t owner = 0;
    Span span;
  };

  WordFinder() = default;
  WordFinder(std::vector<Phrase> phrases, Locale locale);

  /// Where the phrases stand in `text` as whole words: in any normal form, inflected, with
  /// particles, clitics or elisions where the language has them; in scripts without blanks,
  /// anywhere. In the order of their ends.
  std::vector<Place> places(std::string_view text) const;
  const std::vector<Phrase>& phrases() const { return phrases_; }

 private:
  std::vector<Phrase> phrases_;
  Locale locale_;
  Phrases automaton_;
};

/// A term as one locale has it.
struct LocaleTerm {
  std::string source;
  bool is_kept = false;  // stands in the translation as it is
  std::vector<std::string> use;
  std::vector<std::string> reject;
};

/// The terms of one locale, made once for all its pairs.
struct LocaleTerms {
  LocaleTerms() = default;
  LocaleTerms(const Terms& all, const Locale& source_locale, const Locale& locale);

  std::vector<LocaleTerm> terms;  // only those about which something is said
  // Owners are indices into `terms`.
  WordFinder sources;
  WordFinder uses;
  WordFinder rejects;
};

/// The words of a text, folded, made when they are asked for the first time.
class LazyWords {
 public:
  LazyWords(std::string_view text, const Locale& locale) : text_(text), locale_(locale) {}

  /// Whether `rendering` is there with other endings: for each of its words there is one that
  /// begins alike. Never in languages whose words keep their form.
  bool hold_a_form_of(std::string_view rendering);

 private:
  const std::vector<std::string>& words();

  std::string_view text_;
  const Locale& locale_;
  bool is_made_ = false;
  std::vector<std::string> words_;
};

/// Whether words of the language keep their form, so that a rendering that is not found is missing
/// for sure.
bool is_certain_about_forms(const Locale& locale);

}  // namespace recto
