#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/check.h"
#include "checks/passages.h"
#include "text/language.h"

// Whether one passage was left in the source's language.

namespace recto::checks {

/// What `mixture` says of a text; names and titles alone say nothing.
Left left_in_source_language(const Mixture& mixture);
/// The longest stretch of `mixture` that is prose of the source's language.
std::optional<Span> longest_prose(const Mixture& mixture);

/// How much of a passage was left; where it is a part, which.
struct LeftPassage {
  Left left = Left::nothing;
  Certainty certainty = Certainty::sure;
  std::optional<Span> span;
};

/// Judges passages of the translation.
class LeftJudge {
 public:
  explicit LeftJudge(const Subject& subject);

  LeftPassage judged(const PairedPassage& paired, const Mixture& mixture);

  /// Whether a text in another script than the source's has hardly a word in small Latin letters,
  /// and many other letters.
  bool is_surely_translated(const Passage& passage) const;

  /// Whether a text that does not speak for the source's language is translated all the same: what
  /// is the source's may be left as well as kept, names and code.
  bool is_translated(const PairedPassage& paired, const Mixture& mixture);

  /// Whether the passage is the same on both sides.
  bool is_same_as_source(const PairedPassage& paired);

 private:
  /// A whole sentence of the source that stands here as it is, beside its translation.
  std::optional<Span> left_sentence(const PairedPassage& paired, const Mixture& mixture) const;
  /// Whether all the prose of the source that is left are quotations, amid translated text.
  bool is_in_quotes(const PairedPassage& paired, const Mixture& mixture) const;
  /// How many words of `stretch` outside the `quotations` speak for the source's language alone.
  std::size_t signs_outside(Span stretch, const std::vector<Span>& quotations) const;
  bool is_sentence(const Passage& passage) const;
  /// Whether `part` of a text that is translated is what readers see on their screens.
  bool is_label(const Passage& passage, Span part) const;
  /// As judged(), also of a list of languages.
  LeftPassage judged_text(const PairedPassage& paired, const Mixture& mixture);
  /// A copy without enough small words that tell: names, or a heap of ordinary words.
  LeftPassage judged_copy(const Passage& passage, const Mixture& mixture) const;
  bool found_in_source(const PairedPassage& paired);
  const std::vector<std::string>& texts_of_source(std::size_t block);
  /// Whether most longer words of the passage stand in its source, too.
  bool is_from_source(const PairedPassage& paired) const;

  const Subject& subject_;
  bool is_other_script_;
  bool is_unknown_;  // a language of the same letters: `may` is no sign of English there
  std::unordered_map<std::size_t, std::vector<std::string>> source_texts_;  // by block
  std::size_t compared_ = 0;                                                // of them
  const PairedPassage* asked_ = nullptr;  // last, whether it is the same
  bool is_same_ = false;
};

}  // namespace recto::checks
