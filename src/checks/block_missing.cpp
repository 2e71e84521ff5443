// block_missing: a paragraph, quote, divider or other whole block that the translation lacks.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "checks/as_html.h"
#include "checks/links.h"
#include "checks/lost_quotes.h"
#include "checks/placeholders.h"
#include "checks/whole_blocks.h"
#include "post/boxes.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

bool is_heading_at(const Post& post, std::size_t index) {
  return index < post.blocks.size() && post.blocks[index].kind == BlockKind::heading;
}

Finding about_boxes(const Subject& subject, const LostBoxes& lost) {
  const Block& first = subject.source.blocks[lost.blocks.first];
  const Block& last = subject.source.blocks[lost.behind_first - 1];
  Finding finding{.span = place_before(subject.translation, lost.place), .source = first.span};
  // Marks say little without what stands in the box.
  const Span box{first.span.begin, last.span.end};
  finding.fields = {{"kind", lost.kind},
                    {"expected", short_quote(slice(subject.source, box))},
                    {"count", std::to_string(lost.count)}};
  finding.variant = lost.count > 1 ? "boxes" : "box";
  return finding;
}

/// Whether the block labels a tab whose neighbours are `lost`; what is in this one stands there
/// without tabs, and needs no label.
bool labels_only_tab(const Post& source, const Boxes& boxes, const std::vector<LostBoxes>& lost,
                     const Run& run) {
  if (run.count != 1 || !is_tab(source, source.blocks[run.first])) return false;
  const std::size_t behind = boxes.behind(run.first);
  return std::any_of(lost.begin(), lost.end(), [&](const LostBoxes& neighbours) {
    return neighbours.blocks.first == behind;
  });
}

using Fragments = std::set<std::string>;

/// The anchors of the source to which it links itself.
Fragments linked_anchors(const Subject& subject) {
  Fragments fragments;
  for (const LinkUse& link : compared_links(subject).source) {
    if (link.leads_to.page.empty()) fragments.insert(link.leads_to.fragment);
  }
  return fragments;
}

/// The name of a block that is an anchor alone; empty for any other.
std::string anchor_of(const Post& post, const Block& block) {
  const std::string_view text = slice(post, block.span);
  constexpr std::string_view kEnd = "></a>";
  if (!text.starts_with("<a ") || text.find(kEnd) + kEnd.size() != text.size()) return {};
  for (const std::string_view attribute : {"name=\"", "id=\""}) {
    const std::size_t begin = text.find(attribute);
    if (begin == text.npos) continue;
    const std::string_view name = text.substr(begin + attribute.size());
    return std::string(name.substr(0, name.find('"')));
  }
  return {};
}

Finding about_stretch(const Subject& subject, const Cause& cause) {
  const Block& first = subject.source.blocks[cause.source.first];
  Finding finding{.span = cause.span, .source = first.span, .variant = "several"};
  finding.fields = {{"kind", kind_of_first(subject.source, cause.source)},
                    {"expected", short_quote(slice(subject.source, first.span))},
                    {"count", std::to_string(cause.source.count)}};
  return finding;
}

Finding about_languages(const Subject& subject, const Cause& cause) {
  const Block& first = subject.source.blocks[cause.source.first];
  Finding finding{.span = cause.span, .source = first.span, .certainty = Certainty::unsure};
  finding.fields = {{"kind", "list of languages"},
                    {"expected", short_quote(slice(subject.source, first.span))},
                    {"count", std::to_string(cause.source.count)}};
  return finding;
}

/// Whether the loss may do no harm: of a divider above a heading, an anchor to which nothing in its
/// post leads, a paragraph that may be HTML here.
bool may_be_harmless(const Subject& subject, const LostBlocks& lost,
                     std::optional<Fragments>& linked) {
  const Block& first = subject.source.blocks[lost.blocks.first];
  if (first.kind == BlockKind::divider) {
    return lost.blocks.count == 1 && is_heading_at(subject.source, lost.blocks.first + 1);
  }
  const std::string anchor = anchor_of(subject.source, first);
  if (anchor.empty() || lost.blocks.count > 1) {
    return first.kind == BlockKind::paragraph && may_stand_as_html(subject, lost.place, "p");
  }
  if (!linked) linked = linked_anchors(subject);
  return !linked->contains(anchor);
}

