// code_relabelled: a code block has another info string than the source's: another language, other
// line marks. What a reader sees of it, a title or a caption, may be translated.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/ascii.h"
#include "checks/code.h"
#include "checks/matched_code.h"
#include "post/info_string.h"

namespace recto::checks {
namespace {

constexpr std::array<std::string_view, 5> kTranslatable = {"title", "caption", "label", "alt",
                                                           "description"};
constexpr std::size_t kMostMarkedTexts = 20;  // of an info string that are looked for in the code
constexpr double kSameCode = 0.5;  // below this likeness the blocks may not belong together

std::vector<InfoAttribute> translatable_attributes(std::string_view info) {
  std::vector<InfoAttribute> attributes = attributes_of(info);
  std::erase_if(attributes, [](const InfoAttribute& attribute) {
    return std::find(kTranslatable.begin(), kTranslatable.end(), attribute.name) ==
           kTranslatable.end();
  });
  return attributes;
}

/// `info` with the values of what may be translated replaced by those of `other`.
std::string with_values_of(std::string_view info, std::string_view other) {
  std::map<std::string_view, InfoAttribute> theirs;
  for (const InfoAttribute& attribute : translatable_attributes(other)) {
    theirs.try_emplace(attribute.name, attribute);
  }
  std::string result;
  std::size_t done = 0;
  for (const InfoAttribute& ours : translatable_attributes(info)) {
    const auto same = theirs.find(ours.name);
    if (same == theirs.end()) continue;
    result += info.substr(done, ours.begin - done);
    result += other.substr(same->second.begin, same->second.end - same->second.begin);
    done = ours.end;
  }
  return result += info.substr(done);
}

std::string without_translatable(std::string_view info) {
  std::string rest;
  std::size_t done = 0;
  for (const InfoAttribute& attribute : translatable_attributes(info)) {
    rest += info.substr(done, attribute.begin - done);
    done = attribute.end;
  }
  return rest += info.substr(done);
}

bool holds(const Post& post, const Block& code, std::string_view text) {
  return std::any_of(code.lines.begin(), code.lines.end(), [&](const Span& line) {
    return slice(post, line).find(text) != std::string_view::npos;
  });
}

bool is_letter_byte(char c) {
  return is_ascii_letter(c) || !is_ascii(c);
}

constexpr std::size_t kMostLine = 1'000'000;  // greater numbers are all read as this one

/// The number at `at`, which moves behind it.
std::size_t number_at(std::string_view text, std::size_t& at) {
  std::size_t number = 0;
  for (; at < text.size() && is_ascii_digit(text[at]); ++at) {
    number = std::min(kMostLine, number * 10 + static_cast<std::size_t>(text[at] - '0'));
  }
  return number;
}

/// `word` with the lines that it marks in one form: `"1 3-5"` of `"1,3,4,5"` and of `"1  3-5"`.
std::string with_lines_in_order(const std::string& word) {
  constexpr std::size_t kMostLines = 1000;
  const std::size_t begin = word.find_first_of("0123456789");
  const std::size_t end = word.find_last_of("0123456789") + 1;
  if (begin == std::string::npos || word.find_first_not_of("0123456789-, ", begin) < end) {
    return word;
  }
  std::set<std::size_t> lines;
  for (std::size_t at = begin; at < end;) {
    if (!is_ascii_digit(word[at])) {
      ++at;
      continue;
    }
    const std::size_t first = number_at(word, at);
    const bool is_range = at + 1 < end && word[at] == '-' && is_ascii_digit(word[at + 1]);
    const std::size_t last = is_range ? number_at(word, ++at) : first;
    if (last < first || last - first > kMostLines || lines.size() > kMostLines) return word;
    if (last == kMostLine) return word;
    for (std::size_t line = first; line <= last; ++line) lines.insert(line);
  }
  std::string result = word.substr(0, begin);
  for (const std::size_t line : lines) result += std::to_string(line) + ' ';
  return result + word.substr(end);
}

/// `word` without the quoted text that it marks in `code`: it is translated as the code is.
std::string without_marked_text(std::string word, const Post& post, const Block& code) {
  const std::size_t open = word.find_first_of("\"'");
  if (open == std::string::npos || open + 1 >= word.size()) return word;
  const std::size_t close = word.find(word[open], open + 1);
  if (close == std::string::npos) return word;
  const std::string text = word.substr(open + 1, close - open - 1);
  if (std::none_of(text.begin(), text.end(), is_letter_byte)) return word;  // `10`, a line
  return holds(post, code, text) ? word.erase(open + 1, text.size()) : word;
}

/// The words of the info string of `code`, its language by the usual name, without what may be
/// translated; sorted, as their order says nothing.
std::vector<std::string> marks_of(const Post& post, const Block& code) {
  const std::string_view info = slice(post, code.info);
  const std::string rest = without_translatable(info);
  const std::string language = language_of(info);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t end = std::max(info_word_end(rest, at), at + 1);
    const std::string word = rest.substr(at, end - at);
    if (words.empty() && word.find('{') == word.npos && language_of(word) == language) {
      words.push_back(language);  // perhaps by another of its names
    } else if (!is_blank(word.front())) {
      const bool is_looked_for = words.size() < kMostMarkedTexts;
      words.push_back(is_looked_for ? with_lines_in_order(without_marked_text(word, post, code))
                                    : word);
    }
    at = end;
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// Whether `info` can be the name of a language, and no code that stands in its place:
/// `html<body>`.
bool is_language_label(std::string_view info) {
  const std::string_view word = info.substr(0, info.find_first_of(" \t{:,"));
  return std::all_of(word.begin(), word.end(), [](char c) {
    return !is_ascii(c) || is_ascii_letter(c) || is_ascii_digit(c) ||
           std::string_view("_+#.-").find(c) != std::string_view::npos;
  });
}

/// Whether `info` has texts or patterns marked in its code: `"title="`, `/title=".+"/`.
bool marks_texts(std::string_view info) {
  return without_translatable(info).find_first_of("\"'/") != std::string::npos;
}

/// Whether `info` names no language that has colours.
bool is_plain_text(std::string_view info) {
  constexpr std::array<std::string_view, 6> kNames = {"example",   "output", "plain",
                                                      "plaintext", "text",   "txt"};
  return std::find(kNames.begin(), kNames.end(), info) != kNames.end();
}

Finding finding_for(const Subject& subject, const CodePair& pair) {
  const std::string_view ours = slice(subject.source, pair.source.info);
  const std::string_view theirs = slice(subject.translation, pair.translation.info);
  const Span place =
      pair.translation.info.is_empty() ? pair.translation.marker : pair.translation.info;
  Finding finding{.span = place, .source = pair.source.info};
  const std::string expected = with_values_of(ours, theirs);
  finding.fields = {{"expected", expected},
                    {"found", std::string(theirs)},
                    {"line", first_line(subject.translation, pair.translation)}};
  if (theirs.empty()) finding.variant = "lost";
  // Lines are marked in code that is another, which is the finding; or other texts are.
  const bool is_same_language = language_of(ours) == language_of(theirs);
  if (is_same_language &&
      (!says_the_same(subject, pair) || (marks_texts(ours) && marks_texts(theirs)))) {
    finding.certainty = Certainty::unsure;
  }
  if (pair.may_be_other || (theirs.empty() && is_plain_text(ours)))
    finding.certainty = Certainty::unsure;
  if (ours.empty()) {
    // A language where the source names none colours the code, and does no harm.
    finding.variant = "added";
    finding.source = pair.source.marker;
    finding.certainty = Certainty::unsure;
  }
  if (is_redrawn(subject, pair)) {
    finding.variant = "other";
    return finding;
  }
  // Text that is marked in the code may be translated there.
  const bool ends_fence = slice(subject.translation, pair.translation.marker).starts_with('`') &&
                          expected.find('`') != std::string::npos;
  if (ends_fence) return finding;
  const bool is_safe = !pair.may_be_other && !marks_texts(ours) && is_language_label(theirs) &&
                       (theirs.empty() || says_the_same(subject, pair)) &&
                       (pair.source.lines.size() == pair.translation.lines.size() ||
                        expected.find('{') == std::string::npos);
  finding.fix = Fix{.safety = is_safe ? Safety::safe : Safety::unsafe,
                    .edits = {{pair.translation.info, expected}}};
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const CodePair& pair : matched_code(subject).pairs) {
    if (pair.source.marker.is_empty() || pair.translation.marker.is_empty()) continue;
    if (pair.likeness < kSameCode && !is_redrawn(subject, pair)) continue;
    const std::string_view directive = prose_directive(slice(subject.source, pair.source.info));
    const bool is_translated =
        !directive.empty() &&
        directive == prose_directive(slice(subject.translation, pair.translation.info));
    if (is_translated) continue;  // its title is text
    if (marks_of(subject.source, pair.source) == marks_of(subject.translation, pair.translation)) {
      continue;
    }
    findings.push_back(finding_for(subject, pair));
  }
  return findings;
}

}  // namespace

CheckKind code_relabelled() {
  return pair_kind("code_relabelled",
                   "A code block has the language and the line marks of the source's.",
                   {"expected", "found", "line"}, run);
}

}  // namespace recto::checks
