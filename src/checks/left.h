#pragma once

#include <optional>
#include <vector>

#include "checks/passages.h"
#include "text/language.h"

// Text that was left in the source's language. What tells are the scripts, or the small words of
// the two languages; a paraphrase is found as well as a copy.

namespace recto::checks {

/// How much of a text is still in the source's language.
enum class Left : std::uint8_t { nothing, part, all };

/// What `mixture` says of a text; names and titles alone say nothing.
Left left_in_source_language(const Mixture& mixture);
/// The longest stretch of `mixture` that is prose of the source's language.
std::optional<Span> longest_prose(const Mixture& mixture);

/// Neighbouring passages that were left untranslated: one mistake.
struct LeftRun {
  Span span;                    // the first passage, or the part of it that was left
  std::size_t first_block = 0;  // of the translation
  std::size_t last_block = 0;
  std::size_t blocks = 1;      // with text in them
  bool has_body = false;       // holds more than headings
  bool is_whole_post = false;  // nothing of the post is translated
  Left left = Left::all;
  Certainty certainty = Certainty::sure;
  std::optional<Span> source;
  std::string text;  // of the first passage
};

/// Everything in the body of the translation that was left untranslated.
std::vector<LeftRun> left_runs(const Subject& subject);

}  // namespace recto::checks
