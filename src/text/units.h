#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/locale.h"

// Units of time, of data and of the metric system behind numbers, in the words and symbols of a
// language: `MB`, `Sekunden`, `時間`, `ml`.

namespace recto {

/// What can be added and converted without loss.
enum class Measure : std::uint8_t {
  time,      // up to weeks
  calendar,  // months and years
  data,      // bytes
  length,
  volume,
  mass,
};

struct Unit {
  Measure measure = Measure::time;
  double factor = 1;  // how many milliseconds, months, bytes (a kilobyte is 1000), millimetres,
                      // millilitres or milligrams it is

  friend bool operator==(const Unit&, const Unit&) = default;
};

struct PlacedUnit {
  Unit unit;
  std::size_t end = 0;  // in the text
};

/// The unit at `at` of `text`, right behind a number or behind a blank or a hyphen; none where
/// another word stands.
std::optional<PlacedUnit> unit_at(std::string_view text, std::size_t at, const Locale& locale);

/// The same, if it is a symbol that all languages write, `ms`, `KB`, `GiB`, `ml`: fast, since it
/// asks for no names of a language.
std::optional<PlacedUnit> symbol_at(std::string_view text, std::size_t at);

/// Whether two values of `measure` are the same; of data, where a kilobyte may be 1024 bytes, too.
bool is_same_amount(Measure measure, double left, double right);

}  // namespace recto
