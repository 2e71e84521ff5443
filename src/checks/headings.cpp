#include "checks/headings.h"

#include <algorithm>

#include "checks/blocks.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// The headings of `blocks` as one finding.
LoneHeadings headings_of(const Post& post, const Run& blocks, std::size_t place) {
  LoneHeadings lone{.place = place};
  for (std::size_t i = blocks.first; i < blocks.first + blocks.count; ++i) {
    if (post.blocks[i].kind == BlockKind::heading) lone.blocks.push_back(i);
  }
  lone.with_content = lone.blocks.size() < blocks.count;
  return lone;
}

/// Headings of `post` without a match: whole sections, which are a cause, and single headings.
std::vector<LoneHeadings> lone_headings(const Post& post, const std::vector<LoneBlock>& blocks,
                                        const std::vector<LoneHeadings>& sections) {
  std::vector<LoneHeadings> result = sections;
  for (const LoneBlock& lone : blocks) {
    if (post.blocks[lone.block].kind == BlockKind::heading) {
      result.push_back({{lone.block}, lone.place});
    }
  }
  std::sort(result.begin(), result.end(), [](const LoneHeadings& left, const LoneHeadings& right) {
    return left.blocks.front() < right.blocks.front();
  });
  return result;
}

/// Whether the block at `index` is a line in bold or in capitals: a heading that is none.
bool is_label(const Post& post, std::size_t index) {
  constexpr std::size_t kLongest = 60;  // code points
  const Block& block = post.blocks[index];
  if (block.kind != BlockKind::paragraph || block.container) return false;
  const std::string text = plain_text(post, block);
  if (text.empty() || length(text) > kLongest) return false;
  const bool is_bold = !block.inlines.empty() &&
                       block.inlines.front().kind == InlineKind::emphasis &&
                       block.inlines.front().strength == 2 &&
                       block.inlines.front().span.size() + 1 >= block.content.size();
  const bool has_capital =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool has_small =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_bold || (has_capital && !has_small);
}

bool is_heading(const Post& post, std::size_t index) {
  return post.blocks[index].kind == BlockKind::heading;
}

/// Whether either would stand at the place of the other.
bool stand_at_one_place(const LoneBlock& ours, const LoneBlock& theirs) {
  const auto is_at = [](std::size_t place, std::size_t block) {
    return place == block || place == block + 1;
  };
  return is_at(ours.place, theirs.block) && is_at(theirs.place, ours.block);
}

}  // namespace

std::vector<LabelHeading> label_headings(const Subject& subject) {
  std::vector<LabelHeading> labels;
  const std::vector<LoneBlock> missing = missing_blocks(subject);
  const std::vector<LoneBlock> extra = extra_blocks(subject);
  for (const LoneBlock& ours : missing) {
    const auto near = std::partition_point(
        extra.begin(), extra.end(),
        [&](const LoneBlock& theirs) { return theirs.block + 1 < ours.place; });
    for (auto theirs = near; theirs != extra.end() && theirs->block <= ours.place; ++theirs) {
      const bool is_one =
          (is_heading(subject.translation, theirs->block) &&
           is_label(subject.source, ours.block)) ||
          (is_heading(subject.source, ours.block) && is_label(subject.translation, theirs->block));
      if (is_one && stand_at_one_place(ours, *theirs))
        labels.push_back({ours.block, theirs->block});
    }
  }
  return labels;
}

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
  std::vector<LoneHeadings> sections;
  for (const Cause& cause : subject.causes) {
    if (cause.kind != CauseKind::missing_section) continue;
    sections.push_back(headings_of(subject.source, cause.source, cause.translation.first));
  }
  return lone_headings(subject.source, missing_blocks(subject), sections);
}

std::vector<LoneHeadings> extra_headings(const Subject& subject) {
  std::vector<LoneHeadings> sections;
  for (const Cause& cause : subject.causes) {
    if (cause.kind != CauseKind::extra_section) continue;
    sections.push_back(headings_of(subject.translation, cause.translation, cause.source.first));
  }
  return lone_headings(subject.translation, extra_blocks(subject), sections);
}

std::string heading_text(const Post& post, const Block& heading) {
  return short_quote(plain_text(post, heading));
}

}  // namespace recto::checks
