#pragma once

#include <vector>

#include "align/align.h"

namespace recto {
struct Subject;
}

namespace recto::checks {

/// A quote of the source whose text stands in the translation without its `>`.
struct LostQuote {
  std::size_t source = 0;  // the first of its blocks that does
  Run translation;         // those that stand for them, without others between
  bool is_unsure = false;  // it may be told otherwise that they are a quotation
};

/// Those that are not the box of an alert, in the order of the source.
std::vector<LostQuote> lost_quotes(const Subject& subject);

}  // namespace recto::checks
