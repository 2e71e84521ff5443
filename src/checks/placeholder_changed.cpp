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
#include "checks/placeholder_findings.h"
#include "checks/tag_balance.h"
#include "checks/translated_names.h"
#include "text/excerpt.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

std::vector<Item> items_of(const std::vector<Placeholder>& placeholders) {
  std::vector<Item> items;
  items.reserve(placeholders.size());
  for (const Placeholder& placeholder : placeholders) {
    items.push_back({placeholder.skeleton, placeholder.block});
  }
  return items;
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
bool stands_in_code(const Subject& subject, const PlaceholderSides& sides,
                    const Difference& difference) {
  if (!difference.source || difference.translation) return false;
  if (subject.source.dialect != Dialect::markdown) return false;
  const std::string_view tag = slice(subject.source, sides.source[*difference.source].span);
  const Match& match = subject.alignment[difference.match];
  return tag.starts_with('{') && !tag.starts_with("{{") &&
         count_in(subject.translation, match.translation, tag) >=
             count_in(subject.source, match.source, tag);
}

bool is_ours(const Subject& subject, const PlaceholderSides& sides, const Difference& difference) {
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
void add_lost_tags(const Subject& subject, const PlaceholderSides& sides,
                   std::vector<Difference> lost, Findings& findings) {
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
void hold_back_fixes(const Subject& subject, const PlaceholderSides& sides,
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

/// Compares the placeholders of both sides, which stand in any order.
class Comparison {
 public:
  Comparison(const Subject& subject, const PlaceholderSides& sides, Findings& findings)
      : subject_(subject), sides_(sides), findings_(findings), names_(subject) {}

  void run() {
    if (sides_.source.empty() && sides_.translation.empty()) return;
    const Counterparts counterparts = checks::counterparts(
        subject_, items_of(sides_.source), items_of(sides_.translation),
        [&](std::size_t i, std::size_t j) { return may_stand_for(i, j); },
        [&](std::size_t i, std::size_t j) {
          return resemblance(sides_.source[i].skeleton, sides_.translation[j].skeleton);
        });
    added_ = added_elements(sides_.translation, counterparts.differences);
    for (const Difference& difference : counterparts.differences) {
      if (is_ours(subject_, sides_, difference)) judge(difference);
    }
    hold_back_fixes(subject_, sides_, changed_, findings_);
    for (const auto& [match, lost] : lost_tags_) add_lost_tags(subject_, sides_, lost, findings_);
  }

 private:
  bool may_stand_for(std::size_t i, std::size_t j) const {
    const Placeholder& source = sides_.source[i];
    const Placeholder& translation = sides_.translation[j];
    if (source.is_footnote && translation.is_footnote) {
      return sides_.translated_footnotes.contains(
          folded(slice(subject_.translation, translation.span)));
    }
    return source.bare == translation.bare && (source.has_prose || translation.has_prose) &&
           agree_but_for_prose(source.values, translation.values);
  }

  void judge(const Difference& difference) {
    if (!difference.source) return judge_added(difference);
    if (!difference.translation) return judge_lost(difference);
    changed_.emplace_back(&difference, findings_.size());
    findings_.push_back(finding_for(subject_, sides_, difference));
  }

  /// Of an element that the translation adds, its beginning is told, and a hint.
  void judge_added(const Difference& difference) {
    const std::string_view tag = sides_.translation[*difference.translation].skeleton;
    const bool is_of_element = added_.contains({difference.match, name_in_text(tag)});
    if (is_of_element && tag.starts_with("</")) return;
    findings_.push_back(finding_for(subject_, sides_, difference));
    if (is_of_element) findings_.back().certainty = Certainty::unsure;
  }

  void judge_lost(const Difference& difference) {
    const Placeholder& lost = sides_.source[*difference.source];
    const bool is_said = names_.take(lost, difference.match);
    if (!is_said && subject_.source.text[lost.span.begin] == '<') {
      lost_tags_[difference.match].push_back(difference);
      return;
    }
    findings_.push_back(finding_for(subject_, sides_, difference));
    if (is_said) findings_.back().certainty = Certainty::unsure;
  }

  const Subject& subject_;
  const PlaceholderSides& sides_;
  Findings& findings_;
  TranslatedNames names_;
  std::set<std::pair<std::size_t, std::string_view>> added_;
  std::map<std::size_t, std::vector<Difference>> lost_tags_;        // by match
  std::vector<std::pair<const Difference*, std::size_t>> changed_;  // and its finding
};

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
  const PlaceholderSides sides = placeholder_sides(subject);
  Comparison(subject, sides, findings).run();
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
