#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace recto {

/// The parts of a run that `--stats` tells apart.
enum class Stage : std::uint8_t {
  discover,      // pairs and settings
  read,          // the bytes of posts
  remember,      // looking for what was found before, and keeping what was found now
  parse,         // front matter and Markdown
  align,         // blocks and what explains lost ones
  check,         // rules over pairs and posts, words included
  dictionaries,  // opening them and asking them
  join,          // rules over all posts of a locale
  render,        // reports
  end
};

/// What `--stats` counts.
enum class Count : std::uint8_t {
  pairs,
  remembered_pairs,
  bytes,   // of posts that were read
  posts,   // that were parsed
  blocks,  // of those
  asked_words,
  remembered_words,
  end
};
constexpr std::size_t kStageCount = static_cast<std::size_t>(Stage::end);
constexpr std::size_t kCountCount = static_cast<std::size_t>(Count::end);

/// Where the time of a run went: summed over tasks, and so over threads.
struct Stats {
  using Time = std::chrono::nanoseconds;

  std::array<Time, kStageCount> stages{};
  std::array<std::uint64_t, kCountCount> counts{};
  std::map<std::string, Time> rules;

  Time& at(Stage stage) { return stages[static_cast<std::size_t>(stage)]; }
  std::uint64_t& at(Count count) { return counts[static_cast<std::size_t>(count)]; }
  void add(const Stats& other);
};

/// A table for people: stages and counts in order, rules with the slowest first.
std::string text_of(const Stats& stats);

/// Measures from one lap to the next; does nothing, and asks for no time, without stats.
class Stopwatch {
 public:
  explicit Stopwatch(Stats* stats) : stats_(stats) { start(); }

  /// Forgets the time since the last lap.
  void start() {
    if (stats_ != nullptr) last_ = Clock::now();
  }
  void lap(Stage stage) {
    if (stats_ != nullptr) stats_->at(stage) += passed();
  }
  /// Counts as part of `stage`, too.
  void lap(Stage stage, const std::string& rule) {
    if (stats_ == nullptr) return;
    const Stats::Time time = passed();
    stats_->at(stage) += time;
    stats_->rules[rule] += time;
  }

 private:
  using Clock = std::chrono::steady_clock;

  Stats::Time passed() {
    const Clock::time_point now = Clock::now();
    return now - std::exchange(last_, now);
  }

  Stats* stats_;
  Clock::time_point last_;
};

}  // namespace recto
