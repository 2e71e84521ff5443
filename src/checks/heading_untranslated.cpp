// heading_untranslated: a heading left in the source's language.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "align/ordinal.h"
#include "base/ascii.h"
#include "checks/headings.h"
#include "checks/left.h"
#include "checks/left_passage.h"
#include "checks/sameness.h"
#include "post/line_codes.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// The text of a heading but for code, which is rightly the same, and what stands for pictures.
std::string without_code(const Post& post, const Block& heading) {
  std::string text;
  std::uint32_t shown = 0;  // where the last picture ends
  for (const Inline& piece : heading.inlines) {
    if (piece.kind == InlineKind::image) shown = piece.span.end;
    if (piece.kind != InlineKind::text || piece.span.begin < shown) continue;
    if (!text.empty()) text += ' ';
    text += slice(post, piece.span);
  }
  return text;
}

std::size_t capitals_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
  return end - at;
}

/// Whether `name` is that of a method, `canvas.move`, and not `node.js` or `e.g.`.
bool is_method(std::string_view name) {
  constexpr std::size_t kShortest = 2;  // letters on both sides
  const std::size_t dot = name.rfind('.');
  return dot != name.npos && dot >= kShortest && name.size() - dot > kShortest &&
         name.front() >= 'a' && name.front() <= 'z' && !name.ends_with(".js");
}

/// Where the bracket of arguments opens behind the `name` of a function with which `text` begins;
/// npos where it does not. Behind blanks it is one of a method, and holds arguments or ends the
/// text: `canvas.move (x, y)`, `canvas.move = (x, y)`.
std::size_t arguments_of(std::string_view text, std::string_view name) {
  const std::size_t open = text.find_first_not_of(" =", name.size());
  if (open == text.npos || text[open] != '(') return text.npos;
  if (open == name.size()) return open;
  const std::size_t close = text.find(')', open);
  if (close == text.npos || !is_method(name)) return text.npos;
  const std::string_view arguments = text.substr(open, close - open);
  const bool are_several = arguments.find_first_of(",<|") != text.npos;
  // One word at the end of the text, and not of a file: `package.json (optional)`.
  const bool is_one =
      close + 1 == text.size() && arguments.find(' ') == text.npos &&
      std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return are_several || is_one ? open : text.npos;
}

/// Whether `text` begins with a call, as the heading of a function does: `toDate(x, ...)`.
bool is_call(std::string_view text) {
  const auto is_of_name = [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '.' || c == ':';
  };
  std::size_t end = 0;
  while (end < text.size() && is_of_name(text[end])) ++end;
  if (end == 0) return false;
  const std::string_view name = text.substr(0, end);
  const bool is_of_code =
      name.find_first_of("_.:") != name.npos ||
      std::any_of(name.begin() + 1, name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::size_t open = arguments_of(text, name);
  const std::size_t close = open == text.npos ? text.npos : text.find(')', open);
  if (close == text.npos) return false;
  // Not `Setting(s) of the kettle`.
  return is_of_code || close + 1 == text.size();
}

/// Whether the heading is what a program says, how a function is called: `Error: ENOENT`, or a text
/// that the post quotes as code.
bool is_message(std::string_view text, const std::unordered_set<std::string_view>& codes) {
  constexpr std::string_view kError = "Error: ";
  const bool names_code = text.starts_with(kError) && capitals_from(text, kError.size()) > 1;
  return names_code || is_call(text) || codes.contains(text);
}

/// Whether `text` begins with what may be the code of an error, `LNK1181: cannot open`, by which
/// readers look for it.
bool may_be_message(std::string_view text) {
  constexpr std::size_t kLeastDigits = 3;
  const std::size_t letters = capitals_from(text, 0);
  std::size_t end = letters;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return letters > 0 && end >= letters + kLeastDigits && end < text.size() && text[end] == ':';
}

/// `text` without what stands in quotes: a message, by which readers look for help.
std::string outside_quotes(std::string_view text) {
  std::string result;
  std::size_t open = text.npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (open == text.npos && may_open_quotation(c)) {
      open = begin;
    } else if (open == text.npos) {
      result.append(text.substr(begin, at - begin));
    } else if (may_close_quotation(c)) {
      open = text.npos;
    }
  }
  return open == text.npos ? result : result.append(text.substr(open));
}

/// `text` without the ordinal that it begins with.
std::string_view behind_ordinal(std::string_view text) {
  const auto ordinal = leading_ordinal(text);
  return trimmed(text.substr(ordinal ? ordinal->size : 0));
}

/// Whether `text` says what letters stand for, as people know them: `DRY (Do not repeat yourself)`.
bool is_acronym(std::string_view text) {
  const std::size_t letters = capitals_from(text, 0);
  if (letters < 2 || !text.substr(letters).starts_with(" (") || !text.ends_with(')')) return false;
  std::string initials;
  for (std::size_t at = letters + 1; at + 1 < text.size(); ++at) {
    const bool begins_word = text[at] == ' ' || text[at] == '(' || text[at] == '-';
    if (begins_word && is_ascii_letter(text[at + 1])) initials += text[at + 1];
  }
  return ascii_lowered(initials) == ascii_lowered(text.substr(0, letters));
}

