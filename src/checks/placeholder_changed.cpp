// placeholder_changed: what stands in prose and is no prose differs: a tag, an expression, a
// shortcode, a variable, a footnote mark, the keyword of an admonition.

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/joined.h"
#include "checks/blocks.h"
#include "checks/changed_keywords.h"
#include "checks/footnotes.h"
#include "checks/placeholders.h"
#include "checks/tag_balance.h"
#include "checks/translated_names.h"
#include "text/excerpt.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

using Labels = std::set<std::string>;

struct Sides {
  std::vector<Placeholder> source;
  std::vector<Placeholder> translation;
  Labels translated_footnotes;
  Labels translated_closings;  // `</name`
  Labels broken_tags;          // of the source
};

/// The tags of `post` whose ends are escaped, so that they are none, without the backslash:
/// `<Tab value="x"\>`.
Labels broken_tags_of(const Post& post) {
  constexpr std::size_t kLongest = 200;  // bytes
  Labels tags;
  const std::string_view text = post.text;
  for (std::size_t at = text.find("\\>"); at != text.npos; at = text.find("\\>", at + 2)) {
    const std::string_view before =
        text.substr(at - std::min(at, kLongest), std::min(at, kLongest));
    const std::size_t open = before.rfind('<');
    if (open != before.npos) tags.insert(std::string(before.substr(open)) + '>');
  }
  return tags;
}

/// The closing tags among `placeholders`.
Labels closings_of(const std::vector<Placeholder>& placeholders) {
  Labels closings;
  for (const Placeholder& placeholder : placeholders) {
    if (placeholder.skeleton.starts_with("</")) closings.insert(placeholder.skeleton);
  }
  return closings;
}

std::vector<Item> items_of(const std::vector<Placeholder>& placeholders) {
  std::vector<Item> items;
  items.reserve(placeholders.size());
  for (const Placeholder& placeholder : placeholders) {
    items.push_back({placeholder.skeleton, placeholder.block});
  }
  return items;
}

/// Whether the tag at `span` is written onto a word, as a type of code is: `List<String>`.
bool is_onto_word(const Post& post, Span span) {
  const std::string_view tag = slice(post, span);
  return span.begin > 0 && is_ascii_letter(post.text[span.begin - 1]) && tag.starts_with('<') &&
         !tag.starts_with("</") && !tag.ends_with("/>");
}

/// Whether the two differ in capitals alone, and are types of code and no tags.
bool are_types(const Subject& subject, const Sides& sides, const Difference& difference) {
  const Placeholder& source = sides.source[*difference.source];
  const Placeholder& translation = sides.translation[*difference.translation];
  return ascii_lowered(source.skeleton) == ascii_lowered(translation.skeleton) &&
         is_onto_word(subject.source, source.span) &&
         is_onto_word(subject.translation, translation.span) &&
         !sides.translated_closings.contains("</" + translation.skeleton.substr(1));
}

/// Whether what opens `closing` stands before `place`; true of what closes nothing.
bool has_opening(const Post& post, std::uint32_t place, std::string_view closing) {
  constexpr std::size_t kMostSearched = std::size_t{64} << 10U;
  const std::size_t slash = closing.find('/');
  const bool is_shortcode = closing.starts_with("{{") && slash < 5 && slash != closing.npos;
  if (!is_shortcode) return true;
  const std::size_t name = behind_blanks(closing, slash + 1);
  const std::size_t end = std::min(closing.find_first_of(" \t>%", name), closing.size());
  const std::size_t begin = place - std::min<std::size_t>(place, kMostSearched);
  const std::string_view before = std::string_view(post.text).substr(begin, place - begin);
  const std::string opening =
      std::string(closing.substr(0, 3)) + ' ' + std::string(closing.substr(name, end - name));
  for (auto at = before.find(opening); at != before.npos; at = before.find(opening, at + 1)) {
    const std::size_t behind = at + opening.size();
    if (behind < before.size() && !is_ascii_letter(before[behind]) && before[behind] != '-') {
      return true;
    }
  }
  return false;
}

