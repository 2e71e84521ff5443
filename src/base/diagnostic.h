#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"

namespace recto {

enum class Severity { off, hint, warning, error };

/// How sure a check is of one finding; an unsure one is shown as a hint.
enum class Certainty { sure, unsure };

/// Whether `--fix` may apply a fix, `--unsafe-fixes` must ask for it, or it is shown only.
enum class Safety { safe, unsafe, shown };

/// Replaces the bytes at `span` of the translation by `text`.
struct Edit {
  Span span;
  std::string text;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// `part` of `text` with the edits made, which are in order and apart.
std::string edited(std::string_view text, Span part, const std::vector<Edit>& edits);

/// All the edits of one mended finding, in order and apart; they are applied together or not at
/// all.
struct Fix {
  Safety safety = Safety::shown;
  std::string title;
  std::vector<Edit> edits;

  friend bool operator==(const Fix&, const Fix&) = default;
};

/// A place in a file, for people: lines and columns count from 1, columns in code points or in
/// bytes of the line, ends are exclusive. `text` is what the span holds, cut at 400 code points.
struct Location {
  std::string path;  // relative to the root, with `/`
  Span span;
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t end_line = 1;
  std::size_t end_column = 1;
  std::size_t byte_column = 1;
  std::size_t end_byte_column = 1;
  std::string text;

  friend bool operator==(const Location&, const Location&) = default;
};

/// The whole line a location stands on, and where in it; cut out while the post is in memory.
struct Excerpt {
  std::string line;
  Span mark;

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

/// One finding as every report shows it.
struct Diagnostic {
  Location at;
  std::optional<Location> source;
  Excerpt excerpt;
  std::optional<Excerpt> source_excerpt;
  Locale locale;  // of the translation; of the source where the finding is about a source post
  std::string rule;
  Severity severity = Severity::warning;
  std::string message;
  std::string expected;
  std::string found;
  std::size_t count = 1;  // of places that it speaks for
  std::string fingerprint;
  std::optional<Fix> fix;
  std::vector<Location> edited;  // where the edits of `fix` stand

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// The word for `severity` in reports and in recto.yaml: `off`, `hint`, `warning`, `error`.
std::string name_of(Severity severity);
/// The severity of that name; none for any other word.
std::optional<Severity> parse_severity(std::string_view name);

}  // namespace recto
