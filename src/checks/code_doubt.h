#pragma once
// What makes a difference between two lines of code one that translators may have meant.

#include <optional>

#include "checks/code_comparison.h"

namespace recto::checks {

/// A line of one side, and what of it the other side has otherwise.
struct DifferingLine {
  const CodeLine& line;
  Span place;
};

/// The doubts about the differences of one pair of blocks, both of which outlive it.
class CodeDoubt {
 public:
  CodeDoubt(const CodeSide& source, const CodeSide& translation, CodeNames& names)
      : source_(source), translation_(translation), names_(names) {}

  /// Whether two lines may differ by style, or by what readers fill in or read.
  bool is_about(const DifferingLine& ours, const DifferingLine& theirs);

  /// Whether `code` of the translation speaks of the language of its readers, which nothing in the
  /// source's block does.
  bool is_adapted(Span code);

 private:
  bool is_of_style(const DifferingLine& ours, const DifferingLine& theirs) const;
  bool is_text_in_quotes(Span ours, Span theirs) const;
  bool is_line_of_words(const DifferingLine& ours, Span theirs) const;
  bool is_to_be_filled(Span ours, Span theirs) const;

  const CodeSide& source_;
  const CodeSide& translation_;
  CodeNames& names_;
  std::optional<bool> source_names_it_;  // the locale of the translation
};

/// Whether both have the same lines, and those of one run that changed places give each key its
/// value, `en: "tea",`, or are names of a list, `tea,`.
bool differ_in_order(const CodeSide& source, const CodeSide& translation);

}  // namespace recto::checks