/// Whether two tags name the same component, but for a slip or in the locale's letters; true of
/// what is no tag.
bool have_same_name(std::string_view expected, std::string_view found) {
  constexpr std::string_view kBehind = " \t\n/>";
  const auto name_of = [&](std::string_view tag) {
    tag.remove_prefix(std::min(tag.find_first_not_of("</"), tag.size()));
    return tag.substr(0, tag.find_first_of(kBehind));
  };
  if (!expected.starts_with('<') || !found.starts_with('<')) return true;
  const std::string_view name = name_of(expected);
  constexpr std::size_t kLong = 6;  // letters; of fewer one makes another name: `Step`, `Steps`
  return !is_ascii(found) || folded(name) == folded(name_of(found)) ||
         (name.size() >= kLong && edit_distance(name, name_of(found), 1) <= 1);
}

/// The name of an element within a text that `tag` begins or ends, `kbd`; empty for other tags.
std::string_view name_in_text(std::string_view tag) {
  constexpr std::array<std::string_view, 5> kNames = {"abbr", "kbd", "mark", "sub", "sup"};
  const std::string_view name = tag.substr(std::min(tag.find_first_not_of("</"), tag.size()));
  const bool is_known = std::find(kNames.begin(), kNames.end(), name) != kNames.end();
  return is_known ? name : std::string_view();
}

/// The elements within a text that the translation adds with both their tags, by match and name:
/// `<kbd>Cmd</kbd>` beside `<kbd>Ctrl</kbd>`.
std::set<std::pair<std::size_t, std::string_view>> added_elements(
    const std::vector<Placeholder>& translation, const std::vector<Difference>& differences) {
  std::map<std::pair<std::size_t, std::string_view>, int> open;
  for (const Difference& difference : differences) {
    if (difference.source || !difference.translation) continue;
    const std::string_view tag = translation[*difference.translation].skeleton;
    const std::string_view name = name_in_text(tag);
    if (!name.empty()) open[{difference.match, name}] += tag.starts_with("</") ? -1 : 1;
  }
  std::set<std::pair<std::size_t, std::string_view>> added;
  for (const auto& [element, count] : open) {
    if (count == 0) added.insert(element);
  }
  return added;
}

/// The code within a line of the source's blocks of `run` that holds `text`; none without one.
std::optional<Span> code_with(const Post& source, const Run& run, std::string_view text) {
  for (std::size_t i = run.first; i < run.end(); ++i) {
    for (const Inline& piece : source.blocks[i].inlines) {
      const bool is_code = piece.kind == InlineKind::code;
      if (is_code && slice(source, piece.content).find(text) != text.npos) return piece.span;
    }
  }
  return std::nullopt;
}

Finding finding_for(const Subject& subject, const Sides& sides, const Difference& difference) {
  Finding finding;
  std::string expected;
  std::string found;
  if (difference.source) {
    finding.source = sides.source[*difference.source].span;
    expected = slice(subject.source, *finding.source);
  }
  if (difference.translation) {
    finding.span = sides.translation[*difference.translation].span;
    found = slice(subject.translation, finding.span);
    if (!difference.source) finding.variant = "extra";
    const Run& run = subject.alignment[difference.match].source;
    const auto code = difference.source ? std::nullopt : code_with(subject.source, run, found);
    if (code && found.starts_with('<')) {
      finding.variant = "uncoded";
      finding.source = code;
      expected = slice(subject.source, *code);
    }
    // A note of the translator's own, with a footnote of its own.
    const bool is_own_note = !difference.source &&
                             sides.translation[*difference.translation].is_footnote &&
                             sides.translated_footnotes.contains(folded(found)) &&
                             !footnotes_of(subject.source).contains(folded(found));
    if (is_own_note || (!difference.source && sides.broken_tags.contains(found))) {
      finding.certainty = Certainty::unsure;
    }
  } else {
    const Run& run = subject.alignment[difference.match].translation;
    finding.span.begin = finding.span.end = subject.translation.blocks[run.first].content.begin;
    finding.variant = "missing";
  }
  finding.fields = {{"expected", short_quote(expected)}, {"found", short_quote(found)}};
  if (difference.source && difference.translation) {
    const Placeholder& source = sides.source[*difference.source];
    if (are_types(subject, sides, difference)) finding.certainty = Certainty::unsure;
    const bool is_code = !source.has_prose && expected.find('=') == std::string::npos;
    // Which of the tags of a table or a component lacks its slash nobody knows.
    const bool is_other_end = expected.starts_with('<') && found.starts_with('<') &&
                              expected.starts_with("</") != found.starts_with("</");
    // Where another component stands, one half of a pair alone would be mended.
    const bool is_safe = is_code && have_same_name(expected, found) &&
                         has_opening(subject.translation, finding.span.begin, expected);
    const Safety safety = is_safe ? Safety::safe : Safety::shown;
    if (!is_other_end) finding.fix = Fix{.safety = safety, .edits = {{finding.span, expected}}};
  }
  return finding;
}

