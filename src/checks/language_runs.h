#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/span.h"

namespace recto::checks {

/// How much of a text is still in the source's language.
enum class Left : std::uint8_t { nothing, part, all };

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

/// Neighbouring passages in one language that is neither the locale's nor the source's.
struct ForeignRun {
  std::string language;         // in English
  Span span;                    // the first passage
  std::optional<Span> source;   // what that stands for
  std::size_t first_block = 0;  // of the translation
  std::size_t last_block = 0;
  std::size_t passages = 1;
  bool is_whole_post = false;
};

}  // namespace recto::checks
