#include "checks/as_html.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"

namespace recto::checks {
namespace {

constexpr std::array<std::string_view, 15> kForMarkdown = {
    "blockquote", "code", "h1", "h2", "h3", "h4",    "h5", "h6",
    "hr",         "li",   "ol", "p",  "ul", "table", "pre"};

/// The names of the tags in `html` that have no attributes, in small letters: who gives an
/// attribute means HTML. A closing tag counts where it opens the text, as what is left of a list.
std::vector<std::string> tags_in(std::string_view html) {
  std::vector<std::string> tags;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    const bool is_first = at == 0;
    ++at;
    const bool is_closing = at < html.size() && html[at] == '/';
    if (is_closing) ++at;
    std::string name;
    for (; at < html.size() && (is_ascii_letter(html[at]) || is_ascii_digit(html[at])); ++at) {
      name += ascii_lower(html[at]);
    }
    const bool is_whole = at < html.size() && html[at] == '>';
    if (!name.empty() && is_whole && (is_first || !is_closing)) tags.push_back(std::move(name));
  }
  return tags;
}

void take_out_tags_of(const Post& post, HtmlTags& tags) {
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

bool is_mark(const std::string& tag) {
  return std::find(kForMarkdown.begin(), kForMarkdown.end(), tag) != kForMarkdown.end();
}

/// The runs of blocks that the source lacks and that hold HTML, with the tags for Markdown in it.
std::vector<HtmlRun> runs_of(const Subject& subject) {
  std::vector<HtmlRun> runs;
  for (const LoneBlock& lone : extra_blocks(subject)) {
    if (runs.empty() || runs.back().end != lone.block) {
      runs.push_back({.begin = lone.block, .end = lone.block});
    }
    HtmlRun& run = runs.back();
    run.end = lone.block + 1;
    const Block& block = subject.translation.blocks[lone.block];
    if (block.kind != BlockKind::html) continue;
    run.bytes += block.span.size();
    for (std::string& tag : tags_in(slice(subject.translation, block.span))) {
      if (is_mark(tag)) run.tags.insert(std::move(tag));
    }
  }
  std::erase_if(runs, [](const HtmlRun& run) { return run.tags.empty(); });
  return runs;
}

HtmlForMarkdown found_html(const Subject& subject) {
  HtmlForMarkdown html{.runs = runs_of(subject)};
  for (const HtmlRun& run : html.runs) html.tags.insert(run.tags.begin(), run.tags.end());
  take_out_tags_of(subject.source, html.tags);
  return html;
}

}  // namespace

const HtmlForMarkdown& html_for_markdown(const Subject& subject) {
  auto& html = subject.shared.html;
  return html ? *html : html.emplace(found_html(subject));
}

bool is_html_for_markdown(const Subject& subject, const Block& block) {
  if (block.kind != BlockKind::html || html_for_markdown(subject).tags.empty()) return false;
  const std::vector<std::string> tags = tags_in(slice(subject.translation, block.span));
  return !tags.empty() && html_for_markdown(subject).tags.contains(tags.front());
}

bool may_stand_as_html(const Subject& subject, std::size_t place, std::string_view tag) {
  const auto& [tags, runs] = html_for_markdown(subject);
  if (!tags.contains(tag)) return false;
  const auto run = std::partition_point(runs.begin(), runs.end(),
                                        [&](const HtmlRun& at) { return at.end < place; });
  return run != runs.end() && run->begin <= place && run->tags.contains(tag);
}

bool may_end_as_html(const Subject& subject, std::size_t bytes) {
  constexpr std::size_t kLeastShare = 3;  // a third: other scripts take fewer bytes or more
  const auto& [tags, runs] = html_for_markdown(subject);
  return !tags.empty() && runs.back().end == subject.translation.blocks.size() &&
         runs.back().bytes * kLeastShare >= bytes;
}

}  // namespace recto::checks
