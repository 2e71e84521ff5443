#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// Things that stand in the blocks of both sides, in any order: links, images, placeholders.

namespace recto {
struct Subject;
}

namespace recto::checks {

/// One thing on one side. Equal keys mean the same thing.
struct Item {
  std::string key;
  std::size_t block = 0;  // index into the post
};

/// An item without a counterpart, or one that stands where another was expected; indices into the
/// lists of items. `match` is the index of the match in whose blocks it stands.
struct Difference {
  std::optional<std::size_t> source;
  std::optional<std::size_t> translation;
  std::size_t match = 0;
};

/// Items that stand for each other.
struct Counterpart {
  std::size_t source = 0;
  std::size_t translation = 0;
};

struct Counterparts {
  std::vector<Counterpart> same;
  std::vector<Difference> differences;  // in the order of the alignment
};

/// Whether the item of the source may stand for that of the translation though their keys differ.
using MayStandFor = std::function<bool(std::size_t source, std::size_t translation)>;
/// How alike two items are that do not stand for each other, 0 to 1; less than 0 where the one
/// cannot be what became of the other.
using ItemLikeness = std::function<double(std::size_t source, std::size_t translation)>;

/// Pairs the items of both sides: equal ones in matched blocks, then those that moved elsewhere in
/// the post, then those that may stand for each other; what is left in matched blocks is paired by
/// likeness as changed. What stands in blocks without a match differs, too; what a cause explains
/// does not.
Counterparts counterparts(const Subject& subject, const std::vector<Item>& source,
                          const std::vector<Item>& translation, const MayStandFor& may_stand_for,
                          const ItemLikeness& likeness);

}  // namespace recto::checks
