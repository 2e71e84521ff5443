#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string_view>

#include "base/interrupt.h"
#include "cli.h"
#include "report/visible.h"
#include "run.h"

namespace {

int failed(std::string_view what) {
  std::cerr << "recto: " << recto::visible(what) << '\n';
  return recto::kCannotDoTheJob;
}

/// Whether nobody reads standard output any more, as after `| head`.
bool is_output_closed() {
  pollfd output{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
  return poll(&output, 1, 0) == 1 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

int run(int argc, const char* const* argv) {
  const recto::Command command = recto::parse_command_line(argc, argv);
  std::error_code failure;
  const std::filesystem::path here = std::filesystem::current_path(failure);
  if (failure) return failed("the folder that recto runs in is gone");
  const int status = recto::run(command, {
                                             .working_folder = here,
                                             .input = std::cin,
                                             .output = std::cout,
                                             .errors = std::cerr,
                                             .output_is_terminal = isatty(STDOUT_FILENO) == 1,
                                             .errors_is_terminal = isatty(STDERR_FILENO) == 1,
                                         });
  std::cout.flush();
  // A reader who has seen enough is no failure; a full disk is one.
  if (std::cout.good() || is_output_closed()) return status;
  return failed("standard output cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  // Without this a closed pipe would end the program in the middle of writing other files.
  std::signal(SIGPIPE, SIG_IGN);
  // A file that may not grow any more is one that cannot be written.
  std::signal(SIGXFSZ, SIG_IGN);
  recto::stop_cleanly_when_told();
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    return failed("out of memory");
  } catch (const std::exception& error) {
    return failed(error.what());
  }
}
