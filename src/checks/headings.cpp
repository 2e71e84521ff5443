#include "checks/headings.h"

#include <algorithm>
#include <map>

#include "checks/blocks.h"
#include "checks/shared.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// The words by which at least two headings of `post` are numbered, the last higher than the first.
std::set<std::string> step_words(const Post& post) {
  std::map<std::string, std::vector<int>> numbers;
  for (const Block& block : post.blocks) {
    if (block.kind != BlockKind::heading) continue;
    if (const auto step = leading_step(plain_text(post, block))) {
      numbers[step->word].push_back(step->number.value);
    }
  }
  std::set<std::string> words;
  for (const auto& [word, values] : numbers) {
    if (values.size() > 1 && values.front() < values.back()) words.insert(word);
  }
  return words;
}

/// The headings of `blocks` as one finding.
LoneHeadings headings_of(const Post& post, const Run& blocks, std::size_t place) {
  LoneHeadings lone{.place = place};
  for (std::size_t i = blocks.first; i < blocks.end(); ++i) {
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

bool is_heading(const Post&, const Block& block) {
  return block.kind == BlockKind::heading;
}

/// The matches of a block of the source that `is_ours` takes with one that `is_theirs` takes.
std::vector<HeadingPair> pairs_where(const Subject& subject,
                                     bool (*is_ours)(const Post&, const Block&),
                                     bool (*is_theirs)(const Post&, const Block&)) {
  std::vector<HeadingPair> pairs;
  for (const Match& match : subject.alignment) {
    if (match.source.count != 1 || match.translation.count != 1) continue;
    const Block& source = subject.source.blocks[match.source.first];
    const Block& translation = subject.translation.blocks[match.translation.first];
    if (!is_ours(subject.source, source) || !is_theirs(subject.translation, translation)) continue;
    pairs.push_back({source, translation, match});
  }
  return pairs;
}

}  // namespace

std::vector<HeadingPair> heading_pairs(const Subject& subject) {
  return pairs_where(subject, is_heading, is_heading);
}

std::vector<HeadingPair> label_pairs(const Subject& subject) {
  return pairs_where(subject, is_label, is_heading);
}

std::vector<HeadingPair> demoted_headings(const Subject& subject) {
  return pairs_where(subject, is_heading, is_label);
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

std::optional<Ordinal> ordinal_of(const Subject& subject, const Post& post, std::string_view text) {
  if (const auto ordinal = leading_ordinal(text)) return ordinal;
  const auto step = leading_step(text);
  if (!step) return std::nullopt;
  auto& words = subject.shared.step_words;
  if (!words) words = step_words(subject.source);
  // What the translation makes of them may be counted wrong.
  const bool is_step = &post == &subject.source ? words->contains(step->word) : !words->empty();
  return is_step ? std::optional(step->number) : std::nullopt;
}

std::string heading_text(const Post& post, const Block& heading) {
  return short_quote(plain_text(post, heading));
}

}  // namespace recto::checks
