#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"
#include "text/unicode.h"

// Words of prose that a dictionary may judge, one piece of text at a time.

namespace recto {

/// A word in a text; parts joined by hyphens are one.
struct ProseWord {
  Span span;
  bool begins_sentence = false;
};

/// Walks through the prose of a post, piece by piece in reading order.
class ProseScanner {
 public:
  explicit ProseScanner(std::string_view text) : text_(text) {}

  /// The next piece begins a sentence.
  void begin_sentence() { begins_sentence_ = true; }
  /// Something stands here that is no prose: code, a placeholder.
  void pass_over() { begins_sentence_ = false; }
  /// The words of `piece`: no URLs, paths, addresses, mentions, file names, hashtags, and nothing
  /// that grows on into a neighbouring piece.
  std::vector<ProseWord> words(Span piece);

 private:
  void scan_chunk(Span chunk, std::span<const Span> words, Span piece,
                  std::vector<ProseWord>& found);
  bool is_cut(Span word, Span piece) const;

  std::string_view text_;
  bool begins_sentence_ = true;
};

/// A word as a dictionary is asked for it: NFC, ASCII apostrophes and hyphens, without soft
/// hyphens, elided articles, vowel signs and stretching that Arabic may leave out.
struct Spelling {
  std::string word;
  Span place;  // in what was read: behind an elided article; all of it when it was written apart
  bool has_capital = false;
};

/// Reads words as a dictionary of a locale is asked for them.
class SpellingReader {
 public:
  explicit SpellingReader(const Locale& locale);

  /// Adds to `found` what the dictionary can say something about in `raw`: nothing for names of
  /// code, numbers, abbreviations, mixed case, other scripts and very short or long words. The
  /// parts of a compound come one by one when only some of them can be judged.
  void read(std::string_view raw, std::vector<Spelling>& found) const;

 private:
  struct Letters;
  Letters letters_of(std::string_view part) const;
  std::size_t elision(std::string_view word) const;

  Locale locale_;
  Scripts scripts_;
  bool is_latin_;  // no script of its own: Latin is the locale's
  bool elides_;
  bool parts_names_by_apostrophe_;
  std::size_t shortest_;
};

/// Whether a capital letter inside a sentence means a name.
bool capital_means_name(const Locale& locale);

/// The parts of a compound written with hyphens; the word itself when it is none.
std::vector<std::string_view> compound_parts(std::string_view word);

}  // namespace recto
