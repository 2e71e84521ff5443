#include "checks/headings.h"

#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// One side of a match, so that what is missing and what is extra are found by the same walk.
using RunOf = Run Match::*;

std::vector<LoneHeadings> lone_headings(const Post& post, const Alignment& alignment, RunOf have,
                                        RunOf lack) {
  std::vector<LoneHeadings> result;
  bool is_open = false;  // the last section found lone may go on
  for (const Match& match : alignment) {
    const Run& run = match.*have;
    if (run.count == 0) continue;
    const Block& block = post.blocks[run.first];
    const bool is_lone = (match.*lack).count == 0;
    if (block.kind != BlockKind::heading) {
      if (!is_open) continue;
      // What stands under a lost heading tells whether only the heading is lost.
      if (is_lone)
        result.back().with_content = true;
      else
        is_open = false;
      continue;
    }
    if (!is_lone) {
      is_open = false;
    } else if (is_open) {
      result.back().blocks.push_back(run.first);
    } else {
      result.push_back({{run.first}, (match.*lack).first});
      is_open = true;
    }
  }
  return result;
}

}  // namespace

std::vector<HeadingPair> heading_pairs(const Subject& subject) {
  std::vector<HeadingPair> pairs;
  for (const Match& match : subject.alignment) {
    if (match.source.count != 1 || match.translation.count != 1) continue;
    const Block& source = subject.source.blocks[match.source.first];
    const Block& translation = subject.translation.blocks[match.translation.first];
    if (source.kind != BlockKind::heading || translation.kind != BlockKind::heading) continue;
    pairs.push_back({source, translation, match});
  }
  return pairs;
}

std::vector<LoneHeadings> missing_headings(const Subject& subject) {
  return lone_headings(subject.source, subject.alignment, &Match::source, &Match::translation);
}

std::vector<LoneHeadings> extra_headings(const Subject& subject) {
  return lone_headings(subject.translation, subject.alignment, &Match::translation, &Match::source);
}

std::string heading_text(const Post& post, const Block& heading) {
  return short_quote(plain_text(post, heading));
}

}  // namespace recto::checks
