#pragma once

#include <cstddef>
#include <map>
#include <utility>

#include "checks/check.h"
#include "checks/placeholders.h"

namespace recto::checks {

/// What the translation asks readers to fill in, in letters beyond ASCII: `{größe}`. Each excuses
/// one name that is missing.
class TranslatedNames {
 public:
  explicit TranslatedNames(const Subject& subject) : subject_(subject) {}

  /// Whether `placeholder` of the source may be one of those in the blocks of the match with that
  /// index, which is then used up.
  bool take(const Placeholder& placeholder, std::size_t match);

 private:
  /// How many stand in the brackets that `open` begins.
  std::size_t names_in(const Run& run, char open) const;

  const Subject& subject_;
  std::map<std::pair<std::size_t, char>, std::size_t> left_;  // by match and bracket
};

}  // namespace recto::checks
