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

  /// Notes of each orphan which source its own may have become: one that lacks its translations, of
  /// the same file name elsewhere or a similar one, or the page of a folder for one of its name.
  /// None where no source or more than one comes close, where it would be that of two orphans in
  /// one locale, and where too many names would have to be compared.
  void note_in(std::map<std::string, Orphan>& orphans);

 private:
  std::string source_of(const Orphan& orphan);
  const SourcePost* same_name_elsewhere(const Orphan& orphan) const;
  /// `kettle/index.md` for `kettle.md`, and the reverse.
  const SourcePost* as_folder_page(const Orphan& orphan) const;
  /// How many names are compared by letters; each costs 15 us.
  static constexpr std::size_t kNameComparisons = 20'000;

  const std::vector<SourcePost>& sources_;
  std::multimap<std::string, std::size_t> by_name_;  // file name of each source, without extension
  std::map<std::string, std::size_t> by_page_;       // path, without that of an index
  std::size_t comparisons_left_ = kNameComparisons;
};

}  // namespace recto
