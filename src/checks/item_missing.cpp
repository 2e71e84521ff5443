// item_missing: list items of the source that the translation lacks.

#include <algorithm>
#include <optional>
#include <set>

#include "checks/as_html.h"
#include "checks/headings.h"
#include "checks/item_doubts.h"
#include "checks/items.h"
#include "checks/unmarked.h"

namespace recto::checks {
namespace {

/// Whether the items stand in a paragraph nearby whose marks make no list.
bool stand_unmarked(const LoneItems& lone, const std::vector<UnmarkedItems>& unmarked) {
  return std::any_of(unmarked.begin(), unmarked.end(), [&](const UnmarkedItems& items) {
    return items.block <= lone.place && lone.place <= items.behind;
  });
}

/// Whether the item at `index` is a line of a table of contents: a link to a place of the post.
bool is_contents_line(const Post& post, std::size_t index) {
  const Block& block = post.blocks[index];
  return !block.inlines.empty() && block.inlines.front().kind == InlineKind::link &&
         block.inlines.front().span == block.content &&
         slice(post, block.inlines.front().target).starts_with('#');
}

/// Whether all the items are lines of a table of contents.
bool are_contents(const Post& post, const LoneItems& lone) {
  return std::all_of(lone.blocks.begin(), lone.blocks.end(),
                     [&](std::size_t index) { return is_contents_line(post, index); });
}

/// Those of the blocks `extra` of `post` that are paragraphs and open no item.
std::set<std::size_t> paragraphs_of(const Post& post, const std::vector<LoneBlock>& extra) {
  std::set<std::size_t> paragraphs;
  for (const LoneBlock& lone : extra) {
    const bool is_paragraph = post.blocks[lone.block].kind == BlockKind::paragraph;
    if (is_paragraph && !opens_item(post, lone.block)) paragraphs.insert(lone.block);
  }
  return paragraphs;
}

/// Whether one of the `paragraphs` without a match stands where the only item would.
bool may_be_paragraph(const LoneItems& lone, const std::set<std::size_t>& paragraphs) {
  const bool is_before = lone.place > 0 && paragraphs.contains(lone.place - 1);
  return lone.blocks.size() == 1 && (is_before || paragraphs.contains(lone.place));
}

/// Whether a table that only the translation has stands where the items would.
bool may_be_table(const Subject& subject, const LoneItems& lone,
                  const std::vector<LoneBlock>& extra) {
  return std::any_of(extra.begin(), extra.end(), [&](const LoneBlock& other) {
    const bool is_row = subject.translation.blocks[other.block].kind == BlockKind::row;
    return is_row && (other.block == lone.place || other.block + 1 == lone.place);
  });
}

Findings run(const Subject& subject) {
  Findings findings;
  const auto missing = lone_items(subject.source, missing_blocks(subject));
  if (missing.empty()) return findings;
  const auto extra = extra_blocks(subject);
  const auto others = lone_items(subject.translation, extra);
  const auto paragraphs = paragraphs_of(subject.translation, extra);
  const auto unmarked = unmarked_items(subject);
  const bool lacks_sections = !missing_headings(subject).empty();
  for (const LoneItems& lone : missing) {
    if (stand_unmarked(lone, unmarked)) continue;
    // The sections that they lead to are the finding.
    if (lacks_sections && are_contents(subject.source, lone)) continue;
    const std::size_t first = lone.blocks.front();
    Finding finding{.span = place_before(subject.translation, lone.place),
                    .source = item_span(subject.source, first)};
    finding.fields = {{"item", item_text(subject.source, first)},
                      {"expected", std::string(slice(subject.source, *finding.source))},
                      {"count", std::to_string(lone.blocks.size())}};
    const bool may_be_beside = item_doubts(subject).may_be_beside(lone);
    finding.variant = may_be_beside ? "beside" : "";
    if (lone.blocks.size() > 1) finding.variant = may_be_beside ? "several_beside" : "several";
    const bool may_be_html = may_stand_as_html(subject, lone.place, "li");
    if (is_balanced(lone, others) || may_be_html || may_be_paragraph(lone, paragraphs) ||
        may_be_table(subject, lone, extra) || is_wrapped_line(subject.source, first) ||
        item_doubts(subject).may_be_joined(lone)) {
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind item_missing() {
  return pair_kind("item_missing", "Every list item of the source has one in the translation.",
                   {"item", "expected", "count"}, run);
}

}  // namespace recto::checks
