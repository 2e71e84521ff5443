#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// What a program left behind.
struct ProcessResult {
  int status = 0;  // its exit status; 128 and more when a signal ended it
  std::string output;
  std::string errors;
};

/// Runs the program `arguments[0]`, found on the PATH, without a shell, in `folder`, with `input`
/// on its standard input. Returns when it has ended. Throws Error when it cannot be started.
ProcessResult run_process(const std::vector<std::string>& arguments,
                          const std::filesystem::path& folder, std::string_view input = {});

}  // namespace recto
