#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "discover/pairs.h"

namespace recto {

/// What became of the sources of orphans, guessed from the sources that are there.
class LikelySources {
 public:
  /// `sources` outlive it.
  explicit LikelySources(const std::vector<SourcePost>& sources);

  /// The path of the source that an orphan's may have become: one that lacks its translations, of
  /// the same file name elsewhere or a similar one. Empty when none comes close, or when too many
  /// names would have to be compared.
  std::string of(const Orphan& orphan);

 private:
  /// How many names are compared by letters; each costs 15 us.
  static constexpr std::size_t kNameComparisons = 20'000;

  const std::vector<SourcePost>& sources_;
  std::multimap<std::string, std::size_t> by_name_;  // file name of each source, without extension
  std::size_t comparisons_left_ = kNameComparisons;
};

}  // namespace recto
