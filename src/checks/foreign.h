#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"

namespace recto::checks {

/// Neighbouring passages in one language that is neither the locale's nor the source's.
struct ForeignRun {
  std::string language;        // in English
  Span span;                   // the first passage
  std::optional<Span> source;  // what that stands for
  std::size_t last_block = 0;  // of the translation
  std::size_t passages = 1;
};

std::vector<ForeignRun> foreign_runs(const Subject& subject);

/// The stretches of the body that are not in the locale's language at all: left in the source's, or
/// in a third one. Rules of their own report them.
std::vector<Span> foreign_text(const Subject& subject);

}  // namespace recto::checks
