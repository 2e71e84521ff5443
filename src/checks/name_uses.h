#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/check.h"

namespace recto::checks {

/// What a translation does with a name of its source.
struct NameTreatment {
  std::string name;
  std::size_t kept = 0;      // units of text that keep it
  std::size_t lost = 0;      // units that do not; a pronoun may stand for it
  std::string rendering;     // what stands for it where it is lost, as far as that can be told
  std::size_t rendered = 0;  // units with the rendering
  Span place;                // of its first one
  Span source;               // of the name there
};

/// The names of the source of `subject` for which the termbase has no rendering. What stands for
/// one is a word that comes near it (unless the termbase keeps the name), or one that stands where
/// the name does and nowhere else.
std::vector<NameTreatment> name_treatments(const Subject& subject);

}  // namespace recto::checks
