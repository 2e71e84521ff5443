#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/ordinal.h"
#include "checks/check.h"

// What the checks of headings share.

namespace recto::checks {

/// A heading on both sides.
struct HeadingPair {
  const Block& source;
  const Block& translation;
  const Match& match;
};

/// The headings of `subject` that are matched, in the order of the source.
std::vector<HeadingPair> heading_pairs(const Subject& subject);
/// The lines of the source in bold or in capitals that are headings in the translation.
std::vector<HeadingPair> label_pairs(const Subject& subject);
/// The headings of the source that are a line in bold or in capitals in the translation.
std::vector<HeadingPair> demoted_headings(const Subject& subject);

/// Consecutive headings that one side lacks: a section with its subsections, or several in a row.
struct LoneHeadings {
  std::vector<std::size_t> blocks;  // indices into the post that has them
  std::size_t place = 0;      // index of the block of the other post before which they would stand
  bool with_content = false;  // what stands under them is missing, too
};

/// The source's headings that the translation lacks, and the reverse; a run of them is one.
std::vector<LoneHeadings> missing_headings(const Subject& subject);
std::vector<LoneHeadings> extra_headings(const Subject& subject);

/// The ordinal that `text`, of a heading of `post`, begins with: `3.`, or `Step 3:` where the
/// source numbers its headings so.
std::optional<Ordinal> ordinal_of(const Subject& subject, const Post& post, std::string_view text);

/// The text of a heading as a message quotes it.
std::string heading_text(const Post& post, const Block& heading);

}  // namespace recto::checks
