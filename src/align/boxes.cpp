// Tabs and admonitions that one side lacks with all that is in them.

#include "post/boxes.h"

#include <algorithm>
#include <optional>

#include "align/cause_finders.h"
#include "align/lone_run.h"

namespace recto {
namespace {

/// Whether the box that the directive at `mark` opens has no match, nor anything in it.
bool is_lone_box(const Post& post, const Boxes& boxes, const Lone& lone, std::size_t mark) {
  if (!lone[mark] || post.blocks[mark].kind != BlockKind::directive) return false;
  const std::size_t end = boxes.behind(mark);
  std::size_t next = mark + 1;
  while (next < end && lone[next]) ++next;
  return next == end && end > mark + 1;
}

std::vector<LoneRun> lone_boxes(const Post& post, const Alignment& alignment, Run Match::*have,
                                Run Match::*lack) {
  const Lone lone = lone_blocks(post, alignment, have, lack);
  if (std::none_of(lone.begin(), lone.end(), [](const auto& place) { return place.has_value(); })) {
    return {};
  }
  const Boxes boxes(post);
  std::vector<LoneRun> found;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    if (!is_lone_box(post, boxes, lone, i)) continue;
    std::size_t end = i;
    while (end < post.blocks.size() && is_lone_box(post, boxes, lone, end)) end = boxes.behind(end);
    // The label of a tab goes with its neighbours when what is in it stands there without tabs.
    const bool has_label = end < post.blocks.size() && lone[end] && is_tab(post, post.blocks[i]) &&
                           is_tab(post, post.blocks[end]);
    found.push_back({{i, end - i + (has_label ? 1 : 0)}, *lone[i]});
    i = end - (has_label ? 0 : 1);
  }
  return found;
}

}  // namespace

Causes missing_boxes(const Post& source, const Post& translation, const Alignment& alignment) {
  return causes_of_missing(CauseKind::missing_box,
                           lone_boxes(source, alignment, &Match::source, &Match::translation),
                           translation);
}

Causes extra_boxes(const Post& translation, const Alignment& alignment) {
  return causes_of_extra(CauseKind::extra_box,
                         lone_boxes(translation, alignment, &Match::translation, &Match::source),
                         translation);
}

}  // namespace recto
