#pragma once
// What the numbers that are left on each side of a text come to: a number that became another,
// counts that were brought up to date on one side, a number that is lost.

#include <cstdint>

#include "checks/check.h"
#include "checks/number_rest.h"

namespace recto::checks {

/// The finding that `theirs` stands where the source has `ours`.
Finding changed_number(const LoneNumber& ours, const LoneNumber& theirs, Certainty certainty);

/// Adds `finding` to `findings`; two parts of a version that changed are one finding, as sure as
/// the surer of them.
void add_change(Finding finding, Findings& findings);

/// Adds to `findings` what `rest` tells; `place` is where the text that should hold the numbers
/// begins, in bytes of the translation.
void report_changes(const NumberRest& rest, std::uint32_t place, Findings& findings);

}  // namespace recto::checks
