#pragma once

#include "cli.h"
#include "run.h"

namespace recto {

/// `recto init`: says how the posts of the working folder lie and writes a recto.yaml that says so,
/// never over another one; returns the exit status.
int run_init(const InitCommand& command, const Surroundings& surroundings);

}  // namespace recto
