#include "checks/versions.h"

#include <algorithm>
#include <array>

namespace recto::checks {
namespace {

constexpr std::size_t kFewestBlocks = 12;  // on each side; little was written anew in fewer
constexpr double kLeastBlocks = 0.25;      // of the blocks of each side
constexpr double kLeastShare = 0.4;        // of the bytes of each side
constexpr double kLeastSum = 1.1;          // of both shares

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

double block_share(const Lone& lone) {
  return lone.all_blocks == 0
             ? 0
             : static_cast<double>(lone.blocks) / static_cast<double>(lone.all_blocks);
}

double share(const Lone& lone) {
  return lone.all_bytes == 0
             ? 0
             : static_cast<double>(lone.bytes) / static_cast<double>(lone.all_bytes);
}

bool are_of_other_versions(const LoneSides& sides) {
  const double ours = share(sides.source);
  const double theirs = share(sides.translation);
  return std::min(sides.source.all_blocks, sides.translation.all_blocks) >= kFewestBlocks &&
         std::min(block_share(sides.source), block_share(sides.translation)) >= kLeastBlocks &&
         std::min(ours, theirs) >= kLeastShare && ours + theirs >= kLeastSum;
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
  return rule == "text/truncated" ||
         std::find(kFamilies.begin(), kFamilies.end(), family) != kFamilies.end();
}

}  // namespace recto::checks
