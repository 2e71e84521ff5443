#pragma once

namespace recto {

/// From now on, being told to stop (Ctrl-C, SIGTERM, SIGHUP) ends the program by that signal as
/// before, but only when no file is half written, and without a line of progress left behind.
void stop_cleanly_when_told();

/// While one lives, the program is not stopped, unless it is told to a second time.
class Uninterrupted {
 public:
  Uninterrupted();
  ~Uninterrupted();
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;
};

}  // namespace recto
