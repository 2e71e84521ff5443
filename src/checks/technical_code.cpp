#include "checks/technical_code.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "checks/code_text.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Whether `text` has an option, `-q` or `--hot`; no dash, `Settings - Privacy`.
bool has_option(std::string_view text) {
  for (std::size_t at = text.find('-'); at < text.size(); at = text.find('-', at + 1)) {
    if (at > 0 && text[at - 1] != ' ') continue;
    const std::size_t name = text.find_first_not_of('-', at);
    if (name != text.npos && is_ascii_letter(text[name])) return true;
  }
  return false;
}

/// `text` without what stands in brackets, which readers fill in. The bars between what they choose
/// from stay: `[on|off]` is no `[on|off|auto]`.
std::string without_blanks_to_fill(std::string_view text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    if (c == '<' || c == '[') ++depth;
    if (depth == 0 || c == '|') result += c;
    if (depth > 0 && (c == '>' || c == ']')) --depth;
  }
  return result;
}

/// `text` without what stands in braces, and that.
std::pair<std::string, std::vector<std::string_view>> parted_at_braces(std::string_view text) {
  std::pair<std::string, std::vector<std::string_view>> parts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    parts.first += text[at];
    const std::size_t close = text[at] == '{' ? text.find('}', at) : text.npos;
    if (close == text.npos) continue;
    parts.second.push_back(text.substr(at + 1, close - at - 1));
    at = close;
  }
  return parts;
}

/// Whether they differ in names in braces alone, which are in the locale's letters, as in a path
/// that readers fill in: `{root}/gates`. A name alone, `{root}`, may be filled in by a program.
bool differ_in_braces(std::string_view ours, std::string_view theirs) {
  const auto [source, names] = parted_at_braces(ours);
  const auto [translation, others] = parted_at_braces(theirs);
  if (names.empty() || names.size() != others.size() || source != translation) return false;
  if (source.find_first_not_of("{$# ") == source.npos) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] != others[i] && is_ascii(others[i])) return false;
  }
  return true;
}

bool differ_in_what_is_filled_in(std::string_view ours, std::string_view theirs) {
  return without_blanks_to_fill(ours) == without_blanks_to_fill(theirs) ||
         differ_in_braces(ours, theirs);
}

/// Whether `text` is a status, a port or another number that is a name.
bool is_code_number(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// `text` without the line of signs that makes a title of it: `Solution ====`.
std::string_view without_underline(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  const std::size_t end = text.find_last_not_of("=-");
  const bool is_underlined = end != text.npos && text[end] == ' ' && text.size() - end > kShortest;
  return is_underlined ? text.substr(0, end) : text;
}

/// Whether no keyword has such letters.
bool is_beyond_latin(char32_t c) {
  const Script script = script_of(c);
  return is_letter(c) && script != Script::latin && script != Script::greek;
}

/// Whether `text` has letters that no keyword has: `card(银行卡)` says what it is.
bool has_letter_beyond_latin(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_beyond_latin(next_code_point(text, at))) return true;
  }
  return false;
}

/// The digits and signs of `text` but for blanks and what stands between words; full-width ones as
/// ASCII.
std::string signs_of(std::string_view text) {
  constexpr char32_t kWidth = 0xFEE0;  // from `!` to its full-width form
  constexpr std::string_view kJoins = " -_,.";
  std::string signs;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c > kWidth + ' ' && c < kWidth + 0x7F) c -= kWidth;
    const bool is_sign = c > ' ' && c < 0x7F && !is_ascii_letter(static_cast<char>(c)) &&
                         kJoins.find(static_cast<char>(c)) == kJoins.npos;
    if (is_sign) signs += static_cast<char>(c);
  }
  return signs;
}

/// How a word begins, by the two characters before it.
enum class Begins { part, name, text };  // of a name, `open_gate(width)`; by itself; in a sentence

Begins how_begun(char32_t second, char32_t before) {
  constexpr std::u32string_view kInNames = U"._-";
  const bool is_call = before == '(' && second != ' ';
  if (is_letter(before) || kInNames.find(before) != kInNames.npos || is_call) return Begins::part;
  return before == ' ' || before == '(' || before == U'（' ? Begins::text : Begins::name;
}

/// Whether `theirs` is `ours` with words of a pattern or a text in other letters,
/// `name=maker/model`, `tea (optional)`, and not one name that must stay, or a command.
bool has_translated_words(std::string_view ours, std::string_view theirs) {
  if (has_letter_beyond_latin(ours) || has_option(ours)) return false;
  if (signs_of(ours) != signs_of(theirs)) return false;
  std::size_t words = 0;
  bool is_text = false;
  char32_t second = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < theirs.size();) {
    const char32_t c = next_code_point(theirs, at);
    const Begins begins = how_begun(second, before);
    if (is_beyond_latin(c) && begins != Begins::part) {
      ++words;
      is_text = is_text || begins == Begins::text;
    }
    second = std::exchange(before, c);
  }
  return words > 1 || is_text;
}

