#include "run/stats.h"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <string_view>
#include <vector>

namespace recto {
namespace {

constexpr std::array<std::string_view, kStageCount> kStages = {
    "discover", "read", "remember", "parse", "align", "check", "dictionaries", "join", "render"};
constexpr std::array<std::string_view, kCountCount> kCounts = {
    "pairs",  "remembered pairs", "bytes read",      "posts parsed",
    "blocks", "words looked up",  "remembered words"};
static_assert(!kStages.back().empty() && !kCounts.back().empty());

void write_row(std::ostream& out, std::string_view name, Stats::Time time) {
  out << "  " << std::left << std::setw(28) << name << std::right << std::setw(10) << std::fixed
      << std::setprecision(1) << std::chrono::duration<double, std::milli>(time).count() << " ms\n";
}

}  // namespace

void Stats::add(const Stats& other) {
  for (std::size_t i = 0; i < stages.size(); ++i) stages[i] += other.stages[i];
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += other.counts[i];
  for (const auto& [rule, time] : other.rules) rules[rule] += time;
}

std::string text_of(const Stats& stats) {
  std::ostringstream out;
  out << "stages, all threads together\n";
  for (std::size_t i = 0; i < kStages.size(); ++i) write_row(out, kStages[i], stats.stages[i]);
  out << "rules, of check, dictionaries and join\n";
  std::vector<std::pair<std::string_view, Stats::Time>> rules(stats.rules.begin(),
                                                              stats.rules.end());
  std::stable_sort(rules.begin(), rules.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
  for (const auto& [rule, time] : rules) write_row(out, rule, time);
  out << "counts\n";
  for (std::size_t i = 0; i < kCounts.size(); ++i) {
    out << "  " << std::left << std::setw(28) << kCounts[i] << std::right << std::setw(10)
        << stats.counts[i] << '\n';
  }
  return out.str();
}

}  // namespace recto
