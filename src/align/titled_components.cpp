// Headings of the translation that are components with a title in the source: `<Step title="Fill
// the kettle">`. Who moves a page to components leaves its translations behind.

#include <algorithm>
#include <map>
#include <optional>
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

bool has_title(const Post& post, const Block& block) {
  return slice(post, block.span).find(" title=") != std::string_view::npos;
}

/// What has no match, and what the rest stands for.
struct Sides {
  std::vector<bool> is_lone;                         // of the source
  std::vector<std::optional<std::size_t>> partners;  // of the translation
};

Sides sides_of(const Post& source, const Post& translation, const Alignment& alignment) {
  Sides sides{std::vector<bool>(source.blocks.size()),
              std::vector<std::optional<std::size_t>>(translation.blocks.size())};
  for (const Match& match : alignment) {
    for (std::size_t i = match.source.first; i < match.source.end(); ++i) {
      sides.is_lone[i] = match.translation.count == 0;
    }
    if (match.source.count == 0) continue;
    for (std::size_t i = match.translation.first; i < match.translation.end(); ++i) {
      sides.partners[i] = match.source.first;
    }
  }
  return sides;
}

/// The tags without a match in a row that end before the block of the source at `index`.
Run tags_before(const Post& source, const Sides& sides, std::size_t index) {
  std::size_t begin = index;
  while (begin > 0 && sides.is_lone[begin - 1] &&
         !component_of(source, source.blocks[begin - 1]).empty()) {
    --begin;
  }
  return {begin, index - begin};
}

/// The last component with a title among `tags`; none without one.
std::optional<std::size_t> titled_in(const Post& source, const Run& tags) {
  for (std::size_t i = tags.end(); i > tags.first; --i) {
    if (has_title(source, source.blocks[i - 1])) return i - 1;
  }
  return std::nullopt;
}

/// The name of the component of a cause, which is its last with a title.
std::string_view name_of(const Post& source, const Cause& cause) {
  const auto titled = titled_in(source, cause.source);
  return titled ? component_of(source, source.blocks[*titled]) : std::string_view();
}

/// Each heading without a match and what it stands for: the tags before that for which the block
/// below the heading stands.
Causes pairs_of(const Post& source, const Post& translation, const Sides& sides) {
  Causes causes;
  for (std::size_t i = 0; i + 1 < translation.blocks.size(); ++i) {
    const bool is_lone_heading =
        translation.blocks[i].kind == BlockKind::heading && !sides.partners[i];
    if (!is_lone_heading || !sides.partners[i + 1]) continue;
    const Run tags = tags_before(source, sides, *sides.partners[i + 1]);
    if (!titled_in(source, tags)) continue;
    causes.push_back({CauseKind::titled_component, tags, {i, 1}, translation.blocks[i].span});
  }
  return causes;
}

/// Adds the closing tags without a match that go with `causes`, up to the next heading: `</Step>`,
/// `</Steps>`.
void add_closing_tags(const Post& source, const Sides& sides, Causes& causes) {
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
    if (closes && sides.is_lone[i] && !is_taken[i] && names.contains(component_of(source, block))) {
      causes.push_back({CauseKind::titled_component, {i, 1}, {place, 0}, span});
    }
  }
}

}  // namespace

Causes titled_components(const Post& source, const Post& translation, const Alignment& alignment) {
  const Sides sides = sides_of(source, translation, alignment);
  Causes causes = pairs_of(source, translation, sides);
  std::map<std::string_view, std::size_t> counts;
  for (const Cause& cause : causes) ++counts[name_of(source, cause)];
  std::erase_if(causes,
                [&](const Cause& cause) { return counts[name_of(source, cause)] < kFewest; });
  if (!causes.empty()) add_closing_tags(source, sides, causes);
  return causes;
}

}  // namespace recto
