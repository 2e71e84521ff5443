// leftover: what a translation program left around the post or inside it.

#include <algorithm>
#include <optional>
#include <string>

#include "checks/check.h"
#include "post/block_start.h"
#include "post/front_matter_lines.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// So many blocks before the front matter are a preamble; more are a post whose front matter stands
/// in the wrong place.
constexpr std::size_t kLongestPreamble = 3;

/// The line of `post` that `at` stands on, with its line end.
Span whole_line(const Post& post, std::uint32_t at) {
  std::size_t begin = at;
  while (begin > 0 && post.text[begin - 1] != '\n' && post.text[begin - 1] != '\r') --begin;
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(line_at(post.text, begin).next)};
}

Post without(const Post& post, const std::vector<Span>& spans) {
  std::string text = post.text;
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    text.erase(span->begin, span->size());
  }
  return parse_post(post.path, post.locale, post.dialect, std::move(text), post.limits);
}

Fix removal(const std::vector<Span>& spans, Safety safety) {
  Fix fix{.safety = safety};
  for (const Span span : spans) fix.edits.push_back({span, ""});
  return fix;
}

/// The line of the fence that ends `post`, with its line end.
std::optional<Span> fence_at_end(const Post& post) {
  const auto fence = last_fence(post.text);
  return fence ? std::optional(whole_line(post, fence->begin)) : std::nullopt;
}

/// How far the blocks of `post` are from those of the source in number.
std::size_t distance(const Post& source, const Post& post) {
  return std::max(source.blocks.size(), post.blocks.size()) -
         std::min(source.blocks.size(), post.blocks.size());
}

/// The lines that may be the end of a fence around the post: its last one, and the first that
/// closes the code which Markdown makes of it.
std::vector<Span> closing_lines(const Post& post, const Cause& cause) {
  std::vector<Span> lines;
  if (const auto last = fence_at_end(post)) lines.push_back(*last);
  for (const Block& block : post.blocks) {
    if (block.marker != cause.span || block.closing.is_empty()) continue;
    lines.push_back(whole_line(post, block.closing.begin));
  }
  std::erase_if(lines, [&](Span line) { return line.begin <= cause.span.begin; });
  return lines;
}

/// Takes both lines of the fence away, so that what is left is most like the source; safely where
/// it stands around a whole post with its front matter.
std::optional<Fix> unfenced(const Subject& subject, const Cause& cause) {
  const Post& post = subject.translation;
  const Span opening{post.body.begin, whole_line(post, cause.span.begin).end};
  std::optional<std::size_t> nearest;
  Span closing;
  bool is_balanced = false;  // no code is open in what is left
  for (const Span line : closing_lines(post, cause)) {
    const Post rest = without(post, {opening, line});
    const bool lacks_front_matter = rest.front_matter.span.is_empty();
    if (lacks_front_matter && !subject.source.front_matter.span.is_empty()) continue;
    const std::size_t far = distance(subject.source, rest);
    if (nearest && *nearest <= far) continue;
    nearest = far;
    closing = line;
    is_balanced = std::none_of(rest.blocks.begin(), rest.blocks.end(), is_unclosed);
  }
  if (!nearest) return std::nullopt;
  const bool is_whole =
      is_balanced && post.front_matter.span.is_empty() && cause.span.begin == post.body.begin &&
      is_fence(post.text, line_at(post.text, opening.end), "---") && fence_at_end(post) == closing;
  return removal({opening, closing}, is_whole ? Safety::safe : Safety::unsafe);
}

Finding fence(const Subject& subject, const Cause& cause) {
  const bool hides_front_matter = subject.translation.front_matter.span.is_empty() &&
                                  !subject.source.front_matter.span.is_empty();
  return {.span = cause.span,
          .fix = unfenced(subject, cause),
          .variant = hides_front_matter ? "fence" : "fenced_body"};
}

Finding front_matter(const Subject& subject, const Cause& cause) {
  const Post& post = subject.translation;
  const auto& blocks = post.blocks;
  std::size_t before = 0;
  while (before < blocks.size() && blocks[before].span.begin < cause.span.begin) ++before;
  const bool is_only_one = post.front_matter.span.is_empty();
  if (is_only_one && before <= kLongestPreamble && before > 0) {
    const Span preamble{blocks.front().span.begin, blocks[before - 1].content.end};
    Finding finding{.span = preamble, .variant = "before_front_matter"};
    finding.fields = {{"found", short_quote(slice(post, preamble))}};
    const std::vector<Span> removed = {{post.body.begin, cause.span.begin}};
    if (!without(post, removed).front_matter.span.is_empty()) {
      finding.fix = removal(removed, Safety::unsafe);
    }
    return finding;
  }
  Finding finding{.span = cause.span, .variant = is_only_one ? "low_front_matter" : "front_matter"};
  if (!is_only_one) {
    const Span lines{cause.span.begin, whole_line(post, cause.span.end).end};
    finding.fix = removal({lines}, Safety::unsafe);
  }
  return finding;
}

Finding chatter(const Subject& subject, const Cause& cause) {
  const Post& post = subject.translation;
  const auto& blocks = post.blocks;
  const std::size_t end = cause.translation.end();
  const bool is_first = cause.translation.first == 0 && end < blocks.size();
  Span removed = cause.span;
  if (is_first) removed.end = whole_line(post, blocks[end].span.begin).begin;  // with its mark
  if (!is_first && cause.translation.first > 0) {
    removed.begin = blocks[cause.translation.first - 1].span.end;
  }
  Finding finding{.span = cause.span, .variant = is_first ? "preamble" : "postamble"};
  finding.fields = {{"found", short_quote(slice(post, cause.span))}};
  finding.fix = removal({removed}, Safety::unsafe);
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const Cause& cause : subject.causes) {
    if (cause.kind == CauseKind::fenced_post) findings.push_back(fence(subject, cause));
    if (cause.kind == CauseKind::pasted_front_matter) {
      findings.push_back(front_matter(subject, cause));
    }
    if (cause.kind == CauseKind::chatter) findings.push_back(chatter(subject, cause));
    if (cause.kind == CauseKind::stray_fence) {
      const Span line = whole_line(subject.translation, cause.span.begin);
      findings.push_back(
          {.span = cause.span, .fix = removal({line}, Safety::unsafe), .variant = "closing_fence"});
    }
  }
  return findings;
}

}  // namespace

CheckKind leftover() {
  return pair_kind(
      "leftover",
      "Nothing that a translation program said or wrapped around the post is left in it.",
      {"found"}, run);
}

}  // namespace recto::checks
