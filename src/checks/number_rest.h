#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/blocks.h"
#include "checks/prose.h"
#include "text/numbers.h"
#include "text/units.h"

namespace recto::checks {

/// A number that the blocks which stand for its own do not have.
struct LoneNumber {
  Number number;
  Span place;                // in the post; of a part of a version or date all of it
  std::string text;          // as written there
  std::optional<Unit> unit;  // what it counts, if that is known
  char32_t currency = 0;     // the sign beside it; 0 when there is none
  std::string counted;       // the word of ASCII behind it, in small letters, or the `#` before it;
                             // empty beside the code of a currency

  double value() const { return number.values.front(); }
  bool is_part() const { return !number.whole.is_empty(); }
};

/// What a number of the source belongs to, a month or a unit, and another one in its place.
struct Replaced {
  Span source;  // in the posts
  Span translation;
  std::string expected;  // as written there
  std::string found;
};

/// What is left of a pair of blocks when the numbers that agree in any reading are taken away, and
/// those that may be a word on the other side.
struct NumberRest {
  std::size_t agreed = 0;
  std::vector<LoneNumber> source;
  std::vector<LoneNumber> translation;
  std::optional<Replaced> month;  // where each side names as many, and all but one agree
  std::vector<Replaced> units;    // amounts whose numbers agree: `512 MB`, `512 GB`
};

/// The numbers of `pair` that stand on one side only.
NumberRest number_rest(const Subject& subject, const BlockPair& pair);
/// The same of a text of the source and its translation.
NumberRest number_rest(const Subject& subject, Prose source, Prose translation);

/// What the numbers of `block` may mean, all together.
std::vector<double> number_readings(const Post& post, const Block& block);

/// Whether `text`, or the prose of `blocks`, may hold a number at all; fast.
bool may_have_number(std::string_view text);
bool may_have_number(const Post& post, std::span<const Block> blocks);

/// Whether `number` may mean one of `values`, which are sorted.
bool is_among(const Number& number, const std::vector<double>& values);

}  // namespace recto::checks
