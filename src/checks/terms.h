#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"

namespace recto {

/// What one locale does with a term.
struct Rendering {
  std::vector<std::string> use;  // the first is the one to propose
  std::vector<std::string> reject;

  friend bool operator==(const Rendering&, const Rendering&) = default;
};

/// An entry of the termbase.
struct Term {
  std::string source;
  std::string note;
  bool keep = false;                                        // do not translate
  bool match_case = false;                                  // the default for `keep`
  std::map<std::string, Rendering, std::less<>> by_locale;  // by tag as written: vi, pt-BR

  /// The rendering for `locale`: its tag's, else its language's; null when there is none.
  const Rendering* rendering(const Locale& locale) const;

  friend bool operator==(const Term&, const Term&) = default;
};
using Terms = std::vector<Term>;

/// The termbase in the YAML `text` of the file at `path`. Throws Error for unknown keys and broken
/// YAML.
Terms parse_terms(std::string_view text, const std::string& path);

/// Where `term` stands in `text` as a whole word of `locale`: inflected, with particles, clitics or
/// elisions where the language has them; in scripts without blanks, anywhere. Case counts when
/// `match_case` says so.
std::vector<Span> occurrences(std::string_view text, std::string_view term, const Locale& locale,
                              bool match_case);

/// Whether `text` has `rendering` in any form: as it is, or in languages that inflect with other
/// endings.
bool is_rendered(std::string_view text, std::string_view rendering, const Locale& locale);

/// Whether words of the language keep their form, so that a rendering that is not found is missing
/// for sure.
bool is_certain_about_forms(const Locale& locale);

}  // namespace recto
