#pragma once

#include "checks/blocks.h"
#include "checks/check.h"

namespace recto::checks {

/// Adds to `findings` the names of code that `pair` writes without code marks, `gate.open`, and
/// that the translation has with a letter changed, or in other capitals.
void add_bare_code_slips(const Subject& subject, const BlockPair& pair, Findings& findings);

}  // namespace recto::checks
