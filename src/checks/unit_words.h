#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/term_units.h"

namespace recto::checks {

/// The words of the translations of units, which outlive it, folded and numbered; each unit is read
/// when it is asked for.
class UnitWords {
 public:
  UnitWords(const std::vector<TermUnit>& units, const Locale& locale);

  struct Word {
    std::uint32_t number = 0;
    Span place;  // the first in the prose of its translation
  };

  /// The distinct words of the translation of `unit`, runs of katakana among them.
  const std::vector<Word>& of(std::size_t unit);
  /// The place of a word in the translation of `unit`; none when it is not there.
  std::optional<Span> place_in(std::size_t unit, std::uint32_t number);
  /// The words seen so far, by number.
  const std::vector<const std::string*>& numbered() const { return numbered_; }

 private:
  std::uint32_t number_of(std::string_view written);

  const std::vector<TermUnit>& units_;
  const Locale& locale_;
  std::vector<std::optional<std::vector<Word>>> words_;          // by unit
  std::unordered_map<std::string_view, std::uint32_t> written_;  // as they stand in the units
  std::unordered_map<std::string, std::uint32_t> folded_;
  std::vector<const std::string*> numbered_;  // the keys of `folded_`
  std::vector<std::size_t> last_unit_;  // by number: behind the unit that was found to have it
};

}  // namespace recto::checks
