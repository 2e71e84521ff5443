#include "checks/code_doubt.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "checks/code_line_ends.h"
#include "checks/code_lines.h"
#include "checks/code_names.h"
#include "checks/code_prompt.h"
#include "checks/own_locale.h"

namespace recto::checks {
namespace {

/// Whether `name` stands in brackets of `text` behind a blank: ` [gate]`, ` <gate>`.
bool is_in_brackets(std::string_view text, Span name) {
  if (name.begin < 2 || name.end >= text.size() || text[name.begin - 2] != ' ') return false;
  const char before = text[name.begin - 1];
  return (before == '[' && text[name.end] == ']') || (before == '<' && text[name.end] == '>');
}

/// Whether a quote is open on its line of `text` at byte `at`.
bool is_in_quotes(std::string_view text, std::uint32_t at) {
  const std::size_t line = text.rfind('\n', at) + 1;
  const std::string_view before = text.substr(line, at - line);
  return std::count(before.begin(), before.end(), '"') % 2 == 1 ||
         std::count(before.begin(), before.end(), '\'') % 2 == 1;
}

bool is_markup(std::string_view language) {
  constexpr std::array<std::string_view, 7> kMarkup = {"astro", "html", "jsx", "svelte",
                                                       "tsx",   "vue",  "xml"};
  return std::find(kMarkup.begin(), kMarkup.end(), language) != kMarkup.end();
}

}  // namespace

bool CodeDoubt::is_about(const DifferingLine& ours, const DifferingLine& theirs) {
  return is_of_style(ours, theirs) || is_adapted(theirs.place) ||
         is_to_be_filled(ours.place, theirs.place) || is_text_in_quotes(ours.place, theirs.place) ||
         is_line_of_words(ours, theirs.place) ||
         names_.differ_in_names_alone(ours.line, theirs.line);
}

bool CodeDoubt::is_of_style(const DifferingLine& ours, const DifferingLine& theirs) const {
  const std::string_view left = slice(source_.post, ours.line.code);
  const std::string_view right = slice(translation_.post, theirs.line.code);
  const std::string left_skeleton = code_without(source_.post, ours.line, ours.line.prose);
  const std::string right_skeleton =
      code_without(translation_.post, theirs.line, theirs.line.prose);
  const bool has_statements = source_.language != "sh" && !source_.language.empty();
  return differ_in_end_marks(without_prompt(left_skeleton, left),
                             without_prompt(right_skeleton, right)) ||
         differ_in_end_marks(slice(source_.post, ours.place),
                             slice(translation_.post, theirs.place)) ||
         is_prompt(left) || differ_in_prompts(left, right) ||
         (has_statements && have_same_names(left, right));
}

bool CodeDoubt::is_adapted(Span code) {
  const Locale& locale = translation_.post.locale;
  const std::string_view text = translation_.post.text;
  // What stands around a tag tells that it is one.
  const std::size_t line_end = std::min(text.find('\n', code.end), text.size());
  const Span around{code.begin > 0 ? code.begin - 1 : 0, static_cast<std::uint32_t>(line_end)};
  if (!names_own_locale(slice(text, around), locale, source_.post.locale)) return false;
  if (!source_names_it_) {
    source_names_it_ =
        names_own_locale(slice(source_.post, source_.block.span), locale, source_.post.locale);
  }
  return !*source_names_it_;
}

/// Whether words, or what stands around the names of values, were translated in quotes: a key
/// that people read, `'Message 1'`, a pattern, `"{h}:{m}"`.
bool CodeDoubt::is_text_in_quotes(Span ours, Span theirs) const {
  const std::string_view source = slice(source_.post, ours);
  const std::string_view translation = slice(translation_.post, theirs);
  constexpr std::string_view kQuotes = "\"'";
  return !is_ascii(translation) && source.find_first_of(" {") != source.npos &&
         source.find_first_of(kQuotes) == source.npos &&
         translation.find_first_of(kQuotes) == translation.npos &&
         is_in_quotes(source_.post.text, ours.begin) &&
         is_in_quotes(translation_.post.text, theirs.begin);
}

/// Whether the line is words from its beginning on, and they are in the locale's letters: what is
/// to be done here, `[Run each test]`, a file of a tree, `└── other drafts`. A command begins
/// with a small letter, in the first column.
bool CodeDoubt::is_line_of_words(const DifferingLine& ours, Span theirs) const {
  constexpr std::string_view kMarks = " .,:-/'";
  const std::string_view before = slice(source_.post, {ours.line.code.begin, ours.place.begin});
  const std::string_view words = slice(source_.post, ours.place);
  // What was left out here is told in words: `... every gate + its bell ...`.
  const bool is_left_out = slice(source_.post, ours.line.code).starts_with("...");
  const bool are_words =
      words.find(' ') != words.npos && std::all_of(words.begin(), words.end(), [&](char c) {
        return is_ascii_letter(c) || kMarks.find(c) != kMarks.npos || (is_left_out && c == '+');
      });
  // Other languages have statements of words alone: `select name from gates`.
  const bool has_none =
      source_.language == "sh" || source_.language == "yaml" || source_.language.empty();
  const bool may_be_command =
      before.empty() && !words.empty() && words.front() >= 'a' && words.front() <= 'z';
  return are_words && has_none && !may_be_command &&
         std::none_of(before.begin(), before.end(), is_ascii_letter) &&
         !is_ascii(slice(translation_.post, theirs));
}

/// Whether a name in brackets of a command, for which readers write their own, is in the locale's
/// letters.
bool CodeDoubt::is_to_be_filled(Span ours, Span theirs) const {
  const bool is_command = source_.language == "sh" || source_.language.empty();
  return is_command && !is_ascii(slice(translation_.post, theirs)) &&
         is_in_brackets(source_.post.text, ours) && is_in_brackets(translation_.post.text, theirs);
}

bool differ_in_order(const CodeSide& source, const CodeSide& translation) {
  if (source.lines.size() != translation.lines.size()) return false;
  std::map<std::string_view, std::string_view> ours;
  std::map<std::string_view, std::string_view> theirs;
  bool has_comma = false;  // words without any are commands
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (source.lines[i] == translation.lines[i]) continue;
    const auto own = entry_of(source.lines[i]);
    const auto other = entry_of(translation.lines[i]);
    // The order of assignments tells, that of attributes does not.
    if (!is_markup(source.language) && source.lines[i].find("=\"") != std::string::npos)
      return false;
    const bool are_names = own && other && own->second.empty() && other->second.empty();
    has_comma = has_comma || !are_names || source.lines[i].ends_with(',');
    const bool are_alike =
        own && other &&
        (are_names || source.lines[i].ends_with(',') == translation.lines[i].ends_with(','));
    if (!are_alike || !ours.insert(*own).second || !theirs.insert(*other).second) return false;
    if (ours.size() == 1) first = i;
    last = i;
  }
  return has_comma && ours == theirs && last - first + 1 == ours.size();
}

}  // namespace recto::checks
