#pragma once

#include <string>
#include <vector>

#include "checks/check.h"

namespace recto::checks {

/// A few words of the source and what the translation makes of them, aligned beyond doubt.
struct ShortUnit {
  std::string source;  // in NFC, without marks and end punctuation
  std::string translation;
  bool is_heading = false;
  Span source_span;
  Span translation_span;
};

/// The items of translated lists of the front matter (tags, keywords), headings, bold lead-ins and
/// link texts of `subject`, where they are short.
std::vector<ShortUnit> short_units(const Subject& subject);

}  // namespace recto::checks
