#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/code_text.h"

// What two code blocks say, line by line.

namespace recto::checks {

class CodeNames;

/// A code block as it is compared.
struct CodeSide {
  const Post& post;
  const Block& block;
  std::string_view language;
  CodeText text;
  std::vector<std::string> lines;  // of `text`, as they are compared

  /// `name` is its language, as language_of() names it, and outlives this.
  CodeSide(const Post& of, const Block& code, std::string_view name);
};

/// A place where two blocks differ, empty on the side that lacks something.
struct CodeDifference {
  Span source;
  Span translation;
  std::string variant;
  Certainty certainty = Certainty::sure;
};

struct CodeComparison {
  std::optional<CodeDifference> difference;  // the first that is sure, else the first
  bool has_translated_text = false;          // what differs is, at least in part, for people
};

/// Compares the lines of both. Where `is_free` everything may be translated.
CodeComparison compared(const CodeSide& source, const CodeSide& translation, bool is_free,
                        CodeNames& names);

/// Whether one word of code was mistyped in the other: a letter, or two that changed places.
bool is_typing_slip(std::string_view ours, std::string_view theirs);

}  // namespace recto::checks