void add_unsure(Finding finding, Findings& findings) {
  finding.certainty = Certainty::unsure;
  findings.push_back(std::move(finding));
}

std::size_t count_in(const Post& post, const Run& run, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    const std::string_view block = slice(post, post.blocks[i].span);
    for (auto at = block.find(text); at != block.npos; at = block.find(text, at + 1)) ++count;
  }
  return count;
}

/// Whether the translation has the tag of Liquid or the variable as often, be it in code: Jekyll
/// and other programs read those before Markdown.
bool stands_in_code(const Subject& subject, const Sides& sides, const Difference& difference) {
  if (!difference.source || difference.translation) return false;
  if (subject.source.dialect != Dialect::markdown) return false;
  const std::string_view tag = slice(subject.source, sides.source[*difference.source].span);
  const Match& match = subject.alignment[difference.match];
  return tag.starts_with('{') && !tag.starts_with("{{") &&
         count_in(subject.translation, match.translation, tag) >=
             count_in(subject.source, match.source, tag);
}

bool is_ours(const Subject& subject, const Sides& sides, const Difference& difference) {
  const Match& match = subject.alignment[difference.match];
  if (match.source.count == 0 || match.translation.count == 0) return false;
  if (stands_in_code(subject, sides, difference)) return false;
  return difference.source || !sides.translation[*difference.translation].is_variable;
}

/// Whether the values are the same where neither is text for people; no name of the source's
/// becomes such a text.
bool agree_but_for_prose(const std::vector<QuotedValue>& source,
                         const std::vector<QuotedValue>& translation) {
  return std::equal(source.begin(), source.end(), translation.begin(), translation.end(),
                    [](const QuotedValue& ours, const QuotedValue& theirs) {
                      const bool is_free =
                          ours.text.empty() || (theirs.text.empty() && !ours.is_name);
                      return is_free || ours.text == theirs.text;
                    });
}

/// Whether the two are the tags of one element: `<summary>`, `</summary>`.
bool are_one_element(const std::vector<std::string>& tags) {
  if (tags.size() != 2 || !tags[1].starts_with("</")) return false;
  const auto name_of = [](std::string_view tag) {
    tag.remove_prefix(std::min(tag.find_first_not_of("</"), tag.size()));
    return tag.substr(0, tag.find_first_of(" \t\n/>"));
  };
  return name_of(tags[0]) == name_of(tags[1]);
}

/// The tags of a row, say, or of an element that one block lacks are one loss.
void add_lost_tags(const Subject& subject, const Sides& sides, std::vector<Difference> lost,
                   Findings& findings) {
  std::sort(lost.begin(), lost.end(), [](const Difference& left, const Difference& right) {
    return *left.source < *right.source;
  });
  std::vector<std::string> tags;
  for (const Difference& difference : lost) {
    std::string tag(slice(subject.source, sides.source[*difference.source].span));
    if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
  }
  if (tags.size() < 3 && !are_one_element(tags)) {
    for (const Difference& difference : lost)
      findings.push_back(finding_for(subject, sides, difference));
    return;
  }
  Finding& finding = findings.emplace_back(finding_for(subject, sides, lost.front()));
  finding.variant = "tags";
  finding.fields["expected"] = short_quote(joined(tags, "`, `"));
  finding.fields["count"] = std::to_string(lost.size());
}

/// Whether the value of `text` stands in its place when people read it: `{name}`, `%s`, `${count}`.
bool is_variable(std::string_view text) {
  const bool is_tag = text.starts_with("{%") || text.starts_with("{{<") || text.starts_with("{{%");
  return !is_tag && (text.starts_with('{') || text.starts_with('%') || text.starts_with('$'));
}

