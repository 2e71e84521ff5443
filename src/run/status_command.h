#pragma once

#include "cli.h"
#include "run.h"

namespace recto {

/// `recto status`: counts by locale; returns the exit status.
int run_status(const StatusCommand& command, const Surroundings& surroundings);

}  // namespace recto
