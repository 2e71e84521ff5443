#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/prose.h"

// What the checks of terms share.

namespace recto::checks {

/// A stretch of text and its translation: a match of blocks, or a translated key of the front
/// matter.
struct TermUnit {
  std::string source;  // what a reader sees
  std::string translation;
  Prose source_prose;  // where that stands in the posts, but for code
  Prose translation_prose;
  Span place;                           // of the translation as a whole
  std::map<std::size_t, Span> origins;  // the terms of the source, each with its first place
};

/// The units of `subject` that are translated at all: text that is the same on both sides is
/// another rule's finding.
std::vector<TermUnit> translated_units(const Subject& subject);

/// Those of them whose source has a term.
std::vector<TermUnit> term_units(const Subject& subject);

/// One or two words of `unit` that come near the name to keep and are not it: other capitals, a
/// slip, a blank or a hyphen more. None where the name itself stands there, too.
std::optional<Span> altered_name(const Subject& subject, const TermUnit& unit,
                                 const std::string& name);

}  // namespace recto::checks
