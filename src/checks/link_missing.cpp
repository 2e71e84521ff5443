// link_missing: a link of the source that the translation does not have.

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "checks/check.h"
#include "checks/links.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// Lost links of a post whose text is looked for, so that time stays linear.
constexpr std::size_t kMostLooks = 500;
constexpr std::size_t kTellingText = 3;  // bytes; shorter texts stand anywhere

/// For each link of the source the end of the counterpart of the nearest one before it in the same
/// block; 0 without one.
std::vector<std::uint32_t> ends_before(const ComparedLinks& links) {
  std::vector<std::uint32_t> own(links.source.size());
  for (const Counterpart& same : links.counterparts.same) {
    own[same.source] = links.translation[same.translation].span.end;
  }
  std::vector<std::uint32_t> ends(links.source.size());
  for (std::size_t i = 1; i < links.source.size(); ++i) {
    if (links.source[i].block != links.source[i - 1].block) continue;
    ends[i] = own[i - 1] > 0 ? own[i - 1] : ends[i - 1];
  }
  return ends;
}

/// The longest word of a link's text that is no ordinary one and stands in `text`: a name.
std::optional<Span> name_in(std::string_view text, std::string_view link_text) {
  constexpr std::size_t kMostLookedAt = 500;  // bytes of the link's text
  std::optional<Span> best;
  for (std::size_t at = 0; at < std::min(link_text.size(), kMostLookedAt);) {
    const std::size_t end = std::min(link_text.find_first_of(" \t\r\n", at), link_text.size());
    const std::string_view word = link_text.substr(at, end - at);
    at = end + 1;
    const bool is_name = word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.") != word.npos;
    if (!is_name || word.size() <= std::max<std::size_t>(kTellingText, best ? best->size() : 0)) {
      continue;
    }
    const std::size_t place = text.find(word);
    if (place != text.npos) best = span_at(place, word.size());
  }
  return best;
}

/// Where the text of the lost link stands, or a name in it, else behind the link before it, which
/// ends at `before`, else where the block begins.
Span place_of(const Subject& subject, const LinkUse& lost, const Run& run, std::uint32_t before,
              bool looks_for_text) {
  const Span whole = span_of(subject.translation, run);
  const std::string_view text = slice(subject.source, lost.text);
  if (looks_for_text && text.size() >= kTellingText) {
    const std::size_t at = slice(subject.translation, whole).find(text);
    if (at != std::string_view::npos) return span_at(whole.begin + at, text.size());
    const auto name = name_in(slice(subject.translation, whole), text);
    if (name) return span_at(whole.begin + name->begin, name->size());
  }
  const bool is_inside = whole.begin < before && before <= whole.end;
  const std::uint32_t place =
      is_inside ? before : subject.translation.blocks[run.first].content.begin;
  return {place, place};
}

/// The labels of `[text][label]` that Markdown takes for text in `block`, which nothing defines;
/// and of `[label]` alone where it is `own`, the label in the source.
void add_undefined(const Post& post, const Block& block, std::string_view own,
                   std::vector<Span>& found) {
  for (const Inline& piece : block.inlines) {
    if (piece.kind != InlineKind::text) continue;
    const std::string_view text = slice(post, piece.span);
    for (std::size_t open = text.find('['); open != text.npos; open = text.find('[', open + 1)) {
      const std::size_t close = text.find(']', open);
      if (close == text.npos) break;
      const bool is_behind_text = open > 0 && text[open - 1] == ']';
      const bool is_own = !own.empty() && text.substr(open + 1, close - open - 1) == own &&
                          (open == 0 || !is_ascii_letter(text[open - 1]));
      if (is_behind_text || is_own) {
        found.push_back(span_at(piece.span.begin + open, close + 1 - open));
      }
    }
  }
}

