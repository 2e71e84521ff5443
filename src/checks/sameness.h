#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "checks/check.h"
#include "text/language.h"
#include "text/unicode.h"

// Text that is the same on both sides may be right: a name, a product, a loan word. What tells is
// how many ordinary words of the source language it holds.

namespace recto::checks {

/// Whether a reader takes the two texts for the same: NFC, but for capitals, punctuation and
/// blanks.
bool is_same_text(std::string_view left, std::string_view right);

/// What of `text` counts when two texts are compared: letters and digits, folded.
std::string essence(std::string_view text);

/// Whether `text` has none of the letters that `locale` is written with, which are not Latin.
bool is_foreign_to(const Locale& locale, std::string_view text);

/// Knows the ordinary words of a pair's source language: those that the source writes in lower case
/// in its prose and that the translation's prose does not have.
class OrdinaryWords {
 public:
  explicit OrdinaryWords(const Subject& subject);

  /// How many distinct ordinary words `text` holds.
  std::size_t count(std::string_view text) const;
  /// How many words of `text` the prose of the translation holds in no form; none of a text that
  /// names a product.
  std::size_t strangers(std::string_view text) const;
  /// Whether the prose of the translation writes every word of `text` as it stands, with its
  /// capital: the name of a thing.
  bool is_kept_name(std::string_view text) const;
  /// Whether `text` is a word that the translation's language has borrowed: `blockchain`.
  bool is_loan_word(std::string_view text) const {
    return !in_foreign_script_ && accepted_->holds(text);
  }
  /// Whether `text` has letters that the source's language is written with and the translation's
  /// is not: `引入` in English.
  bool has_foreign_letters(std::string_view text) const;
  /// Whether `text` is in another language than the source, too: `Radio Events` in Chinese.
  bool is_foreign_to_source(std::string_view text) const { return is_foreign_to(locale_, text); }
  /// The languages of `text`.
  Mixture languages(std::string_view text) const;
  /// Whether words in the source's script are foreign to the translation's.
  bool in_foreign_script() const { return in_foreign_script_; }

 private:
  Locale locale_;
  const Vocabulary* source_;  // these outlive every check
  const Vocabulary* translation_;
  const AcceptedWords* accepted_;
  LanguageReader reader_;
  Scripts source_scripts_;
  Scripts translation_scripts_;
  bool in_foreign_script_ = false;
};

/// What `text`, the same on both sides, means: not left untranslated (none), perhaps (unsure), or
/// surely.
std::optional<Certainty> untranslated(const OrdinaryWords& words, std::string_view text);

}  // namespace recto::checks
