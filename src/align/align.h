#pragma once

#include <cstddef>
#include <vector>

#include "base/work.h"
#include "post/post.h"

namespace recto {

struct Evidence;

/// Neighbouring blocks: indices into Post::blocks.
struct Run {
  std::size_t first = 0;
  std::size_t count = 0;

  /// The index behind the last block.
  std::size_t end() const { return first + count; }
  bool holds(std::size_t index) const { return index >= first && index < end(); }
  /// Whether the two have a block in common.
  bool overlaps(const Run& other) const { return first < other.end() && other.first < end(); }

  friend bool operator==(const Run&, const Run&) = default;
};

/// One block on each side; none on a side: dropped or added; two or three: split or merged.
struct Match {
  Run source;
  Run translation;
  double likeness = 0;  // 0 to 1
  bool moved = false;   // a section that stands in another order
  bool copy = false;    // added: it stands in the translation a second time, with its neighbours

  friend bool operator==(const Match&, const Match&) = default;
};

/// Every block of both posts exactly once, in the order of the source; what was added stands where
/// it stands in the translation.
using Alignment = std::vector<Match>;

/// The best pairing of two posts: headings first, then the blocks inside matched sections.
/// Linear in the number of blocks, but for headings, which are few. Throws TooMuchWork.
Alignment align(const Post& source, const Post& translation, Work& work);
/// The same of a source with several translations, whose evidence is known.
Alignment align(const Post& source, const std::vector<Evidence>& source_evidence,
                const Post& translation, Work& work);
/// The best pairing, whatever it takes.
inline Alignment align(const Post& source, const Post& translation) {
  Work work;
  return align(source, translation, work);
}

/// From the first byte of the blocks of `run` to the last; empty without any.
Span span_of(const Post& post, const Run& run);

/// The empty place in `post` before the block at `index`; behind the last one when there is none.
Span place_before(const Post& post, std::size_t index);

}  // namespace recto
