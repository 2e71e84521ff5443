#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "align/evidence.h"

namespace recto {
struct Post;
struct Subject;
}  // namespace recto

namespace recto::checks {

struct LoneItems;

/// Tells where nothing but the order says which items of a list were lost or added, and where none
/// were.
class ItemDoubts {
 public:
  explicit ItemDoubts(const Subject& subject);

  /// Whether an item beside `lone`, items of the source, may as well be the one that is missing.
  bool may_be_beside(const LoneItems& lone) const;

  /// Whether the list of the translation seems to say in fewer items what the source says, with
  /// `missing` in one with their neighbours.
  bool may_be_joined(const LoneItems& missing) const;

  /// The same for `extra`, items of the translation that may be parts of the source's.
  bool may_be_split(const LoneItems& extra) const;

 private:
  /// Whether the item at `lost` is as like what the item at `kept` was paired with.
  bool could_be(std::size_t lost, std::size_t kept) const;

  const Post& source_;
  const Post& translation_;
  std::vector<Evidence> ours_;
  std::vector<Evidence> theirs_;
  std::map<std::size_t, std::size_t> partners_;  // of blocks of the source, one for one
  std::map<std::size_t, std::size_t> sources_;   // the same, of the translation
  double ratio_ = 1;
};

/// The doubts about the lists of a pair.
const ItemDoubts& item_doubts(const Subject& subject);

}  // namespace recto::checks
