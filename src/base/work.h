#pragma once

#include <cstddef>
#include <limits>

namespace recto {

/// Thrown when counted work comes to more than was allowed.
struct TooMuchWork {};

/// Counts the steps of what may take more time than the size of its input promises, so that a limit
/// on it means the same on every machine.
class Work {
 public:
  explicit Work(std::size_t most = std::numeric_limits<std::size_t>::max()) : most_(most) {}

  /// Throws TooMuchWork. To be called before the steps are made.
  void add(std::size_t steps) {
    done_ += steps;
    if (done_ > most_) throw TooMuchWork{};
  }
  std::size_t done() const { return done_; }
  std::size_t left() const { return most_ - done_; }

 private:
  std::size_t most_;
  std::size_t done_ = 0;
};

}  // namespace recto