/// The reference that stands in `run` for the link `lost`, the one at `index` of those that are
/// lost there, and is none; only of a link that is a reference in the source.
std::optional<Span> undefined_in(const Subject& subject, const LinkUse& lost, const Run& run,
                                 std::size_t index) {
  if (lost.is_bare || lost.span.holds(lost.target)) return std::nullopt;
  const std::string_view text = slice(subject.source, lost.text);
  const bool is_shortcut = lost.span.size() == text.size() + 2;
  std::vector<Span> found;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    add_undefined(subject.translation, subject.translation.blocks[i],
                  is_shortcut ? text : std::string_view(), found);
  }
  return index < found.size() ? std::optional(found[index]) : std::nullopt;
}

/// How many of `links`, which are in document order, stand in the blocks of `run`.
std::size_t count_in(const std::vector<LinkUse>& links, const Run& run) {
  const auto stands_before = [](const LinkUse& link, std::size_t block) {
    return link.block < block;
  };
  return static_cast<std::size_t>(
      std::lower_bound(links.begin(), links.end(), run.end(), stands_before) -
      std::lower_bound(links.begin(), links.end(), run.first, stands_before));
}

/// Whether another of `links` in the blocks of `run` leads where `lost` does: a reader who gets the
/// page once may need no second link in a text.
bool is_told_again(const std::vector<LinkUse>& links, const Run& run, const LinkUse& lost) {
  return std::any_of(links.begin(), links.end(), [&](const LinkUse& link) {
    return run.first <= link.block && link.block < run.end() &&
           link.leads_to.key == lost.leads_to.key;
  });
}

/// Adds the links that nobody can see, whose text is lost.
void add_empty(const Subject& subject, const ComparedLinks& links, Findings& findings) {
  for (const Counterpart& same : links.counterparts.same) {
    const LinkUse& ours = links.source[same.source];
    const LinkUse& theirs = links.translation[same.translation];
    const bool is_markdown = slice(subject.translation, theirs.span).starts_with("[](");
    if (!is_markdown || ours.is_bare || ours.text.is_empty()) continue;
    Finding finding{.span = theirs.span, .source = ours.text, .variant = "empty"};
    finding.fields = {{"url", url_of(subject.translation, theirs)},
                      {"expected", short_quote(slice(subject.source, ours.text))}};
    findings.push_back(std::move(finding));
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedLinks& links = compared_links(subject);
  const std::vector<std::uint32_t> ends = ends_before(links);
  std::map<std::size_t, std::size_t> lost_in;  // links, by match
  add_empty(subject, links, findings);
  const bool looks_for_text = links.counterparts.differences.size() <= kMostLooks;
  for (const Difference& difference : links.counterparts.differences) {
    if (!difference.source || difference.translation) continue;
    const LinkUse& lost = links.source[*difference.source];
    const Match& match = subject.alignment[difference.match];
    const std::size_t expected = count_in(links.source, match.source);
    const std::size_t found = count_in(links.translation, match.translation);
    Finding finding{.span = place_of(subject, lost, match.translation, ends[*difference.source],
                                     looks_for_text),
                    .source = lost.target};
    finding.fields = {{"url", url_of(subject.source, lost)},
                      {"expected", url_of(subject.source, lost)},
                      {"count", std::to_string(found)},
                      {"expected_count", std::to_string(expected)}};
    if (found == 0 || found >= expected) finding.variant = "single";
    if (is_told_again(links.translation, match.translation, lost)) {
      finding.certainty = Certainty::unsure;
    }
    std::size_t& lost_here = lost_in[difference.match];
    if (const auto reference = undefined_in(subject, lost, match.translation, lost_here++)) {
      finding.span = *reference;
      finding.variant = "undefined";
      finding.fields["found"] = std::string(slice(subject.translation, *reference));
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind link_missing() {
  return pair_kind("link_missing", "Each link of the source stands in the translation.",
                   {"url", "expected", "count", "expected_count", "found"}, run);
}

}  // namespace recto::checks