/// Whether `text` is a name of names, `worker.prefetch`, of which the last is the same in `other`:
/// a domain or a file may be another one in the language.
bool is_dotted_like(std::string_view text, std::string_view other) {
  const std::size_t dot = text.rfind('.');
  if (dot == text.npos || dot == 0 || dot + 1 == text.size()) return false;
  // `1.0.0` of `v1.0.0`, `exemple.zip` of `example.zip`
  if (!is_ascii_letter(text[dot + 1]) || text.find("example") != text.npos) return false;
  const bool is_name = std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '.';
  });
  const std::size_t other_dot = other.rfind('.');
  return is_name && other_dot != other.npos && text.substr(dot) == other.substr(other_dot);
}

/// Whether `text` is a header, `X-Tea-Token`, or a command with an option, `tea brew --hot`.
bool is_header_or_command(std::string_view text) {
  if (has_option(text)) return true;
  const std::size_t hyphen = text.find('-');
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return hyphen != text.npos && hyphen + 1 < text.size() && is_capital(text.front()) &&
         is_capital(text[hyphen + 1]) && text.find(' ') == text.npos;
}

/// Whether a letter of a script that looks like Latin stands before one of Latin in one code: `с`
/// for `c`. Behind it, it is an ending.
bool mixes_look_alikes(std::string_view text) {
  bool has_other = false;
  for (std::size_t at = 0; at < text.size();) {
    const Script script = script_of(next_code_point(text, at));
    if (script == Script::latin && has_other) return true;
    has_other = has_other || script == Script::cyrillic || script == Script::greek;
  }
  return false;
}

/// Whether the two differ within one quoted text, a path or several words: `open('/path/to/tea')`,
/// `open('/pfad/zum/tee')`.
bool has_other_text(std::string_view ours, std::string_view theirs) {
  const std::size_t quote = ours.find_first_of("'\"");
  if (quote == ours.npos || !theirs.starts_with(ours.substr(0, quote + 1))) return false;
  const std::size_t our_end = ours.find(ours[quote], quote + 1);
  const std::size_t their_end = theirs.find(ours[quote], quote + 1);
  if (our_end == ours.npos || their_end == theirs.npos) return false;
  const std::string_view path = ours.substr(quote + 1, our_end - quote - 1);
  const std::string_view other = theirs.substr(quote + 1, their_end - quote - 1);
  const bool is_path =
      std::count(path.begin(), path.end(), '/') > 1 &&
      std::count(path.begin(), path.end(), '/') == std::count(other.begin(), other.end(), '/');
  const bool are_words = path.find(' ') != path.npos && other.find(' ') != other.npos &&
                         path.find_first_of(":/-") == path.npos &&
                         digits_of(path) == digits_of(other);
  return ours.substr(our_end) == theirs.substr(their_end) && path != other &&
         (is_path || are_words);
}

}  // namespace

bool is_technical(std::string_view text) {
  if (has_letter_beyond_latin(text)) return false;
  text = without_underline(text);
  if (is_code_number(text)) return true;
  if (text.find("://") != std::string_view::npos) return false;
  if (text.starts_with('-') || has_option(text)) return true;
  if (text.find_first_of("_(=:$") != std::string_view::npos) return true;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool is_after_small = text[i - 1] >= 'a' && text[i - 1] <= 'z';
    if (is_after_small && text[i] >= 'A' && text[i] <= 'Z') return true;
  }
  return false;
}

bool may_be_translated(std::string_view ours, std::string_view theirs) {
  if (differ_in_what_is_filled_in(ours, theirs)) return true;
  if (!is_technical(ours) || has_translated_words(ours, theirs)) return true;
  // What a function is given is often a name that only the example has.
  const std::size_t bracket = ours.find('(');
  const bool is_same_call = bracket != std::string::npos && bracket > 0 && ours.ends_with(')') &&
                            theirs.ends_with(')') &&
                            theirs.starts_with(ours.substr(0, bracket + 1));
  if (is_same_call) return true;
  const std::size_t word = ours.find(' ');
  return word != std::string::npos && ours.substr(0, word) != theirs.substr(0, word);
}

Certainty certainty_of_slip(std::string_view ours, std::string_view theirs) {
  if (differ_in_what_is_filled_in(ours, theirs)) return Certainty::unsure;
  // What a command is given may be an example's own.
  if (has_other_text(ours, theirs) || has_translated_words(ours, theirs)) return Certainty::unsure;
  const bool is_slip = is_technical(ours) || is_dotted_like(ours, theirs) ||
                       is_header_or_command(ours) || is_reordered(ours, theirs) ||
                       (mixes_look_alikes(theirs) && !mixes_look_alikes(ours));
  return is_slip ? Certainty::sure : Certainty::unsure;
}

}  // namespace recto::checks
