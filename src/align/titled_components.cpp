// Headings of the translation that are components with a title in the source: `<Step title="Fill
// the kettle">`. Who moves a page to components leaves its translations behind.

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "align/cause_finders.h"
#include "align/lone_run.h"
#include "post/mdx.h"
#include "post/post.h"

namespace recto {
namespace {

constexpr std::size_t kFewest = 3;  // of one name; fewer may stand where they do by chance

/// The name of the component that `block` opens or closes; empty for another block.
std::string_view component_of(const Post& post, const Block& block) {
  const std::string_view text = slice(post, block.span);
  const bool is_tag = block.kind == BlockKind::html && !text.ends_with("/>");
  return is_tag ? component_name(text) : std::string_view();
}

bool has_title(const Post& post, const Block& block) {
  return !component_of(post, block).empty() &&
         slice(post, block.span).find(" title=") != std::string_view::npos;
}

/// The tags without a match in a row that end before the block of the source at `index`, up to the
/// last with a title; none without one.
Run titled_before(const Post& source, const Lone& lone, std::size_t index) {
  std::size_t end = index;
  const auto is_tag = [&](std::size_t i) {
    return lone[i].has_value() && !component_of(source, source.blocks[i]).empty();
  };
  while (end > 0 && is_tag(end - 1) && !has_title(source, source.blocks[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_tag(begin - 1)) --begin;
  return {begin, end - begin};
}

/// Each heading without a match and what it stands for: the tags before that for which the block
/// below the heading stands.
Causes pairs_of(const Post& source, const Post& translation, const Alignment& alignment,
                const Lone& lone) {
  const Lone extra = lone_blocks(translation, alignment, &Match::translation, &Match::source);
  Causes causes;
  for (const Match& match : alignment) {
    const std::size_t below = match.translation.first;
    if (match.source.count == 0 || match.translation.count == 0 || below == 0) continue;
    const Block& heading = translation.blocks[below - 1];
    if (heading.kind != BlockKind::heading || !extra[below - 1]) continue;
    const Run tags = titled_before(source, lone, match.source.first);
    if (tags.count == 0) continue;
    causes.push_back({CauseKind::titled_component, tags, {below - 1, 1}, heading.span});
  }
  return causes;
}

/// Adds the closing tags without a match that go with `causes`, up to the next heading: `</Step>`,
/// `</Steps>`.
void add_closing_tags(const Post& source, const Lone& lone, Causes& causes) {
  std::set<std::string_view> names;
  std::vector<bool> is_taken(source.blocks.size());
  std::size_t first = source.blocks.size();
  std::size_t last = 0;
  for (const Cause& cause : causes) {
    for (std::size_t i = cause.source.first; i < cause.source.end(); ++i) {
      names.insert(component_of(source, source.blocks[i]));
      is_taken[i] = true;
    }
    first = std::min(first, cause.source.first);
    last = std::max(last, cause.source.end());
  }
  const std::size_t place = causes.front().translation.first;
  const Span span = causes.front().span;
  for (std::size_t i = first; i < source.blocks.size(); ++i) {
    const Block& block = source.blocks[i];
    if (i >= last && block.kind == BlockKind::heading) break;
    const bool closes = slice(source, block.span).starts_with("</");
    if (closes && lone[i] && !is_taken[i] && names.contains(component_of(source, block))) {
      causes.push_back({CauseKind::titled_component, {i, 1}, {place, 0}, span});
    }
  }
}

}  // namespace

Causes titled_components(const Post& source, const Post& translation, const Alignment& alignment) {
  const bool may_have = std::any_of(source.blocks.begin(), source.blocks.end(),
                                    [&](const Block& block) { return has_title(source, block); });
  if (!may_have) return {};
  const Lone lone = lone_blocks(source, alignment, &Match::source, &Match::translation);
  Causes causes = pairs_of(source, translation, alignment, lone);
  const auto name_of = [&](const Cause& cause) {
    return component_of(source, source.blocks[cause.source.end() - 1]);
  };
  std::map<std::string_view, std::size_t> counts;
  for (const Cause& cause : causes) ++counts[name_of(cause)];
  std::erase_if(causes, [&](const Cause& cause) { return counts[name_of(cause)] < kFewest; });
  if (!causes.empty()) add_closing_tags(source, lone, causes);
  return causes;
}

}  // namespace recto
