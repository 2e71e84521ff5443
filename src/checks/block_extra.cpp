// block_extra: a paragraph, quote, divider or other whole block that only the translation has.

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "checks/as_html.h"
#include "checks/repeats.h"
#include "checks/said_twice.h"
#include "checks/translator_note.h"
#include "checks/whole_blocks.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// What Markdown became HTML is one finding, at the first of it.
void report_html(const Subject& subject, const LostBlocks& lost, std::optional<Finding>& html) {
  if (html) {
    html->count += lost.blocks.count;
    return;
  }
  const Block& first = subject.translation.blocks[lost.blocks.first];
  html = Finding{.span = first.span,
                 .source = place_before(subject.source, lost.place),
                 .certainty = lost.certainty,
                 .variant = "html",
                 .count = lost.blocks.count};
  html->fields = {{"kind", kind_of(subject.translation, first)},
                  {"found", short_quote(slice(subject.translation, first.span))}};
}

/// Whether `run` stands at the top of `post`, where translators say something of their work.
bool is_at_top(const Post& post, const Run& run) {
  constexpr std::size_t kMostBefore = 3;  // a title, a picture, the list of languages
  const auto top = post.blocks.begin();
  const auto note = top + static_cast<std::ptrdiff_t>(run.first);
  return run.first <= kMostBefore && std::none_of(top, note, [](const Block& block) {
           return block.kind == BlockKind::heading && block.level > 1;
         });
}

/// Whether `run` is a quote there, with the mark of an admonition or without.
bool is_note_at_top(const Post& post, const Run& run) {
  const auto first = post.blocks.begin() + static_cast<std::ptrdiff_t>(run.first);
  const auto end = post.blocks.begin() + static_cast<std::ptrdiff_t>(run.end());
  return is_at_top(post, run) && std::all_of(first, end, [&](const Block& block) {
           return block.kind == BlockKind::directive || quote_around(post, block).has_value();
         });
}

Finding about_boxes(const Subject& subject, const LostBoxes& lost) {
  const Block& first = subject.translation.blocks[lost.blocks.first];
  Finding finding{.span = first.span, .source = place_before(subject.source, lost.place)};
  finding.fields = {{"kind", lost.kind},
                    {"found", short_quote(slice(subject.translation, first.span))},
                    {"count", std::to_string(lost.count)}};
  finding.variant = lost.count > 1 ? "boxes" : "box";
  if (is_at_top(subject.translation, lost.blocks)) finding.certainty = Certainty::unsure;
  return finding;
}

Finding about_stretch(const Subject& subject, const Cause& cause) {
  const Block& first = subject.translation.blocks[cause.translation.first];
  Finding finding{.span = first.span,
                  .source = place_before(subject.source, cause.source.first),
                  .variant = "several"};
  finding.fields = {{"kind", kind_of_first(subject.translation, cause.translation)},
                    {"found", short_quote(slice(subject.translation, first.span))},
                    {"count", std::to_string(cause.translation.count)}};
  if (is_at_top(subject.translation, cause.translation) ||
      begins_translator_note(slice(subject.translation, first.content))) {
    finding.certainty = Certainty::unsure;
  }
  return finding;
}

bool sets_direction(std::string_view tag) {
  constexpr std::array<std::string_view, 4> kNames = {"<div ", "<p ", "<section ", "<span "};
  return tag.find(" dir=") != std::string_view::npos &&
         std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return tag.starts_with(name); });
}

/// Whether the HTML block is nothing but what sets the direction of the text in it, or ends that.
bool sets_direction(const Post& post, const Block& block) {
  if (block.kind != BlockKind::html) return false;
  std::string_view text = slice(post, block.span);
  while (!text.empty()) {
    const std::size_t end = text.find('>');
    if (text[0] != '<' || end == std::string_view::npos) return false;
    const std::string_view tag = text.substr(0, end);
    if (!tag.starts_with("</") && !sets_direction(tag)) return false;
    text.remove_prefix(end + 1);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  }
  return true;
}

/// Whether text from right to left needs these blocks, and the source did not.
bool are_for_direction(const Subject& subject, const Run& run) {
  if (!is_right_to_left(subject.translation.locale)) return false;
  const auto first = subject.translation.blocks.begin() + static_cast<std::ptrdiff_t>(run.first);
  return std::all_of(
      first, first + static_cast<std::ptrdiff_t>(run.count),
      [&](const Block& block) { return sets_direction(subject.translation, block); });
}

/// The marks of footnotes in the texts of `post`: `[^1]`.
std::set<std::string_view> footnote_marks(const Post& post) {
  std::set<std::string_view> marks;
  for (const Block& block : post.blocks) {
    for (const Inline& piece : block.inlines) {
      const std::string_view text = slice(post, piece.span);
      if (piece.kind == InlineKind::placeholder && text.starts_with("[^")) marks.insert(text);
    }
  }
  return marks;
}

