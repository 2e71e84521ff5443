#include "align/section.h"

#include <algorithm>

namespace recto {
namespace {

/// The kind of a block, and whether it begins an item, as one number.
int shape_of(const Evidence& block) {
  return 2 * static_cast<int>(block.kind) + (block.opens_item ? 1 : 0);
}

}  // namespace

std::vector<Section> sections_of(const Post& post, const std::vector<Evidence>& evidence) {
  std::vector<Section> sections;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    if (evidence[i].is_set_apart) continue;
    if (evidence[i].kind == BlockKind::heading) {
      if (!sections.empty()) sections.back().end = i;
      sections.push_back({.heading = i, .end = post.blocks.size()});
    } else if (!sections.empty()) {
      Section& section = sections.back();
      if (i == section.heading + 1) section.opening = evidence[i].tokens;
      section.shape.push_back(shape_of(evidence[i]));
      section.length += evidence[i].length;
      if (evidence[i].has_copy) section.copies.push_back(evidence[i].text);
      section.tokens.insert(section.tokens.end(), evidence[i].tokens.begin(),
                            evidence[i].tokens.end());
    }
  }
  for (Section& section : sections) {
    std::sort(section.shape.begin(), section.shape.end());
    std::sort(section.copies.begin(), section.copies.end());
    section.copies.erase(std::unique(section.copies.begin(), section.copies.end()),
                         section.copies.end());
    std::sort(section.tokens.begin(), section.tokens.end());
    const auto end = std::unique(section.tokens.begin(), section.tokens.end());
    section.tokens.erase(end, section.tokens.end());
  }
  return sections;
}

}  // namespace recto
