#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

/// How a word comes near a name.
enum class Slip : std::uint8_t {
  none,     // not at all, or it is the name
  form,     // other capitals, a blank or a hyphen more or less
  letters,  // in longer names, a letter or two
};

Slip slip_of(std::string_view word, std::string_view name);

/// Whether the translation of `unit` has `name` less often than its source.
bool lacks(const TermUnit& unit, const std::string& name);

/// One or two neighbours of `words`, which are words of the translation of `unit`, that come near
/// `name` and are not it. To be asked where the translation lacks the name.
std::optional<Span> altered_name(const TermUnit& unit, const std::vector<Span>& words,
                                 const std::string& name);

/// Looks for altered names in the units of a pair, until too many words were compared in all.
class AlteredNames {
 public:
  explicit AlteredNames(const Locale& locale) : locale_(locale) {}

  /// As altered_name(), of all words of the translation of `unit`.
  std::optional<Span> find(const TermUnit& unit, const std::string& name);

 private:
  const Locale& locale_;
  const TermUnit* unit_ = nullptr;  // whose words these are
  std::vector<Span> words_;
  std::size_t compared_ = 0;
};

}  // namespace recto::checks