/// Whether `text` begins with a word in small letters: `npm is not a command`, not `macOS for all`.
bool begins_small(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(' '));
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z' &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether one heading of `source` in small letters would stand out: two thirds of the others, or
/// more, begin otherwise.
bool uses_capitals(const Post& source) {
  std::size_t small = 0;
  std::size_t all = 0;
  for (const Block& block : source.blocks) {
    if (block.kind != BlockKind::heading) continue;
    ++all;
    if (begins_small(plain_text(source, block))) ++small;
  }
  return small <= 1 || (small - 1) * 3 <= all - 1;
}

/// The words of `text`, in small letters.
std::unordered_set<std::string> words_of(std::string_view text) {
  std::unordered_set<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    if (end > at) words.insert(ascii_lowered(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

/// Whether each word of `text` stands in the code below the heading at `index`: names of commands.
bool names_commands(const Post& post, std::size_t index, std::string_view text) {
  constexpr std::size_t kBelow = 4;        // blocks
  constexpr std::size_t kMostRead = 4096;  // bytes of each
  const std::unordered_set<std::string> words = words_of(text);
  std::unordered_set<std::string> code;
  const std::size_t end = std::min(index + 1 + kBelow, post.blocks.size());
  for (std::size_t i = index + 1; i < end && post.blocks[i].kind != BlockKind::heading; ++i) {
    if (post.blocks[i].kind != BlockKind::code) continue;
    code.merge(words_of(slice(post, post.blocks[i].content).substr(0, kMostRead)));
  }
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return code.contains(word);
  });
}

/// What is asked of a post once a heading of it is the same on both sides.
struct Asked {
  explicit Asked(const Subject& subject)
      : words(subject), has_capitals(uses_capitals(subject.source)) {
    for (const std::string_view code : line_codes(subject.source)) codes.insert(code);
  }

  OrdinaryWords words;
  bool has_capitals;                           // headings of the source begin with one
  std::unordered_set<std::string_view> codes;  // within the lines of the source
};

/// Whether the source asks for the heading to be left as it is: `{.notranslate}`.
bool is_to_be_kept(const Post& source, const Block& heading) {
  return slice(source, heading.span).find(".notranslate") != std::string_view::npos;
}

/// What the two headings mean: translated (none), perhaps not, or surely not.
std::optional<Certainty> judged(const Subject& subject, const HeadingPair& pair,
                                const LanguageReader& reader, std::optional<Asked>& asked) {
  const std::string source = plain_text(subject.source, pair.source);
  const std::string translation = plain_text(subject.translation, pair.translation);
  if (source.empty() || is_to_be_kept(subject.source, pair.source)) return std::nullopt;
  if (is_same_text(source, translation)) {
    // One word is a loan word as often as not: Introduction, Conclusion.
    const bool is_foreign = !is_written_in_latin(subject.translation.locale);
    if (!asked) asked.emplace(subject);
    const bool may_be_loan = !is_foreign && !asked->words.has_foreign_letters(source);
    if (may_be_loan && source.find(' ') == std::string::npos) return std::nullopt;
    if (is_message(source, asked->codes)) return std::nullopt;
    const auto certainty = untranslated(asked->words, without_code(subject.source, pair.source));
    // Whoever gave it other capitals has read it.
    const bool is_recased =
        source != translation && ascii_lowered(source) == ascii_lowered(translation);
    const bool is_quoted =
        is_recased || may_be_message(source) || trimmed(outside_quotes(source)).empty() ||
        is_acronym(behind_ordinal(source)) || (asked->has_capitals && begins_small(source)) ||
        names_commands(subject.source, pair.match.source.first, source);
    return is_quoted ? Certainty::unsure : certainty;
  }
  const std::string text = outside_quotes(without_code(subject.translation, pair.translation));
  const Mixture mixture = reader.read(text, {span_at(0, text.size())});
  if (left_in_source_language(mixture) != Left::all) return std::nullopt;
  return mixture.words >= 6 ? Certainty::sure : Certainty::unsure;
}

/// Whether the heading stands in a longer text that was left: that is one mistake.
bool is_explained(const std::vector<LeftRun>& runs, std::size_t block) {
  return std::any_of(runs.begin(), runs.end(), [&](const LeftRun& run) {
    return run.has_body && run.first_block <= block && block <= run.last_block;
  });
}

Findings run(const Subject& subject) {
  if (subject.is_variant_of_source) return {};
  Findings findings;
  std::optional<Asked> asked;
  const LanguageReader reader(subject.source.locale, subject.translation.locale);
  for (const HeadingPair& pair : heading_pairs(subject)) {
    const auto certainty = judged(subject, pair, reader, asked);
    if (!certainty) continue;
    if (is_explained(left_runs(subject), pair.match.translation.first)) continue;
    findings.push_back({.span = pair.translation.content,
                        .fields = {{"heading", heading_text(subject.translation, pair.translation)},
                                   {"language", language_name(subject.source.locale)}},
                        .source = pair.source.content,
                        .certainty = *certainty});
  }
  return findings;
}

}  // namespace

CheckKind heading_untranslated() {
  return pair_kind("heading_untranslated",
                   "A heading that holds ordinary words of the source's language is translated.",
                   {"heading", "language"}, run);
}

}  // namespace recto::checks
