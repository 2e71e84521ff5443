#pragma once

#include "checks/check.h"

namespace recto::checks {

/// Words with letters that the language of the translation does not have and its neighbours do:
/// `ы` in Ukrainian, `ř` in Polish. One finding a passage with several; names and quotations are
/// passed over.
Findings foreign_letters(const Subject& subject);

}  // namespace recto::checks
