#include "checks/as_html.h"

#include <algorithm>
#include <array>
#include <vector>

#include "post/ascii.h"

namespace recto::checks {
namespace {

using Tags = std::set<std::string, std::less<>>;

constexpr std::array<std::string_view, 15> kForMarkdown = {
    "blockquote", "code", "h1", "h2", "h3", "h4",    "h5", "h6",
    "hr",         "li",   "ol", "p",  "ul", "table", "pre"};

/// The names of the tags in `html`, opening and closing ones, in small letters.
std::vector<std::string> tags_in(std::string_view html) {
  std::vector<std::string> tags;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    ++at;
    if (at < html.size() && html[at] == '/') ++at;
    std::string name;
    for (; at < html.size() && (is_ascii_letter(html[at]) || is_ascii_digit(html[at])); ++at) {
      name += ascii_lower(html[at]);
    }
    if (!name.empty()) tags.push_back(std::move(name));
  }
  return tags;
}

void take_out_tags_of(const Post& post, Tags& tags) {
  const auto take_out = [&](Span html) {
    for (const std::string& tag : tags_in(slice(post, html))) tags.erase(tag);
  };
  for (const Block& block : post.blocks) {
    if (tags.empty()) return;
    if (block.kind == BlockKind::html) take_out(block.span);
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::html) take_out(piece.span);
    }
  }
}

Tags found_tags(const Subject& subject) {
  Tags tags;
  for (const LoneBlock& lone : extra_blocks(subject)) {
    const Block& block = subject.translation.blocks[lone.block];
    if (block.kind != BlockKind::html) continue;
    for (std::string& tag : tags_in(slice(subject.translation, block.span))) {
      const bool is_mark =
          std::find(kForMarkdown.begin(), kForMarkdown.end(), tag) != kForMarkdown.end();
      if (is_mark) tags.insert(std::move(tag));
    }
  }
  take_out_tags_of(subject.source, tags);
  return tags;
}

}  // namespace

const Tags& tags_for_markdown(const Subject& subject) {
  auto& tags = subject.shared.tags_for_markdown;
  return tags ? *tags : tags.emplace(found_tags(subject));
}

bool is_html_for_markdown(const Subject& subject, const Block& block) {
  if (block.kind != BlockKind::html) return false;
  const std::vector<std::string> tags = tags_in(slice(subject.translation, block.span));
  return !tags.empty() && tags_for_markdown(subject).contains(tags.front());
}

}  // namespace recto::checks
