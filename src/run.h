#pragma once

#include <filesystem>
#include <iosfwd>

#include "cli.h"

namespace recto {

/// The exit status when the job, or a part of it, could not be done.
inline constexpr int kCannotDoTheJob = 2;

/// Where a run happens and writes to.
struct Surroundings {
  std::filesystem::path working_folder;
  std::istream& input;
  std::ostream& output;  // findings
  std::ostream& errors;  // everything else
  bool output_is_terminal = false;
  bool errors_is_terminal = false;
};

/// Does what `command` says and returns the exit status: 0, 1 for findings, kCannotDoTheJob.
/// Throws Error for what the user must correct.
int run(const Command& command, const Surroundings& surroundings);

}  // namespace recto
