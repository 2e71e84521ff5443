#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <mutex>

namespace recto {

enum class Shown { no, yes };

/// One line on a terminal that says how far a run is, once it has taken a second; gone when this
/// is. Safe to call from several threads.
class Progress {
 public:
  Progress(std::ostream& errors, Shown shown,
           std::chrono::milliseconds patience = std::chrono::seconds(1));
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more of `total` is done.
  void advance(std::size_t total);

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& errors_;
  Shown shown_;
  std::mutex lock_;
  Clock::time_point next_;  // when the line is written again
  std::size_t done_ = 0;
  std::size_t width_ = 0;  // of the line that stands there
};

}  // namespace recto
