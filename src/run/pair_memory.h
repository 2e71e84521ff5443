#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace recto {

/// A finding of a kind that most posts of a locale may have in the same way.
struct CustomUse {
  std::string path;  // of the translation
  std::string rule;
  Locale locale;
  std::string custom;                     // the fields by which customs are told apart
  std::string message;                    // but for the counts
  std::optional<std::size_t> diagnostic;  // of SourceResult; none when the pair is not reported

  friend bool operator==(const CustomUse&, const CustomUse&) = default;
};

/// What a pair tells its locale: all that is needed of a post that is not reported itself.
struct PairMemory {
  std::map<std::string, Facts> facts;  // by rule
  std::vector<CustomUse> customs;

  friend bool operator==(const PairMemory&, const PairMemory&) = default;
};

/// `memory` as bytes to be kept between runs; path, locale and diagnostic of customs are left out.
std::string encoded(const PairMemory& memory);
/// What these bytes say; none when they are no whole memory.
std::optional<PairMemory> decoded(std::string_view bytes);

}  // namespace recto
