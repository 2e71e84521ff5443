#include "checks/versions.h"

#include <algorithm>
#include <array>

namespace recto::checks {
namespace {

constexpr std::size_t kFewestBlocks = 12;  // on each side; little was written anew in fewer
constexpr double kLeastShare = 0.3;        // of each side, by bytes or by blocks
constexpr double kLeastSum = 1.1;          // of both shares
constexpr double kLeastOther = 0.25;       // of each side, by the other measure

void add(const Post& post, const Run& run, bool is_lone, Lone& lone) {
  for (std::size_t i = run.first; i < run.end(); ++i) {
    const std::size_t size = post.blocks[i].span.size();
    ++lone.all_blocks;
    lone.all_bytes += size;
    if (!is_lone) continue;
    ++lone.blocks;
    lone.bytes += size;
  }
}

/// The shares of both sides that have no counterpart.
struct Shares {
  double source = 0;
  double translation = 0;

  double least() const { return std::min(source, translation); }
  bool are_large() const { return least() >= kLeastShare && source + translation >= kLeastSum; }
};

double share(std::size_t part, std::size_t all) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(all, 1));
}

bool are_of_other_versions(const LoneSides& sides) {
  const auto& [source, translation] = sides;
  if (std::min(source.all_blocks, translation.all_blocks) < kFewestBlocks) return false;
  const Shares bytes{share(source.bytes, source.all_bytes),
                     share(translation.bytes, translation.all_bytes)};
  const Shares blocks{share(source.blocks, source.all_blocks),
                      share(translation.blocks, translation.all_blocks)};
  return (bytes.are_large() && blocks.least() >= kLeastOther) ||
         (blocks.are_large() && bytes.least() >= kLeastOther);
}

}  // namespace

LoneSides lone_sides(const Subject& subject) {
  LoneSides sides;
  for (const Match& match : subject.alignment) {
    add(subject.source, match.source, match.translation.count == 0, sides.source);
    add(subject.translation, match.translation, match.source.count == 0, sides.translation);
  }
  return sides;
}

bool is_other_version(const Subject& subject) {
  auto& known = subject.shared.is_other_version;
  if (!known) known = are_of_other_versions(lone_sides(subject));
  return *known;
}

bool compares_blocks(std::string_view rule) {
  constexpr std::array<std::string_view, 10> kFamilies = {
      "block", "code", "heading", "image",       "inline-code",
      "link",  "list", "number",  "placeholder", "table"};
  const std::string_view family = rule.substr(0, rule.find('/'));
  return rule == "text/truncated" || rule == "text/repeated" ||
         std::find(kFamilies.begin(), kFamilies.end(), family) != kFamilies.end();
}

}  // namespace recto::checks