Finding about_blocks(const Subject& subject, const LostBlocks& lost,
                     std::optional<Fragments>& linked) {
  const Block& first = subject.source.blocks[lost.blocks.first];
  Finding finding{.span = place_before(subject.translation, lost.place),
                  .source = first.span,
                  .certainty = lost.certainty};
  finding.fields = {{"kind", kind_of(subject.source, first)},
                    {"expected", short_quote(slice(subject.source, first.span))},
                    {"count", std::to_string(lost.blocks.count)}};
  if (lost.blocks.count > 1) finding.variant = "several";
  // It parts what stands there all the same.
  const bool is_divider = lost.blocks.count == 1 && first.kind == BlockKind::divider;
  if (is_divider) finding.at_most = Severity::warning;
  if (may_be_harmless(subject, lost, linked)) finding.certainty = Certainty::unsure;
  return finding;
}

/// Boxes whose text is not indented as theirs must be: it stands below an empty box.
void add_emptied_boxes(const Subject& subject, std::optional<Boxes>& ours, Findings& findings) {
  std::optional<Boxes> theirs;
  for (const Match& match : subject.alignment) {
    if (match.source.count != 1 || match.translation.count != 1) continue;
    const std::size_t source = match.source.first;
    const std::size_t translation = match.translation.first;
    const Block& mark = subject.translation.blocks[translation];
    if (!is_indented_box(subject.translation, mark)) continue;
    if (explains_translation(subject.causes, translation)) continue;
    if (!ours) ours.emplace(subject.source);
    if (!theirs) theirs.emplace(subject.translation);
    if (ours->behind(source) == source + 1 || theirs->behind(translation) != translation + 1) {
      continue;
    }
    Finding finding{
        .span = mark.span, .source = subject.source.blocks[source].span, .variant = "emptied"};
    finding.fields = {{"kind", kind_of(subject.source, subject.source.blocks[source])},
                      {"expected", short_quote(slice(subject.source, *finding.source))},
                      {"count", "1"}};
    findings.push_back(std::move(finding));
  }
}

/// Truncate markers in whose place another comment stands, which ends nothing.
void add_changed_markers(const Subject& subject, Findings& findings) {
  for (const BlockPair& pair : block_pairs(subject)) {
    const Block& ours = pair.source.front();
    const Block& theirs = pair.translation.front();
    if (theirs.kind != BlockKind::html || !is_truncate_marker(subject.source, ours) ||
        is_truncate_marker(subject.translation, theirs)) {
      continue;
    }
    const std::string expected(slice(subject.source, ours.span));
    Finding finding{.span = theirs.span, .source = ours.span};
    finding.fields = {{"kind", kind_of(subject.source, ours)},
                      {"expected", short_quote(expected)},
                      {"count", "1"}};
    if (slice(subject.translation, theirs.span).starts_with("<!--"))
      finding.fix = Fix{.safety = Safety::unsafe, .edits = {{theirs.span, expected}}};
    findings.push_back(std::move(finding));
  }
}

/// What puts the marks of a quote before the lines of `run`; none within a list, whose items it
/// would have to keep apart.
std::optional<Fix> quoted(const Post& post, const Run& run) {
  Fix fix{.safety = Safety::unsafe};
  const Span lines = span_of(post, run);
  for (std::size_t i = run.first; i < run.end(); ++i) {
    if (post.blocks[i].container) return std::nullopt;
  }
  for (std::size_t at = lines.begin; at < lines.end;) {
    const std::size_t end = std::min<std::size_t>(post.text.find('\n', at), lines.end);
    const bool is_blank_line =
        slice(post, span_at(at, end - at)).find_first_not_of(" \t\r") == std::string::npos;
    fix.edits.push_back({span_at(at, 0), is_blank_line ? ">" : "> "});
    at = end + 1;
  }
  return fix;
}

