#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "checks/check.h"

namespace recto::checks {

/// In how many units of text a word of the source stands, and in how many translations it is kept.
struct NameUse {
  std::size_t count = 0;
  std::size_t kept = 0;

  NameUse& operator+=(const NameUse& other) {
    count += other.count;
    kept += other.kept;
    return *this;
  }
};

/// The words of the source that may be names: with a capital amid a sentence, or inside the word.
std::map<std::string, NameUse> kept_names(const Subject& subject);

}  // namespace recto::checks
