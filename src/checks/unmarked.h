#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/check.h"

// Items whose marks only a reader knows: to Markdown they are text.

namespace recto::checks {

struct UnmarkedMark {
  Span span;             // in the translation
  std::string markdown;  // the mark that makes an item: `3.`, `-`
};

/// Paragraphs in a row, or an item, of the translation that stand for items of the source.
struct UnmarkedItems {
  std::size_t block = 0;            // index of the first among the blocks of the translation
  std::size_t source = 0;           // of the source: the first item that it stands for
  std::vector<UnmarkedMark> marks;  // none where the items run together without any
  std::size_t count = 0;            // of the source's blocks
  std::size_t behind = 0;           // index behind the last block of the translation
  bool is_parted = false;           // the list goes on behind something else
};

/// The paragraphs of `subject` whose lines begin with such marks where the source has items; those
/// of a list that runs together without.
std::vector<UnmarkedItems> unmarked_items(const Subject& subject);

}  // namespace recto::checks
