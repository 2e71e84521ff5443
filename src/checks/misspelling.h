#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace recto {

/// What is known about the words of a locale, for finding the one that was meant.
struct Lexicon {
  std::u32string alphabet;                            // its letters in lower case
  std::function<bool(std::string_view)> is_known;     // in the dictionary or accepted
  std::function<bool(std::string_view)> is_frequent;  // used by several posts
  /// Those of `candidates` that are known; they depend on nothing but `word` and its locale, so
  /// that the answer may be remembered.
  std::function<std::vector<std::string>(std::string_view word,
                                         const std::vector<std::string>& candidates)>
      known_among;
  /// Words that posts write with the same letters but for accents.
  std::function<std::vector<std::string>(std::string_view)> with_other_accents;
};

/// Whether an unknown word of `locale` that is a letter away from a known one is a slip. Not where
/// words grow from many parts, or leave their vowels out: there every word has such neighbours.
bool has_telling_neighbours(const Locale& locale);

/// `word` without accents, the stroke of `đ` included.
std::string without_accents(std::string_view word);

/// Whether `known` is `word` with an accent on the capital that it begins with: French is often
/// written without those.
bool lacks_capital_accent(std::string_view word, std::string_view known, const Locale& locale);

/// Whether `word` differs from `known` in what a writer gets wrong again and again: accents,
/// doubled letters, letters that changed places, one for another. Who leaves out the same letter
/// three times means another word.
bool may_be_habit(std::string_view word, std::string_view known, const Locale& locale);

/// Whether the unknown `word` may be a new compound: two known words of three letters or more
/// written as one, perhaps joined by an `s`, in a language that makes words so. A few dozen
/// look-ups.
bool may_be_compound(std::string_view word, const Locale& locale, const Lexicon& lexicon);

/// The known words of which the unknown `word` is a slip, at most `count`, the likeliest first: one
/// accent, two letters swapped, one doubled, left out, added or taken for a like one. Endings and
/// first letters are left alone: there, a letter makes another form or another word.
/// A few hundred candidates for a word of usual length.
std::vector<std::string> meant_words(std::string_view word, const Locale& locale,
                                     const Lexicon& lexicon, std::size_t count);

}  // namespace recto
