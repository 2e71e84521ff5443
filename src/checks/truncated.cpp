// truncated: the translation stops before the source does.

#include <algorithm>

#include "base/utf8.h"
#include "checks/as_html.h"
#include "checks/blocks.h"
#include "checks/headings.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

std::size_t headings_in(const Post& post, const Run& run) {
  const auto first = post.blocks.begin() + static_cast<std::ptrdiff_t>(run.first);
  return static_cast<std::size_t>(
      std::count_if(first, first + static_cast<std::ptrdiff_t>(run.count),
                    [](const Block& block) { return block.kind == BlockKind::heading; }));
}

/// The first of `blocks` that says something; else the very first.
const Block& first_text(const Post& post, const Run& blocks) {
  for (std::size_t i = blocks.first; i < blocks.end(); ++i) {
    if (!plain_text(post, post.blocks[i]).empty()) return post.blocks[i];
  }
  return post.blocks[blocks.first];
}

/// How many of the source's blocks at `run` have no match, and the first of them.
struct Lost {
  std::size_t count = 0;
  std::size_t first = 0;
};

Lost lost_in(const Alignment& alignment, const Run& run) {
  Lost lost;
  for (const Match& match : alignment) {
    const bool is_here = run.holds(match.source.first);
    if (match.source.count == 0 || match.translation.count > 0 || !is_here) continue;
    if (lost.count++ == 0) lost.first = match.source.first;
  }
  return lost;
}

Finding about_summary(const Subject& subject, const Cause& cause) {
  const Lost lost = lost_in(subject.alignment, cause.source);
  const Block& first = subject.source.blocks[lost.first];
  Finding finding{.span = cause.span, .source = first.span, .variant = "summarised"};
  finding.fields = {{"expected", short_quote(plain_text(subject.source, first))},
                    {"count", std::to_string(lost.count)},
                    {"all", std::to_string(cause.source.count)},
                    {"headings", "0"}};
  return finding;
}

/// The last words of `text`.
std::string ending_of(std::string_view text) {
  constexpr std::size_t kShown = 60;  // code points
  if (count_code_points(text) <= kShown) return short_quote(text);
  std::size_t at = text.size();
  for (std::size_t i = 0; i < kShown; ++i) previous_code_point(text, at);
  const std::size_t blank = text.find(' ', at);
  return "..." + short_quote(text.substr(blank == text.npos ? at : blank + 1));
}

std::size_t bytes_of(const Post& post, const Run& run) {
  std::size_t sum = 0;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    sum += post.blocks[i].span.size();
  }
  return sum;
}

Finding about_broken_end(const Subject& subject, const Cause& cause) {
  const Block& source = subject.source.blocks[cause.source.first];
  Finding finding{.span = cause.span, .source = source.span, .variant = "broken"};
  const Block& block = subject.translation.blocks[cause.translation.first];
  finding.fields = {{"expected", ending_of(plain_text(subject.source, source))},
                    {"found", ending_of(plain_text(subject.translation, block))},
                    {"count", "1"},
                    {"all", "1"},
                    {"headings", "0"}};
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const Cause& cause : subject.causes) {
    if (cause.kind == CauseKind::summarised) findings.push_back(about_summary(subject, cause));
    if (cause.kind == CauseKind::broken_off) findings.push_back(about_broken_end(subject, cause));
    if (cause.kind != CauseKind::truncated) continue;
    const Block& first = first_text(subject.source, cause.source);
    const std::size_t headings = headings_in(subject.source, cause.source);
    Finding finding{.span = cause.span, .source = first.span};
    finding.fields = {{"expected", short_quote(plain_text(subject.source, first))},
                      {"count", std::to_string(cause.source.count)},
                      {"all", std::to_string(cause.source.count)},
                      {"headings", std::to_string(headings)}};
    if (headings > 1)
      finding.variant = "sections";
    else if (headings == 1)
      finding.variant = "section";
    if (may_end_as_html(subject, bytes_of(subject.source, cause.source))) {
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind truncated() {
  return pair_kind("truncated", "The translation goes on to the end of the source.",
                   {"expected", "found", "count", "headings", "all"}, run);
}

}  // namespace recto::checks
