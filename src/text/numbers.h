#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/span.h"
#include "text/locale_data.h"

// Numbers read from prose by their value: `50,000`, `50.000`, `5万` and `50K` are one number. What
// can be read in two ways keeps both readings: whoever compares takes any that fits.

namespace recto {

/// What stands behind the digits and multiplies them.
enum class Scale : std::uint8_t {
  none,
  letter,  // `K`, `M`, `tr`: may be a unit as well
  word,    // `million`, `tỷ`, `万`
};

/// A number written in digits.
struct Number {
  Span span;                   // in the text it was read from, its magnitude included
  std::vector<double> values;  // what it may mean; the locale's own reading first
  std::vector<double> bare;    // the same, as if no magnitude stood behind it
  std::vector<double> apart;   // `3 405`, `40,50`, `9.15`: its numbers, if the mark parts two
  Span whole;                  // the version or date that it is a part of: `7.2.13`; else empty
  Scale scale = Scale::none;
  bool is_percent = false;
  bool is_version = false;  // `v2`
  bool is_hour = false;     // `9` of 9:15
  bool is_loose = false;    // of a name, a fraction, a version: it may count, but need not

  friend bool operator==(const Number&, const Number&) = default;
};

/// Whose decimal and grouping marks a text follows.
enum class Separators : std::uint8_t {
  own,     // those of the locale
  either,  // those of the locale, or the other way round: `1.234` may be 1234 or 1.234
};

/// Reads the prose of one locale. Immutable, and shared by all threads.
class NumberReader {
 public:
  explicit NumberReader(const Locale& locale);

  /// The numbers of `text` in reading order.
  std::vector<Number> numbers(std::string_view text, Separators separators) const;

 private:
  class Scan;

  const Magnitude* magnitude_at(std::string_view text, std::size_t at) const;

  Locale locale_;
  NumberStyle style_;
};

/// The reader of `locale`, made on first use and kept.
const NumberReader& number_reader(const Locale& locale);

/// What the words of `text` may say as numbers: `eleven`, `third`, `June`, `三百`; sorted,
/// distinct.
std::vector<double> spelled_numbers(std::string_view text, const Locale& locale);

/// Whether both are the same number.
bool is_same_number(double left, double right);
/// `value` in plain digits with a decimal point: `50000`, `1.5`.
std::string written_out(double value);
/// Whether one may come from the other by a slip: a digit changed, lost, added, two swapped, or the
/// point moved.
bool is_slip(double left, double right);

}  // namespace recto
