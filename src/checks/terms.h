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

}  // namespace recto