/// The marks that the translation alone has; they are told themselves.
std::set<std::string_view> own_footnotes(const Subject& subject) {
  std::set<std::string_view> own = footnote_marks(subject.translation);
  if (own.empty()) return own;
  for (const std::string_view mark : footnote_marks(subject.source)) own.erase(mark);
  return own;
}

/// Whether the run is the text of one of the footnotes `own`.
bool is_of_footnote(const Post& post, const Run& run, const std::set<std::string_view>& own) {
  std::string_view mark = slice(post, post.blocks[run.first].marker);
  if (run.count != 1 || !mark.starts_with("[^") || !mark.ends_with(':')) return false;
  mark.remove_suffix(1);
  return own.contains(mark);
}

/// Whether `neighbour`, a match of one paragraph each, and the paragraph at `index` beside it have
/// as many sentences as its source: the two were one.
bool was_split(const Subject& subject, const Match& neighbour, std::size_t index) {
  if (neighbour.translation.count != 1 || neighbour.source.count != 1) return false;
  const Block& ours = subject.source.blocks[neighbour.source.first];
  const Block& theirs = subject.translation.blocks[neighbour.translation.first];
  if (ours.kind != BlockKind::paragraph || theirs.kind != BlockKind::paragraph) return false;
  const std::size_t own = sentences_in(subject.translation, subject.translation.blocks[index]);
  return own > 0 &&
         sentences_in(subject.source, ours) == own + sentences_in(subject.translation, theirs);
}

/// Whether the paragraph at `index` was split off the one before or behind it.
bool is_split_off(const Subject& subject, std::size_t index) {
  if (subject.translation.blocks[index].kind != BlockKind::paragraph) return false;
  const auto place = [](const Match& match) { return match.translation.first; };
  const Alignment& matches = subject.alignment;
  const auto at = std::partition_point(matches.begin(), matches.end(),
                                       [&](const Match& match) { return place(match) < index; });
  const auto begin = at - std::min<std::ptrdiff_t>(at - matches.begin(), 2);
  const auto end = at + std::min<std::ptrdiff_t>(matches.end() - at, 3);
  return std::any_of(begin, end, [&](const Match& match) {
    const bool is_beside =
        match.translation.first + 1 == index || match.translation.first == index + 1;
    return is_beside && was_split(subject, match, index);
  });
}

Finding about_blocks(const Subject& subject, const LostBlocks& lost) {
  const Block& first = subject.translation.blocks[lost.blocks.first];
  Finding finding{.span = first.span,
                  .source = place_before(subject.source, lost.place),
                  .certainty = lost.certainty};
  finding.fields = {{"kind", kind_of(subject.translation, first)},
                    {"found", short_quote(slice(subject.translation, first.span))},
                    {"count", std::to_string(lost.blocks.count)}};
  if (lost.blocks.count > 1) finding.variant = "several";
  const bool is_note =
      lost.blocks.count == 1 && begins_translator_note(slice(subject.translation, first.content));
  const bool is_split = lost.blocks.count == 1 && is_split_off(subject, lost.blocks.first);
  if (is_note || is_split || is_note_at_top(subject.translation, lost.blocks)) {
    finding.certainty = Certainty::unsure;
  }
  return finding;
}

Findings run(const Subject& subject) {
  const Repeats repeats(subject.translation);
  std::optional<Finding> html;
  std::optional<std::set<std::string_view>> footnotes;  // of the translation alone
  Findings findings;
  for (const LostBoxes& lost : extra_boxes(subject)) {
    findings.push_back(about_boxes(subject, lost));
  }
  for (const Cause& cause : subject.causes) {
    if (cause.kind == CauseKind::extra_stretch) findings.push_back(about_stretch(subject, cause));
  }
  for (const LostBlocks& lost : extra_whole_blocks(subject)) {
    if (is_html_for_markdown(subject, subject.translation.blocks[lost.blocks.first])) {
      report_html(subject, lost, html);
      continue;
    }
    if (are_for_direction(subject, lost.blocks)) continue;
    if (!footnotes) footnotes = own_footnotes(subject);
    if (is_of_footnote(subject.translation, lost.blocks, *footnotes)) continue;
    // A paragraph that stands there twice, and once in the source, is reported as that.
    const auto other =
        lost.blocks.count == 1 ? repeats.other_than(lost.blocks.first) : std::nullopt;
    if (other && !is_extra(subject, *other)) continue;
    findings.push_back(about_blocks(subject, lost));
  }
  if (!html) return findings;
  html->fields["count"] = std::to_string(html->count);
  if (html->count > 1) html->variant = "much_html";
  findings.push_back(std::move(*html));
  return findings;
}

}  // namespace

CheckKind block_extra() {
  return pair_kind(
      "block_extra",
      "Every paragraph, quote, divider, admonition and HTML block has its match in the source.",
      {"kind", "found", "count"}, run);
}

}  // namespace recto::checks
