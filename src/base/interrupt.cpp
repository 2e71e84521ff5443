#include "base/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <string_view>

// A handler may only touch what is free of locks, and may run in any thread. Either it sees that a
// file is being written and leaves the end to whoever writes, or the writer sees that it was told
// to stop before it begins.

namespace recto {
namespace {

std::atomic<int> told_to_stop = 0;  // the signal
std::atomic<int> writers = 0;

void stop_by(int signal) {
  constexpr std::string_view kCleared = "\r                                        \r";
  if (::isatty(STDERR_FILENO) == 1) {
    [[maybe_unused]] const ssize_t written =
        ::write(STDERR_FILENO, kCleared.data(), kCleared.size());
  }
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  ::sigaction(signal, &usual, nullptr);
  sigset_t only;
  ::sigemptyset(&only);
  ::sigaddset(&only, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
  ::raise(signal);
}

void handle(int signal) {
  const int before = errno;
  const bool is_second = told_to_stop.exchange(signal) != 0;
  if (is_second || writers == 0) stop_by(signal);
  errno = before;
}

}  // namespace

void stop_cleanly_when_told() {
  struct sigaction action {};
  action.sa_handler = handle;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old {};
    ::sigaction(signal, nullptr, &old);
    // What nohup and shells in the background have switched off stays off.
    if (old.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
  }
}

Uninterrupted::Uninterrupted() {
  ++writers;
  if (told_to_stop != 0) stop_by(told_to_stop);
}

Uninterrupted::~Uninterrupted() {
  if (--writers == 0 && told_to_stop != 0) stop_by(told_to_stop);
}

}  // namespace recto
