#pragma once

#include <set>
#include <vector>

#include "checks/lone_block.h"
#include "post/post.h"

namespace recto {
struct Subject;
}

namespace recto::checks {

/// A code block on both sides.
struct CodePair {
  const Block& source;
  const Block& translation;
  double likeness = 0;
  /// Whether the two have no line in common, are little alike, did not merely change places, and
  /// others have no partner: they may stand beside each other and not for each other.
  bool may_be_other = false;
};

struct MatchedCode {
  std::vector<CodePair> pairs;     // that stand for each other: matched, or alone at the same place
  std::vector<LoneBlock> missing;  // that only the source has
  std::vector<LoneBlock> extra;    // that only the translation has
  /// Of the lone blocks of either side those that the other has as often, in another place.
  std::set<std::size_t> missing_elsewhere;
  std::set<std::size_t> extra_elsewhere;
  std::set<std::size_t> extra_repeated;  // those that the source has, but not as often
};

/// The code blocks of `subject`, and how they correspond.
const MatchedCode& matched_code(const Subject& subject);

/// Whether a line of `pair`, of four bytes or more, stands on both sides.
bool have_common_line(const Subject& subject, const CodePair& pair);
/// Whether the source has a diagram where the translation has text without a label, which a label
/// would break.
bool is_redrawn(const Subject& subject, const CodePair& pair);
/// Whether both sides of `pair` have the same code, comments and texts of several words aside.
bool says_the_same(const Subject& subject, const CodePair& pair);

}  // namespace recto::checks
