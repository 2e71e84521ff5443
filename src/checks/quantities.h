#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"
#include "text/numbers.h"
#include "text/units.h"

namespace recto::checks {

/// An amount: a number with its unit, or several that are added, `1 h 30`.
struct Quantity {
  Measure measure = Measure::time;
  double value = 0;           // in the smallest unit of the measure
  std::vector<Span> numbers;  // the spans of its numbers
};

/// A text with the numbers that were read from it.
struct NumberedText {
  std::string_view text;
  const std::vector<Number>& numbers;
  const Locale& locale;
};

/// The amounts that `said` names, in reading order; one that is a part of a sum stands for itself
/// as well.
std::vector<Quantity> quantities(const NumberedText& said);

/// An amount of the source whose number stands in the translation with another unit of the kind.
struct OtherUnit {
  Span source;
  Span translation;
};

/// The amounts of the source with a symbol, `512 MB`, that the translation says with another unit
/// only: `512 GB`. Words, `16 hours`, would ask for the names of units in every post.
std::vector<OtherUnit> amounts_in_other_units(const NumberedText& source,
                                              const NumberedText& translation);

}  // namespace recto::checks
