#pragma once

#include <string>
#include <string_view>

#include "base/dialect.h"
#include "base/locale.h"

namespace recto::fuzzing {

/// A pair as one input: source, translation and settings, with a line `%%` between them. The
/// settings are a line with a locale and a dialect (`vi hugo`), then the YAML of a termbase; all of
/// it may be missing.
struct PairInput {
  std::string source;
  std::string translation;
  Locale locale{.language = "de"};
  Dialect dialect = Dialect::docusaurus;
  std::string terms;
};
PairInput pair_of(std::string_view bytes);

}  // namespace recto::fuzzing
