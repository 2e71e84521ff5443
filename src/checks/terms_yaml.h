#pragma once

#include <string>

#include "checks/terms.h"

namespace recto {

/// `term` as an entry of a termbase, which `parse_terms` reads as the same term.
std::string yaml_entry(const Term& term);

/// What of `found` is not in `known`: whole terms, or the locales that a known term lacks.
Terms new_terms(const Terms& found, const Terms& known);

}  // namespace recto
