#pragma once

#include "cli.h"
#include "run.h"

namespace recto {

/// `recto check`: plans, judges in three phases and reports; returns the exit status.
int run_check(const CheckCommand& command, const Surroundings& surroundings);

}  // namespace recto
