// heading_order: a section that stands in another order. Reported once, at the first heading of the
// translation that comes before one which precedes it in the source. Many of them are one finding,
// and none where both posts are sorted by the titles of their sections.

#include <algorithm>

#include "base/ascii.h"
#include "checks/headings.h"
#include "checks/versions.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

using Pairs = std::vector<HeadingPair>;

std::size_t place(const HeadingPair& pair) {
  return pair.match.translation.first;
}

/// The end of the moved sections from `first` on that stand one behind the other on both sides.
std::size_t end_of_moved(const Pairs& pairs, std::size_t first) {
  std::size_t end = first + 1;
  while (end < pairs.size() && pairs[end].match.moved &&
         place(pairs[end]) > place(pairs[end - 1])) {
    ++end;
  }
  return end;
}

/// Two sections: `early` comes first in the translation, and second in the source.
struct Disorder {
  const HeadingPair* early = nullptr;
  const HeadingPair* late = nullptr;
};

/// What the sections moved to `moved` make the reader meet too early. `kept` are those that stand
/// in the order of the source, in that order.
std::optional<Disorder> disorder(const HeadingPair& moved,
                                 const std::vector<const HeadingPair*>& kept) {
  const auto by_translation = [](std::size_t at, const HeadingPair* pair) {
    return at < place(*pair);
  };
  const auto by_source = [](std::size_t at, const HeadingPair* pair) {
    return at < pair->match.source.first;
  };
  const auto behind_it = std::upper_bound(kept.begin(), kept.end(), place(moved), by_translation);
  const auto next_of_source =
      std::upper_bound(kept.begin(), kept.end(), moved.match.source.first, by_source);
  if (behind_it < next_of_source) return Disorder{&moved, *behind_it};       // moved up
  if (next_of_source < behind_it) return Disorder{*next_of_source, &moved};  // moved down
  return std::nullopt;
}

/// What `heading` is sorted by: not its number, of which steps have one.
std::string sort_key(const Post& post, const Block& heading) {
  std::string key = lower_case(plain_text(post, heading), post.locale);
  std::erase_if(key, [](char c) { return is_ascii_digit(c) || c == '.' || c == ' '; });
  return key;
}

/// Whether most of `headings`, which follow each other in `post`, are in ascending order.
bool is_sorted(const Post& post, const std::vector<const Block*>& headings) {
  constexpr std::size_t kLeastShare = 80;  // percent: other letters are sorted in other ways
  constexpr std::size_t kFewest = 5;
  if (headings.size() < kFewest) return false;
  std::vector<std::string> texts;
  texts.reserve(headings.size());
  for (const Block* heading : headings) texts.push_back(sort_key(post, *heading));
  std::size_t ascending = 0;
  for (std::size_t i = 1; i < texts.size(); ++i) ascending += texts[i - 1] < texts[i] ? 1 : 0;
  return 100 * ascending >= kLeastShare * (texts.size() - 1);
}

/// Whether the sections of both posts, in different orders, are sorted by their titles.
bool are_sorted(const Subject& subject, const Pairs& pairs) {
  std::vector<const Block*> ours;
  std::vector<const Block*> theirs;
  for (const HeadingPair& pair : pairs) {
    ours.push_back(&pair.source);
    theirs.push_back(&pair.translation);
  }
  std::sort(theirs.begin(), theirs.end(), [](const Block* left, const Block* right) {
    return left->span.begin < right->span.begin;
  });
  return is_sorted(subject.source, ours) && is_sorted(subject.translation, theirs);
}

/// One finding for all of `findings`, at the first of them.
Findings as_one(const Findings& findings, const Pairs& pairs) {
  Finding one = *std::min_element(
      findings.begin(), findings.end(),
      [](const Finding& left, const Finding& right) { return left.span.begin < right.span.begin; });
  const auto moved = std::count_if(pairs.begin(), pairs.end(),
                                   [](const HeadingPair& pair) { return pair.match.moved; });
  one.variant = "many";
  one.fields["count"] = std::to_string(moved);
  one.fields["all"] = std::to_string(pairs.size());
  return {std::move(one)};
}

/// Whether so much of a side has no counterpart that its sections may have been paired by what was
/// left over.
bool is_drifted(const Lone& lone) {
  constexpr std::size_t kMost = 15;  // percent of the blocks
  return 100 * lone.blocks > kMost * lone.all_blocks;
}

Findings run(const Subject& subject) {
  constexpr std::size_t kMostTold = 3;
  const Pairs pairs = heading_pairs(subject);
  std::vector<const HeadingPair*> kept;
  for (const HeadingPair& pair : pairs) {
    if (!pair.match.moved) kept.push_back(&pair);
  }
  if (kept.size() == pairs.size()) return {};
  Findings findings;
  bool is_explained = are_sorted(subject, pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i].match.moved) continue;
    const auto found = disorder(pairs[i], kept);
    i = end_of_moved(pairs, i) - 1;
    if (!found) continue;
    is_explained = is_explained && sort_key(subject.translation, found->early->translation) <
                                       sort_key(subject.translation, found->late->translation);
    Finding finding{.span = found->early->translation.span, .source = found->early->source.span};
    finding.fields = {{"heading", heading_text(subject.source, found->early->source)},
                      {"place", heading_text(subject.source, found->late->source)}};
    findings.push_back(std::move(finding));
  }
  if (is_explained || findings.empty()) return {};
  const LoneSides lone = lone_sides(subject);
  if (is_drifted(lone.source) || is_drifted(lone.translation)) {
    for (Finding& finding : findings) finding.certainty = Certainty::unsure;
  }
  return findings.size() > kMostTold ? as_one(findings, pairs) : findings;
}

}  // namespace

CheckKind heading_order() {
  return pair_kind("heading_order", "The sections stand in the order of the source.",
                   {"heading", "place", "count", "all"}, run);
}

}  // namespace recto::checks
