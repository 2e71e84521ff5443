#include "align/pairing.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

namespace {

using recto::best_pairing;
using recto::Step;

/// A table of made-up gains, the same for every question about the same place.
class Gains {
 public:
  Gains(std::size_t n, std::size_t m, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> value(-3, 6);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < m; ++j) {
        for (int shape = 0; shape < 5; ++shape) table_[{i, j, shape}] = value(random);
      }
    }
  }

  double operator()(std::size_t i, std::size_t source, std::size_t j,
                    std::size_t translation) const {
    const auto shape = static_cast<int>(source > 1 ? source + 1 : translation - 1);
    return table_.at({i, j, shape});
  }

 private:
  std::map<std::tuple<std::size_t, std::size_t, int>, double> table_;
};

/// The best total by trying every pairing: the oracle.
double best_total(std::size_t i, std::size_t n, std::size_t j, std::size_t m, const Gains& gains) {
  if (i == n || j == m) return 0;
  double best = std::max(best_total(i + 1, n, j, m, gains), best_total(i, n, j + 1, m, gains));
  const auto take = [&](std::size_t source, std::size_t translation) {
    if (i + source > n || j + translation > m) return;
    const double gain = gains(i, source, j, translation);
    if (gain <= 0) return;
    best = std::max(best, gain + best_total(i + source, n, j + translation, m, gains));
  };
  take(1, 1);
  take(1, 2);
  take(2, 1);
  take(1, 3);
  take(3, 1);
  return best;
}

TEST_CASE("a pairing is as good as the best of all pairings") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::size_t n = seed % 6;
    const std::size_t m = (seed / 6) % 6;
    const Gains gains(n, m, seed);
    recto::Work work;
    double total = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step& step : best_pairing(n, m, gains, 0, work)) {
      total += step.gain;
      i += step.source;
      j += step.translation;
    }
    INFO("seed " << seed);
    CHECK(total == best_total(0, n, 0, m, gains));
    CHECK(i == n);
    CHECK(j == m);
  }
}

TEST_CASE("of pairings that are worth the same, the one in one piece is taken") {
  const auto gain = [](std::size_t, std::size_t source, std::size_t, std::size_t translation) {
    return source == 1 && translation == 1 ? 0.25 : -1.0;
  };
  recto::Work work;
  const auto steps = best_pairing(3, 2, gain, 0.01, work);
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].translation == 1);
  CHECK(steps[1].translation == 1);
  CHECK(steps[2].translation == 0);
  CHECK(steps[1].gain == Approx(0.25));
}

TEST_CASE("what is hardly worth a match is one beside another match only") {
  const auto gain = [](std::size_t i, std::size_t source, std::size_t j, std::size_t translation) {
    if (source != 1 || translation != 1) return -1.0;
    return i == 1 && j == 1 ? 0.5 : -0.005;
  };
  recto::Work work;
  CHECK(best_pairing(3, 3, gain, 0.01, work).size() == 3);
  CHECK(best_pairing(3, 3, gain, 0, work).size() == 5);
}

TEST_CASE("a long sequence is paired near the diagonal, with work that grows with its length") {
  const auto asked = [](std::size_t count) {
    std::size_t calls = 0;
    const auto gain = [&](std::size_t i, std::size_t source, std::size_t j,
                          std::size_t translation) {
      ++calls;
      return source == 1 && translation == 1 && i == j ? 1.0 : 0.0;
    };
    recto::Work work;
    const auto steps = best_pairing(count, count, gain, 0, work);
    CHECK(steps.size() == count);
    CHECK(std::all_of(steps.begin(), steps.end(),
                      [](const Step& step) { return step.source == 1 && step.translation == 1; }));
    return calls;
  };
  const std::size_t short_work = asked(1000);
  CHECK(asked(4000) < short_work * 5);
}

TEST_CASE("a side that is empty, or far longer than the other, costs no more than it is long") {
  const auto asked = [](std::size_t n, std::size_t m) {
    std::size_t calls = 0;
    const auto gain = [&calls](std::size_t, std::size_t, std::size_t, std::size_t) {
      ++calls;
      return 0.5;
    };
    recto::Work work;
    std::size_t ours = 0;
    std::size_t theirs = 0;
    for (const Step& step : best_pairing(n, m, gain, 0, work)) {
      ours += step.source;
      theirs += step.translation;
    }
    CHECK(ours == n);
    CHECK(theirs == m);
    return calls;
  };
  CHECK(asked(0, 100'000) == 0);
  CHECK(asked(100'000, 0) == 0);
  CHECK(asked(1, 100'000) < 1'000'000);
  CHECK(asked(7, 100'000) < 4'000'000);
  CHECK(asked(20'000, 2'000) < 12'000'000);
  CHECK(asked(2'000, 20'000) < 12'000'000);
}

}  // namespace
