#pragma once

#include "cli.h"
#include "run.h"

namespace recto {

/// `recto terms learn|import|export`. Prints what the project's termbase does not have yet, or the
/// termbase in another format; writes no file.
int run_terms(const TermsCommand& command, const Surroundings& surroundings);

}  // namespace recto
