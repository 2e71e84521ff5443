#pragma once

#include "cli.h"
#include "run.h"

namespace recto {

/// `recto baseline`: accepts today's findings, or forgets those that are found no more; returns the
/// exit status.
int run_baseline(const BaselineCommand& command, const Surroundings& surroundings);

}  // namespace recto