void add_lost_quotes(const Subject& subject, Findings& findings) {
  for (const LostQuote& lost : lost_quotes(subject)) {
    const Block& ours = subject.source.blocks[lost.source];
    Finding finding{.span = subject.translation.blocks[lost.translation.first].span,
                    .source = ours.span,
                    .variant = "unquoted"};
    finding.fields = {{"kind", "quote"},
                      {"expected", short_quote(slice(subject.source, ours.span))},
                      {"count", std::to_string(lost.translation.count)}};
    if (lost.is_unsure) finding.certainty = Certainty::unsure;
    finding.fix = quoted(subject.translation, lost.translation);
    findings.push_back(std::move(finding));
  }
}

/// Whether `next` stands right behind `pair` in both posts, one block each: nothing was added there
/// that may say what the title did.
bool is_right_behind(const BlockPair& next, const BlockPair& pair) {
  return next.source.size() == 1 && next.translation.size() == 1 &&
         next.match.source.first == pair.match.source.end() &&
         next.match.translation.first == pair.match.translation.end();
}

/// Whether `title` says no more than the `keyword` of an admonition, or another one's label, does:
/// `Note:`, `Caution`.
bool is_label_of_box(std::string_view title, std::string_view keyword) {
  constexpr std::string_view kLabels =
      " attention caution danger error example hint important info information note notes success "
      "tip tips warning warnings ";
  while (!title.empty() && !is_ascii_letter(title.back())) title.remove_suffix(1);
  const std::string label = ascii_lowered(title);
  return label == ascii_lowered(keyword) || kLabels.find(' ' + label + ' ') != kLabels.npos;
}

bool begins_bold(const Post& post, const Block& block) {
  const std::string_view text = slice(post, block.content);
  return text.starts_with("**") || text.starts_with("__");
}

/// Adds the titles of admonitions that are gone, and do not begin the text in bold.
void add_lost_titles(const Subject& subject, Findings& findings) {
  const std::vector<BlockPair> pairs = block_pairs(subject);
  for (std::size_t i = 0; i + 1 < pairs.size(); ++i) {
    const Block& ours = pairs[i].source.front();
    const Block& theirs = pairs[i].translation.front();
    if (ours.kind != BlockKind::directive || theirs.kind != BlockKind::directive) continue;
    if (ours.content.is_empty() || !theirs.content.is_empty()) continue;
    const std::string_view title = slice(subject.source, ours.content);
    const bool is_moved = begins_bold(subject.translation, pairs[i + 1].translation.front()) &&
                          !begins_bold(subject.source, pairs[i + 1].source.front());
    const std::string_view keyword = slice(subject.source, directive_keyword(subject.source, ours));
    if (keyword.empty() || is_label_of_box(title, keyword) || is_moved ||
        !is_right_behind(pairs[i + 1], pairs[i])) {
      continue;
    }
    Finding finding{.span = theirs.span, .source = ours.span, .variant = "title"};
    finding.fields = {
        {"kind", kind_of(subject.source, ours)}, {"expected", short_quote(title)}, {"count", "1"}};
    findings.push_back(std::move(finding));
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  add_lost_quotes(subject, findings);
  add_lost_titles(subject, findings);
  add_changed_markers(subject, findings);
  std::optional<Boxes> boxes;  // of the source, once they are asked for
  add_emptied_boxes(subject, boxes, findings);
  const std::vector<LostBoxes> lost_boxes = missing_boxes(subject);
  for (const LostBoxes& lost : lost_boxes) findings.push_back(about_boxes(subject, lost));
  for (const Cause& cause : subject.causes) {
    if (cause.kind == CauseKind::language_list && cause.source.count > 0)
      findings.push_back(about_languages(subject, cause));
    if (cause.kind == CauseKind::missing_stretch) findings.push_back(about_stretch(subject, cause));
  }
  if (!lost_boxes.empty() && !boxes) boxes.emplace(subject.source);
  std::optional<Fragments> linked;  // once they are asked for
  for (const LostBlocks& lost : missing_whole_blocks(subject)) {
    if (!lost_boxes.empty() && labels_only_tab(subject.source, *boxes, lost_boxes, lost.blocks))
      continue;
    findings.push_back(about_blocks(subject, lost, linked));
  }
  return findings;
}

}  // namespace

CheckKind block_missing() {
  return pair_kind(
      "block_missing",
      "Every paragraph, quote, divider, admonition and HTML block of the source has its match.",
      {"kind", "expected", "count"}, run);
}

}  // namespace recto::checks
