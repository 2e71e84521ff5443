#include "report/progress.h"

#include <ostream>
#include <string>

namespace recto {

namespace {

constexpr std::chrono::milliseconds kBetweenLines(100);

}  // namespace

Progress::Progress(std::ostream& errors, Shown shown, std::chrono::milliseconds patience)
    : errors_(errors), shown_(shown), next_(Clock::now() + patience) {}

Progress::~Progress() {
  if (width_ > 0) errors_ << '\r' << std::string(width_, ' ') << '\r' << std::flush;
}

void Progress::advance(std::size_t total) {
  if (shown_ == Shown::no) return;
  const std::lock_guard guard(lock_);
  ++done_;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kBetweenLines;
  std::string line = "checked " + std::to_string(done_) + " of " + std::to_string(total) + " posts";
  width_ = line.size();
  errors_ << '\r' << line << std::flush;
}

}  // namespace recto
