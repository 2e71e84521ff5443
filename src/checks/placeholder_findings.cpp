#include "checks/placeholder_findings.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "checks/blocks.h"
#include "checks/footnotes.h"
#include "text/excerpt.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// The tags of `post` whose ends are escaped, so that they are none, without the backslash:
/// `<Tab value="x"\>`.
std::set<std::string> broken_tags_of(const Post& post) {
  constexpr std::size_t kLongest = 200;  // bytes
  std::set<std::string> tags;
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
std::set<std::string> closings_of(const std::vector<Placeholder>& placeholders) {
  std::set<std::string> closings;
  for (const Placeholder& placeholder : placeholders) {
    if (placeholder.skeleton.starts_with("</")) closings.insert(placeholder.skeleton);
  }
  return closings;
}

/// Whether the tag at `span` is written onto a word, as a type of code is: `List<String>`.
bool is_onto_word(const Post& post, Span span) {
  const std::string_view tag = slice(post, span);
  return span.begin > 0 && is_ascii_letter(post.text[span.begin - 1]) && tag.starts_with('<') &&
         !tag.starts_with("</") && !tag.ends_with("/>");
}

/// Whether the two differ in capitals alone, and are types of code and no tags.
bool are_types(const Subject& subject, const PlaceholderSides& sides,
               const Difference& difference) {
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

/// What only the source has.
Finding lost(const Subject& subject, const PlaceholderSides& sides, const Difference& difference) {
  const Run& run = subject.alignment[difference.match].translation;
  const std::uint32_t place = subject.translation.blocks[run.first].content.begin;
  Finding finding{.span = {place, place},
                  .source = sides.source[*difference.source].span,
                  .variant = "missing"};
  finding.fields = {{"expected", short_quote(slice(subject.source, *finding.source))},
                    {"found", ""}};
  return finding;
}

/// What only the translation has.
Finding added(const Subject& subject, const PlaceholderSides& sides, const Difference& difference) {
  const Placeholder& placeholder = sides.translation[*difference.translation];
  const std::string found(slice(subject.translation, placeholder.span));
  Finding finding{.span = placeholder.span, .variant = "extra"};
  finding.fields = {{"expected", ""}, {"found", short_quote(found)}};
  const Run& run = subject.alignment[difference.match].source;
  const auto code = code_with(subject.source, run, found);
  if (code && found.starts_with('<')) {
    finding.variant = "uncoded";
    finding.source = code;
    finding.fields["expected"] = short_quote(slice(subject.source, *code));
  }
  // A note of the translator's own, with a footnote of its own.
  const bool is_own_note = placeholder.is_footnote &&
                           sides.translated_footnotes.contains(folded(found)) &&
                           !footnotes_of(subject.source).contains(folded(found));
  if (is_own_note || sides.broken_tags.contains(found)) finding.certainty = Certainty::unsure;
  return finding;
}

/// Both as a message quotes them, long ones from where they differ.
std::pair<std::string, std::string> quotes_of(std::string_view expected, std::string_view found) {
  const std::pair<std::string, std::string> quotes = {short_quote(expected), short_quote(found)};
  return quotes.first == quotes.second ? short_quotes(expected, found) : quotes;
}

/// What stands where another one is expected.
Finding changed(const Subject& subject, const PlaceholderSides& sides,
                const Difference& difference) {
  const Placeholder& source = sides.source[*difference.source];
  const std::string expected(slice(subject.source, source.span));
  Finding finding{.span = sides.translation[*difference.translation].span, .source = source.span};
  const std::string found(slice(subject.translation, finding.span));
  const auto [shown_expected, shown] = quotes_of(expected, found);
  finding.fields = {{"expected", shown_expected}, {"found", shown}};
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
  return finding;
}

}  // namespace

PlaceholderSides placeholder_sides(const Subject& subject) {
  PlaceholderSides sides{.source = placeholders_of(subject.source),
                         .translation = placeholders_of(subject.translation),
                         .translated_footnotes = footnotes_of(subject.translation),
                         .translated_closings = {},
                         .broken_tags = broken_tags_of(subject.source)};
  sides.translated_closings = closings_of(sides.translation);
  return sides;
}

Finding finding_for(const Subject& subject, const PlaceholderSides& sides,
                    const Difference& difference) {
  if (!difference.translation) return lost(subject, sides, difference);
  return difference.source ? changed(subject, sides, difference)
                           : added(subject, sides, difference);
}

}  // namespace recto::checks
