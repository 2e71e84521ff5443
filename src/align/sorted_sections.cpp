// Sections that are sorted by their titles stand in another order where the titles are translated:
// entries of a glossary, keys by the window that they work in. Each is known by its codes and
// names.

#include "align/sorted_sections.h"

#include <algorithm>
#include <tuple>

#include "align/tokens.h"

namespace recto {
namespace {

constexpr std::size_t kMostPairs = 40'000;  // of sections; more are not compared
constexpr std::size_t kFewestTokens = 3;    // that two sections must share
constexpr std::size_t kFewestMoved = 3;     // of sections; fewer were moved, not sorted
constexpr double kAlike = 0.5;              // share of the tokens of two that both have
constexpr double kUnlike = 0.34;
constexpr double kClearly = 0.1;  // by which the best must be better than the next

using Partners = std::vector<std::optional<std::size_t>>;

/// The share of the tokens of two sections that both have, after Jaccard (1901); 0 for few.
double shared(const Section& ours, const Section& theirs) {
  const std::size_t both = count_common(ours.tokens, theirs.tokens);
  if (both < kFewestTokens) return 0;
  return static_cast<double>(both) /
         static_cast<double>(ours.tokens.size() + theirs.tokens.size() - both);
}

/// How many of the sections that were paired by place share little of what they might.
std::size_t unlike_pairs(const Side& source, const Side& translation,
                         const std::vector<SectionPair>& in_order) {
  return static_cast<std::size_t>(
      std::count_if(in_order.begin(), in_order.end(), [&](const SectionPair& pair) {
        const Section& ours = source.sections[pair.source];
        const Section& theirs = translation.sections[pair.translation];
        const bool have_tokens =
            std::min(ours.tokens.size(), theirs.tokens.size()) >= kFewestTokens;
        return have_tokens && shared(ours, theirs) < kUnlike;
      }));
}

/// For each section of `from` the one of `to` that is like it, if it is clearly the most so.
Partners best_partners(const Side& from, const Side& to) {
  Partners partners(from.sections.size());
  for (std::size_t i = 0; i < from.sections.size(); ++i) {
    double best = 0;
    double next = 0;
    for (std::size_t j = 0; j < to.sections.size(); ++j) {
      const double value = shared(from.sections[i], to.sections[j]);
      next = std::max(next, std::min(value, best));
      if (value > best) {
        best = value;
        partners[i] = j;
      }
    }
    if (best < kAlike || best < next + kClearly) partners[i].reset();
  }
  return partners;
}

/// For each section of the source its partner, the most alike first; of several the one with the
/// same title, then the nearest.
Partners assigned(const Side& source, const Side& translation) {
  struct Candidate {
    std::size_t source = 0;
    std::size_t translation = 0;
    double value = 0;
    bool has_same_title = false;
    std::size_t distance = 0;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < source.sections.size(); ++i) {
    for (std::size_t j = 0; j < translation.sections.size(); ++j) {
      const double value = shared(source.sections[i], translation.sections[j]);
      if (value < kAlike) continue;
      const bool has_same_title = source.heading(i).text == translation.heading(j).text;
      candidates.push_back({i, j, value, has_same_title, std::max(i, j) - std::min(i, j)});
    }
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& left, const Candidate& right) {
              return std::tuple(-left.value, !left.has_same_title, left.distance, left.source) <
                     std::tuple(-right.value, !right.has_same_title, right.distance, right.source);
            });
  Partners partners(source.sections.size());
  std::vector<bool> is_taken(translation.sections.size());
  for (const Candidate& candidate : candidates) {
    if (partners[candidate.source] || is_taken[candidate.translation]) continue;
    partners[candidate.source] = candidate.translation;
    is_taken[candidate.translation] = true;
  }
  return partners;
}

/// How many must be taken out of `partners` for the rest to stand in order: all but those of the
/// longest ascending subsequence (Schensted 1961).
std::size_t out_of_order(const Partners& partners) {
  std::vector<std::size_t> ends;  // the least end of an ascending run of each length
  std::size_t count = 0;
  for (const std::optional<std::size_t>& partner : partners) {
    if (!partner) continue;
    ++count;
    const auto place = std::lower_bound(ends.begin(), ends.end(), *partner);
    if (place == ends.end()) {
      ends.push_back(*partner);
    } else {
      *place = *partner;
    }
  }
  return count - ends.size();
}

}  // namespace

std::vector<std::optional<std::size_t>> sections_by_tokens(
    const Side& source, const Side& translation, const std::vector<SectionPair>& in_order) {
  if (source.sections.size() * translation.sections.size() > kMostPairs) return {};
  if (unlike_pairs(source, translation, in_order) < kFewestMoved) return {};
  Partners partners = best_partners(source, translation);
  const Partners back = best_partners(translation, source);
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i] && back[*partners[i]] != i) partners[i].reset();
  }
  if (out_of_order(partners) < kFewestMoved) return {};
  return assigned(source, translation);
}

}  // namespace recto
