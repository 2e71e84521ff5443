#pragma once

#include "checks/check.h"

namespace recto::checks {

/// Where three of `findings` or more, about URLs `expected` and `found`, differ by one name alone,
/// `/old-shop/` for `/shop/`, tells each by that name, so that they read as one: the variant
/// `renamed` with `old_name` and `new_name`.
void tell_renames(Findings& findings);

}  // namespace recto::checks
