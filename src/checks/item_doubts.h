#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "align/evidence.h"
#include "checks/check.h"
#include "checks/items.h"

namespace recto::checks {

/// Tells where nothing but the order says which items of a list were lost.
class ItemDoubts {
 public:
  explicit ItemDoubts(const Subject& subject);

  /// Whether an item beside `lone`, items of the source, may as well be the one that is missing.
  bool may_be_beside(const LoneItems& lone) const;

 private:
  /// Whether the item at `lost` is as like what the item at `kept` was paired with.
  bool could_be(std::size_t lost, std::size_t kept) const;

  const Post& source_;
  std::vector<Evidence> ours_;
  std::vector<Evidence> theirs_;
  std::map<std::size_t, std::size_t> partners_;  // of blocks of the source, one for one
  double ratio_ = 1;
};

}  // namespace recto::checks
