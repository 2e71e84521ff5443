#include "text/phrases.h"

#include <algorithm>
#include <numeric>

// The trie is made breadth first from the sorted phrases: a state is a range of phrases that begin
// alike, its children are the parts of that range with the same next byte. So the children of a
// state lie side by side, and a state's fallback, which is shorter, is known before it is needed.

namespace recto {
namespace {

/// Phrases order[begin, end) begin with the same `depth` bytes.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t depth = 0;
};

}  // namespace

Phrases::Phrases(const std::vector<std::string>& phrases) {
  order_.resize(phrases.size());
  std::iota(order_.begin(), order_.end(), 0U);
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t left, std::uint32_t right) {
    return phrases[left] != phrases[right] ? phrases[left] < phrases[right] : left < right;
  });
  for (const std::string& phrase : phrases) {
    sizes_.push_back(static_cast<std::uint32_t>(phrase.size()));
  }
  std::vector<Range> ranges{{0, static_cast<std::uint32_t>(order_.size()), 0}};
  states_.emplace_back();
  for (std::uint32_t parent = 0; parent < ranges.size(); ++parent) {
    auto [at, end, depth] = ranges[parent];
    while (at < end && sizes_[order_[at]] == depth) ++at;
    states_[parent].first_child = static_cast<std::uint32_t>(states_.size());
    while (at < end) {
      const char byte = phrases[order_[at]][depth];
      const std::uint32_t begin = at;
      while (at < end && phrases[order_[at]][depth] == byte) ++at;
      ranges.push_back({begin, at, depth + 1});
      add_child(parent, static_cast<unsigned char>(byte), begin);
      State& child = states_.back();
      while (begin + child.ends < at && sizes_[order_[begin + child.ends]] == depth + 1) {
        ++child.ends;
      }
    }
  }
}

void Phrases::add_child(std::uint32_t parent, unsigned char byte, std::uint32_t first_end) {
  State child{.first_end = first_end, .byte = byte};
  if (parent != 0) {
    child.fallback = next(states_[parent].fallback, byte);
    const State& fallback = states_[child.fallback];
    child.shorter = fallback.ends > 0 ? child.fallback : fallback.shorter;
  } else {
    from_root_[byte] = static_cast<std::uint32_t>(states_.size());
  }
  ++states_[parent].children;
  states_.push_back(child);
}

std::uint32_t Phrases::child(std::uint32_t state, unsigned char byte) const {
  if (state == 0) return from_root_[byte];
  const auto begin = states_.begin() + states_[state].first_child;
  const auto end = begin + states_[state].children;
  const auto found = std::lower_bound(
      begin, end, byte, [](const State& left, unsigned char right) { return left.byte < right; });
  return found == end || found->byte != byte ? 0
                                             : static_cast<std::uint32_t>(found - states_.begin());
}

std::uint32_t Phrases::next(std::uint32_t state, unsigned char byte) const {
  while (state != 0) {
    if (const std::uint32_t found = child(state, byte); found != 0) return found;
    state = states_[state].fallback;
  }
  return from_root_[byte];
}

std::vector<Phrases::Place> Phrases::places(std::string_view text) const {
  std::vector<Place> found;
  if (states_.size() < 2) return found;
  std::uint32_t state = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    state = next(state, static_cast<unsigned char>(text[at]));
    for (std::uint32_t end = states_[state].ends > 0 ? state : states_[state].shorter; end != 0;
         end = states_[end].shorter) {
      for (std::uint32_t i = 0; i < states_[end].ends; ++i) {
        const std::uint32_t phrase = order_[states_[end].first_end + i];
        found.push_back({phrase, span_at(at + 1 - sizes_[phrase], sizes_[phrase])});
      }
    }
  }
  return found;
}

}  // namespace recto
