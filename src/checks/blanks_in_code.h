#pragma once

#include <vector>

#include "checks/check.h"

namespace recto::checks {

/// What makes plain ones of the no-break spaces in the code of the translation that are plain in
/// the source's: a command with one fails when it is pasted. In document order.
std::vector<Edit> blanks_in_code(const Subject& subject);

}  // namespace recto::checks