/// Of two variables of one text that changed, none can tell which is which.
void hold_back_fixes(const Subject& subject, const Sides& sides,
                     const std::vector<std::pair<const Difference*, std::size_t>>& changed,
                     Findings& findings) {
  std::map<std::size_t, std::size_t> variables;  // by match
  const auto is_of_variable = [&](const Difference& difference) {
    return is_variable(slice(subject.source, sides.source[*difference.source].span));
  };
  for (const auto& [difference, finding] : changed) {
    if (is_of_variable(*difference)) ++variables[difference->match];
  }
  for (const auto& [difference, finding] : changed) {
    if (!is_of_variable(*difference) || variables[difference->match] < 2) continue;
    if (findings[finding].fix) findings[finding].fix->safety = Safety::shown;
  }
}

void compare_placeholders(const Subject& subject, const Sides& sides, Findings& findings) {
  if (sides.source.empty() && sides.translation.empty()) return;
  const auto may_stand_for = [&](std::size_t i, std::size_t j) {
    const Placeholder& source = sides.source[i];
    const Placeholder& translation = sides.translation[j];
    if (source.is_footnote && translation.is_footnote) {
      return sides.translated_footnotes.contains(
          folded(slice(subject.translation, translation.span)));
    }
    return source.bare == translation.bare && (source.has_prose || translation.has_prose) &&
           agree_but_for_prose(source.values, translation.values);
  };
  const Counterparts counterparts = checks::counterparts(
      subject, items_of(sides.source), items_of(sides.translation), may_stand_for,
      [&](std::size_t i, std::size_t j) {
        return resemblance(sides.source[i].skeleton, sides.translation[j].skeleton);
      });
  std::map<std::size_t, std::vector<Difference>> lost_tags;        // by match
  std::vector<std::pair<const Difference*, std::size_t>> changed;  // and its finding
  TranslatedNames names(subject);
  const auto added = added_elements(sides.translation, counterparts.differences);
  for (const Difference& difference : counterparts.differences) {
    if (!is_ours(subject, sides, difference)) continue;
    if (!difference.source) {
      const std::string_view tag = sides.translation[*difference.translation].skeleton;
      if (added.contains({difference.match, name_in_text(tag)})) {
        if (!tag.starts_with("</")) add_unsure(finding_for(subject, sides, difference), findings);
        continue;
      }
    }
    if (difference.source && !difference.translation &&
        names.take(sides.source[*difference.source], difference.match)) {
      add_unsure(finding_for(subject, sides, difference), findings);
      continue;
    }
    const bool is_lost_tag =
        difference.source && !difference.translation &&
        subject.source.text[sides.source[*difference.source].span.begin] == '<';
    if (is_lost_tag) {
      lost_tags[difference.match].push_back(difference);
      continue;
    }
    if (difference.source && difference.translation) {
      changed.emplace_back(&difference, findings.size());
    }
    findings.push_back(finding_for(subject, sides, difference));
  }
  hold_back_fixes(subject, sides, changed, findings);
  for (const auto& [match, lost] : lost_tags) add_lost_tags(subject, sides, lost, findings);
}

void look_for_lone_tags(const Subject& subject, Findings& findings) {
  for (const LoneTag& lone : lone_tags(subject)) {
    Finding finding{.span = lone.tag,
                    .source = lone.source,
                    .variant = lone.is_closing ? "unopened" : "unclosed"};
    finding.fields = {{"expected", std::string(slice(subject.source, lone.source))},
                      {"found", std::string(slice(subject.translation, lone.tag))}};
    findings.push_back(std::move(finding));
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  Sides sides{.source = placeholders_of(subject.source),
              .translation = placeholders_of(subject.translation),
              .translated_footnotes = footnotes_of(subject.translation),
              .translated_closings = {},
              .broken_tags = broken_tags_of(subject.source)};
  sides.translated_closings = closings_of(sides.translation);
  compare_placeholders(subject, sides, findings);
  add_dangling_footnotes(subject, sides.source, sides.translation, findings);
  look_for_lone_tags(subject, findings);
  add_changed_keywords(subject, findings);
  return findings;
}

}  // namespace

CheckKind placeholder_changed() {
  return pair_kind("placeholder_changed",
                   "Tags, expressions, shortcodes, variables and keywords are the source's.",
                   {"expected", "found", "count"}, run);
}

}  // namespace recto::checks
