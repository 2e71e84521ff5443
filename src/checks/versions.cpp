#include "checks/versions.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>

#include "base/ascii.h"
#include "checks/links.h"

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

using Literals = std::set<std::string, std::less<>>;

/// What of `post` no translation changes: code within lines, the lines of code, where links lead.
Literals literals_of(const Post& post, const std::vector<LinkUse>& links) {
  constexpr std::size_t kShortest = 3;  // bytes
  Literals literals;
  const auto add = [&](std::string_view text) {
    if (text.size() >= kShortest) literals.emplace(text);
  };
  for (const Block& block : post.blocks) {
    if (block.kind == BlockKind::code) {
      for (const Span line : block.lines) add(trimmed(slice(post, line)));
    }
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::code) add(slice(post, piece.content));
    }
  }
  for (const LinkUse& link : links) add(link.leads_to.key);
  return literals;
}

/// Whether much of both sides has no counterpart, and few literals of the translation are those of
/// the source: what was found to correspond does so by its place alone.
bool is_rewritten(const Subject& subject, const LoneSides& sides) {
  constexpr std::size_t kFewestLiterals = 8;
  constexpr double kMostKept = 0.45;
  constexpr double kLeastLone = 0.2;
  constexpr double kMostlyLone = 0.6;  // beside a source of which little is left
  const double lone = share(sides.translation.blocks, sides.translation.all_blocks);
  const bool is_much =
      lone >= kMostlyLone ||
      (lone >= kLeastLone && share(sides.source.blocks, sides.source.all_blocks) >= kLeastLone);
  if (!is_much || sides.translation.all_blocks < kFewestBlocks) return false;
  const ComparedLinks& links = compared_links(subject);
  const Literals ours = literals_of(subject.source, links.source);
  const Literals theirs = literals_of(subject.translation, links.translation);
  const auto kept = std::count_if(theirs.begin(), theirs.end(), [&](const std::string& literal) {
    return ours.contains(literal);
  });
  return theirs.size() >= kFewestLiterals &&
         share(static_cast<std::size_t>(kept), theirs.size()) < kMostKept;
}

bool hardly_begins(const Subject& subject) {
  constexpr double kHardly = 0.85;
  const bool stops =
      std::any_of(subject.causes.begin(), subject.causes.end(),
                  [](const Cause& cause) { return cause.kind == CauseKind::truncated; });
  if (!stops) return false;
  const Lone source = lone_sides(subject).source;
  return source.all_blocks >= kFewestBlocks && share(source.blocks, source.all_blocks) >= kHardly;
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
  if (!known) {
    const LoneSides sides = lone_sides(subject);
    known = are_of_other_versions(sides) || is_rewritten(subject, sides);
  }
  return *known;
}

bool is_stub(const Subject& subject) {
  auto& known = subject.shared.is_stub;
  if (!known) known = hardly_begins(subject);
  return *known;
}

bool compares_blocks(std::string_view rule) {
  constexpr std::array<std::string_view, 10> kFamilies = {
      "block", "code", "heading", "image",       "inline-code",
      "link",  "list", "number",  "placeholder", "table"};
  const std::string_view family = rule.substr(0, rule.find('/'));
  return rule == "text/truncated" || rule == "text/repeated" || rule == "title/out-of-step" ||
         std::find(kFamilies.begin(), kFamilies.end(), family) != kFamilies.end();
}

}  // namespace recto::checks
