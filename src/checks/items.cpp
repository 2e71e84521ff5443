#include "checks/items.h"

#include "text/excerpt.h"

namespace recto::checks {
namespace {

constexpr std::size_t kNear = 8;  // blocks

}  // namespace

std::vector<LoneItems> lone_items(const Post& post, const std::vector<LoneBlock>& blocks) {
  std::vector<LoneItems> items;
  std::size_t next = 0;  // the block that goes on with the items found last
  for (const LoneBlock& lone : blocks) {
    const bool goes_on = !items.empty() && lone.block == next;
    if (opens_item(post, lone.block)) {
      if (!goes_on) items.push_back({.blocks = {}, .place = lone.place});
      items.back().blocks.push_back(lone.block);
      next = lone.block + 1;
    } else if (goes_on && item_of(post, post.blocks[lone.block]) != nullptr) {
      ++next;
    }
  }
  return items;
}

bool is_balanced(const LoneItems& lone, const std::vector<LoneItems>& others) {
  std::size_t near = 0;
  for (const LoneItems& other : others) {
    const std::size_t place = lone.blocks.front();
    const bool is_near = other.place + kNear >= place && other.place <= place + kNear;
    if (is_near) near += other.blocks.size();
  }
  return near >= lone.blocks.size();
}

Span item_span(const Post& post, std::size_t index) {
  const Block& block = post.blocks[index];
  const Container* item = item_of(post, block);
  return {item != nullptr ? item->marker.begin : block.span.begin, block.span.end};
}

std::string item_text(const Post& post, std::size_t index) {
  const std::string text = plain_text(post, post.blocks[index]);
  return short_quote(text.empty() ? slice(post, post.blocks[index].span) : text);
}

}  // namespace recto::checks
