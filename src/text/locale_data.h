#pragma once

#include <string>
#include <vector>

#include "base/locale.h"

// What ICU knows about a language and how it writes numbers, as plain values.

namespace recto {

/// Whether ICU has data for the language, or its code has two letters: `api`, `doc` and `new` are
/// languages by their codes, and folders of something else nearly always.
bool is_known_language(const Locale& locale);

/// The code of the language in three letters, of ISO 639-2: `ita`; empty when there is none.
std::string three_letter_code(const Locale& locale);

/// Whether the language has a code of ISO 639, as `fr` has and `js` has not.
bool is_iso_language(const Locale& locale);

/// A word or abbreviation behind digits that multiplies them: `million`, `tỷ`, `万`, `K`.
struct Magnitude {
  std::string word;
  double factor = 1;

  friend bool operator==(const Magnitude&, const Magnitude&) = default;
};

struct NumberStyle {
  char32_t decimal = U'.';
  char32_t group = U',';
  std::vector<Magnitude> magnitudes;  // longest word first; one word may have several meanings
};

/// How prose of `locale` writes numbers; asks ICU for much, so keep what it returns.
NumberStyle number_style(const Locale& locale);

/// A word that says a number: `eleven`, `third`, `June`.
struct NumberWord {
  std::string word;  // folded
  int value = 0;

  friend bool operator==(const NumberWord&, const NumberWord&) = default;
};

/// The names of the months, wide and abbreviated, but for those that hold digits (`5月`).
std::vector<NumberWord> month_names(const Locale& locale);

/// The names of a unit of ICU, `second` or `megabyte`, in the forms that it has
/// beside a number, wide and short, as they are written; none before it.
std::vector<std::string> unit_names(const std::string& unit, const Locale& locale);

/// The cardinal and ordinal words of small numbers and the names of months; sorted by word. Only
/// the form that a dictionary lists: an inflected one is not there.
std::vector<NumberWord> number_words(const Locale& locale);

}  // namespace recto
