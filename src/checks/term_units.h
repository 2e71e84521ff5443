#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"

// What the checks of terms share.

namespace recto::checks {

/// A stretch of text and its translation: a match of blocks, or a translated key of the front
/// matter.
struct TermUnit {
  std::string source;  // what a reader sees
  std::string translation;
  std::vector<Span> source_pieces;  // where that stands in the posts
  std::vector<Span> translation_pieces;
  Span place;  // of the translation as a whole
};

/// The units of `subject` that are translated at all: text that is the same on both sides is
/// another rule's finding.
std::vector<TermUnit> term_units(const Subject& subject);

/// Where `term` stands in the pieces of `post`, as spans of the post.
std::vector<Span> places_of(const Post& post, const std::vector<Span>& pieces,
                            std::string_view term, bool match_case);

/// One or two words of `unit` that come near the name to keep and are not it: other capitals, a
/// slip, a blank or a hyphen more. None where the name itself stands there, too.
std::optional<Span> altered_name(const Subject& subject, const TermUnit& unit,
                                 const std::string& name);

}  // namespace recto::checks
