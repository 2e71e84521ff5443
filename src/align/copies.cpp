#include "align/copies.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

// Translation programs that work in chunks say the end of one again at the beginning of the next,
// and who pastes their answers may paste one twice.

namespace recto {
namespace {

constexpr std::size_t kLeastBlocks = 6;
constexpr std::size_t kLeastLength = 200;  // code points, of all of them
constexpr std::size_t kMostPlaces = 16;    // of one text; more are a phrase of the post
/// Pairs of blocks that are compared: dividers have no length, and may be many.
constexpr std::size_t kMostCompared = 4'000'000;

class Finder {
 public:
  explicit Finder(const std::vector<Evidence>& blocks) : blocks_(blocks) {}

  std::vector<Copy> found() {
    std::vector<Copy> copies;
    for (std::size_t at = 0; at < blocks_.size();) {
      const Copy copy = longest_at(at);
      if (is_telling(copy.second)) {
        copies.push_back(copy);
        at += copy.second.count;
        continue;
      }
      std::vector<std::size_t>& places = places_[blocks_[at].text];
      if (blocks_[at].length > 0 && places.size() < kMostPlaces) places.push_back(at);
      ++at;
    }
    return copies;
  }

 private:
  /// The longest run from `at` on that stands before it, too.
  Copy longest_at(std::size_t at) {
    Copy longest{{at, 0}, {at, 0}};
    const auto places = places_.find(blocks_[at].text);
    if (places == places_.end()) return longest;
    for (const std::size_t earlier : places->second) {
      std::size_t count = 0;
      while (at + count < blocks_.size() && earlier + count < at &&
             is_same(blocks_[earlier + count], blocks_[at + count]) && compared_ < kMostCompared) {
        ++count;
        ++compared_;
      }
      if (count > longest.second.count) longest = {{earlier, count}, {at, count}};
    }
    return longest;
  }

  static bool is_same(const Evidence& left, const Evidence& right) {
    return left.kind == right.kind && left.text == right.text;
  }

  bool is_telling(const Run& run) const {
    std::size_t length = 0;
    for (std::size_t i = run.first; i < run.end(); ++i) length += blocks_[i].length;
    return run.count >= kLeastBlocks && length >= kLeastLength;
  }

  const std::vector<Evidence>& blocks_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places_;  // by text
  std::size_t compared_ = 0;
};

}  // namespace

std::vector<Copy> copies_in(const std::vector<Evidence>& blocks) {
  return Finder(blocks).found();
}

}  // namespace recto
