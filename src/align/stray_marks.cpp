// Causes that are a mark in the wrong place: a fence around the post, a fence at the end, a front
// matter in the body.

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "align/cause_finders.h"
#include "post/block_start.h"
#include "post/front_matter_lines.h"

namespace recto {
namespace {

constexpr std::string_view kDashes = "---";
constexpr std::size_t kMostKeyLines = 200;  // of a front matter

bool begins_with_dashes(const Post& post, const Block& code) {
  return !code.lines.empty() && slice(post, code.lines.front()) == kDashes;
}

bool names_markdown(std::string_view info) {
  constexpr std::array<std::string_view, 5> kNames = {"markdown", "md", "mdx", "yaml", "yml"};
  return std::find(kNames.begin(), kNames.end(), info) != kNames.end();
}

Run all_blocks(const Post& post) {
  return {0, post.blocks.size()};
}

using Keys = std::set<std::string_view>;

Keys keys_of(const Post& post) {
  Keys keys;
  for (const yaml::Entry& entry : post.front_matter.root.entries) keys.insert(entry.key);
  return keys;
}

/// A front matter with one of `keys` between two lines of dashes, the first of which is at `fence`.
std::optional<Span> front_matter_at(const Keys& keys, std::string_view text, std::size_t fence) {
  std::size_t at = line_at(text, fence).next;
  bool has_known_key = false;
  for (std::size_t count = 0; count < kMostKeyLines && at < text.size(); ++count) {
    const Line line = line_at(text, at);
    if (is_fence(text, line, kDashes)) {
      if (!has_known_key || yaml_lines_end(text, line_at(text, fence).next) < at) break;
      return Span{static_cast<std::uint32_t>(fence), static_cast<std::uint32_t>(line.end)};
    }
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    const std::size_t colon = content.find(':');
    has_known_key =
        has_known_key || (colon != content.npos && keys.contains(content.substr(0, colon)));
    at = line.next;
  }
  return std::nullopt;
}

/// The blocks of `post` that touch `span`.
Run blocks_in(const Post& post, Span span) {
  Run run;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    const Block& block = post.blocks[i];
    if (block.span.end <= span.begin || block.span.begin >= span.end) continue;
    if (run.count == 0) run.first = i;
    run.count = i - run.first + 1;
  }
  return run;
}

bool has_code(const Post& post, std::string_view code) {
  return std::any_of(post.blocks.begin(), post.blocks.end(), [&](const Block& block) {
    return block.kind == BlockKind::code && slice(post, block.span) == code;
  });
}

}  // namespace

std::optional<Cause> fenced_post(const Post& source, const Post& translation) {
  const bool has_front_matter = !translation.front_matter.span.is_empty();
  const std::size_t most = has_front_matter ? 1 : 2;  // a preamble may stand before the fence
  for (std::size_t i = 0; i < std::min(most, translation.blocks.size()); ++i) {
    const Block& code = translation.blocks[i];
    if (!is_fenced(code) || code.container || has_code(source, slice(translation, code.span))) {
      continue;
    }
    const bool holds_front_matter = !has_front_matter && !source.front_matter.span.is_empty() &&
                                    begins_with_dashes(translation, code);
    const bool is_last = i + 1 == translation.blocks.size();
    const bool is_closed_at_end = last_fence(translation.text) || is_last;
    const bool source_has_code =
        i < source.blocks.size() && source.blocks[i].kind == BlockKind::code;
    const bool holds_body =
        !source_has_code && is_closed_at_end && names_markdown(slice(translation, code.info));
    if (!holds_front_matter && !holds_body) continue;
    return Cause{CauseKind::fenced_post, all_blocks(source), all_blocks(translation), code.marker};
  }
  return std::nullopt;
}

std::optional<Cause> stray_fence(const Post& source, const Post& translation) {
  if (source.blocks.empty() || translation.blocks.size() < 2) return std::nullopt;
  const Block& last = translation.blocks.back();
  const bool is_empty = last.lines.empty() && last.info.is_empty() && last.closing.is_empty();
  if (!is_fenced(last) || !is_empty || source.blocks.back().kind == BlockKind::code) {
    return std::nullopt;
  }
  return Cause{CauseKind::stray_fence,
               {source.blocks.size(), 0},
               {translation.blocks.size() - 1, 1},
               last.marker};
}

Causes pasted_front_matters(const Post& source, const Post& translation) {
  Causes causes;
  if (source.front_matter.span.is_empty()) return causes;
  const Keys keys = keys_of(source);
  std::uint32_t end = 0;
  for (const Block& block : translation.blocks) {
    // Dashes right under a line of text make that line a heading.
    const bool is_setext =
        block.kind == BlockKind::heading && slice(translation, block.marker).starts_with('-');
    if (block.container || (block.kind != BlockKind::divider && !is_setext)) continue;
    const std::uint32_t fence = is_setext ? block.marker.begin : block.span.begin;
    if (fence < end || !is_fence(translation.text, line_at(translation.text, fence), kDashes)) {
      continue;
    }
    const auto span = front_matter_at(keys, translation.text, fence);
    if (!span) continue;
    end = span->end;
    const bool is_only_one = translation.front_matter.span.is_empty() && causes.empty();
    const Run run =
        blocks_in(translation, {is_only_one ? translation.body.begin : span->begin, span->end});
    causes.push_back({CauseKind::pasted_front_matter, {}, run, *span});
    if (causes.size() == kMostCauses) break;
  }
  return causes;
}

}  // namespace recto
