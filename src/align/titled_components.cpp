// Headings of the translation that are components with a title in the source: `<Step title="Fill
// the kettle">`. Who moves a page to components leaves its translations behind.

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "align/cause_finders.h"
#include "post/post.h"

namespace recto {
namespace {

constexpr std::size_t kFewest = 3;  // of one name; fewer may stand where they do by chance

/// The name of the component that `block` opens or closes; empty for another block.
std::string_view component_of(const Post& post, const Block& block) {
  const std::string_view text = slice(post, block.span);
  const std::size_t name = text.starts_with("</") ? 2 : 1;
  const bool is_component = block.kind == BlockKind::html && text.size() > name && text[0] == '<' &&
                            text[name] >= 'A' && text[name] <= 'Z' && !text.ends_with("/>");
  if (!is_component) return {};
  return text.substr(name, text.find_first_of(" \t\r\n/>", name) - name);
}

/// The same of one that opens with a title.
std::string_view titled_component_of(const Post& post, const Block& block) {
  const bool has_title = slice(post, block.span).find(" title=") != std::string_view::npos;
  return has_title ? component_of(post, block) : std::string_view();
}

/// What has no match on either side between two matches.
struct Gap {
  std::vector<std::size_t> source;
  std::vector<std::size_t> headings;  // of the translation, with something that has a match below
  std::size_t place = 0;              // in the translation, behind it
};

/// The causes of a gap: each component, with what opens and closes around it, and its heading.
void add_pairs(const Post& source, const Post& translation, const Gap& gap, Causes& causes) {
  auto heading = gap.headings.begin();
  std::size_t first = 0;  // of the tags in a row
  for (std::size_t k = 0; k < gap.source.size() && heading != gap.headings.end(); ++k) {
    const std::size_t block = gap.source[k];
    const bool goes_on = k > 0 && gap.source[k - 1] + 1 == block && first < block &&
                         !component_of(source, source.blocks[gap.source[k - 1]]).empty();
    if (!goes_on) first = block;
    if (titled_component_of(source, source.blocks[block]).empty()) continue;
    causes.push_back({CauseKind::titled_component,
                      {first, block + 1 - first},
                      {*heading, 1},
                      translation.blocks[*heading].span});
    ++heading;
    first = block + 1;
  }
}

/// Adds a cause for each lone tag of the source that `causes` have others of: `</Step>`,
/// `</Steps>`.
void add_other_tags(const Post& source, const Post& translation, const std::vector<Gap>& gaps,
                    Causes& causes) {
  std::set<std::string_view> names;
  std::set<std::size_t> taken;
  for (const Cause& cause : causes) {
    for (std::size_t i = cause.source.first; i < cause.source.end(); ++i) {
      names.insert(component_of(source, source.blocks[i]));
      taken.insert(i);
    }
  }
  for (const Gap& gap : gaps) {
    for (const std::size_t i : gap.source) {
      const Block& block = source.blocks[i];
      const bool is_other = !taken.contains(i) && names.contains(component_of(source, block)) &&
                            titled_component_of(source, block).empty();
      if (is_other)
        causes.push_back({CauseKind::titled_component,
                          {i, 1},
                          {gap.place, 0},
                          place_before(translation, gap.place)});
    }
  }
}

std::string_view name_of(const Post& source, const Cause& cause) {
  return titled_component_of(source, source.blocks[cause.source.end() - 1]);
}

}  // namespace

Causes titled_components(const Post& source, const Post& translation, const Alignment& alignment) {
  std::vector<bool> is_matched(translation.blocks.size() + 1);
  for (const Match& match : alignment) {
    if (match.source.count == 0) continue;
    for (std::size_t i = match.translation.first; i < match.translation.end(); ++i) {
      is_matched[i] = true;
    }
  }
  std::vector<Gap> gaps(1);
  for (const Match& match : alignment) {
    Gap& gap = gaps.back();
    if (match.source.count > 0 && match.translation.count > 0) {
      gap.place = match.translation.first;
      gaps.emplace_back();
      continue;
    }
    for (std::size_t i = match.source.first; i < match.source.end(); ++i) gap.source.push_back(i);
    for (std::size_t i = match.translation.first; i < match.translation.end(); ++i) {
      const bool is_heading = translation.blocks[i].kind == BlockKind::heading;
      if (is_heading && is_matched[i + 1]) gap.headings.push_back(i);
    }
  }
  gaps.back().place = translation.blocks.size();
  Causes causes;
  for (const Gap& gap : gaps) add_pairs(source, translation, gap, causes);
  std::map<std::string_view, std::size_t> counts;
  for (const Cause& cause : causes) ++counts[name_of(source, cause)];
  std::erase_if(causes,
                [&](const Cause& cause) { return counts[name_of(source, cause)] < kFewest; });
  add_other_tags(source, translation, gaps, causes);
  return causes;
}

}  // namespace recto
