#include "text/yaml_problems.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/unicode.h"
#include "text/yaml_spans.h"

namespace recto::yaml {
namespace {

using What = Problem::What;

/// What the parser says, and how recto says it; for reasons that need no look at the text.
struct Wording {
  std::string_view reason;
  std::string_view message;
};

constexpr std::array<Wording, 19> kWordings = {{
    {"illegal map key", "a value cannot begin with `?` and a blank; put it in quotes"},
    {"illegal block entry", "a list item cannot stand on the line of its key; begin a new line"},
    {"end of map flow not found", "the `{` is never closed, or a comma is missing before this"},
    {"end of sequence flow not found",
     "the `[` is never closed, or a comma is missing before this"},
    {"illegal flow end", "this bracket closes none that is open; put the value in quotes"},
    {"end of sequence not found", "this line is no item of the list above; check its indentation"},
    {"illegal document indicator in scalar",
     "`---` inside a quoted value: its quote is not closed"},
    {"illegal EOF in scalar", "the quote that opens this value is never closed"},
    {"unexpected character in block scalar", "nothing may follow `|` or `>` on its line"},
    {"cannot set zero indentation for a block scalar", "`|0` is not allowed"},
    {"illegal tab when looking for indentation", "a tab in the indentation; use blanks"},
    {"the referenced anchor is not defined",
     "a value that begins with `*` refers to an anchor, and there is none of this name; "
     "put the value in quotes"},
    {"alias not found after *", "a value cannot begin with a lone `*`; put it in quotes"},
    {"anchor not found after &", "a value cannot begin with a lone `&`; put it in quotes"},
    {"illegal character found while scanning alias",
     "a value that begins with `*` refers to an anchor; put it in quotes"},
    {"illegal character found while scanning anchor",
     "a value that begins with `&` names an anchor; put it in quotes"},
    {"aliases can't have any content, *including* tags", "nothing may stand beside an alias"},
    {"bad character found while scanning hex number",
     "a broken `\\x` or `\\u` in a value in double quotes"},
    {"tag handle with no suffix", "a value cannot begin with `!`; put it in quotes"},
}};

std::size_t indentation(std::string_view text, std::size_t line) {
  return std::min(text.find_first_not_of(" \t", line), text.size()) - line;
}

bool has_tab_indent(std::string_view text, std::size_t line) {
  return text.substr(line, indentation(text, line)).find('\t') != std::string_view::npos;
}

Problem syntax(std::string_view text, std::size_t at, std::string message) {
  return problem_at(text, at, What::syntax, std::move(message));
}

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

/// The word that `before` ends with, where it follows the end of a sentence without a blank, as a
/// key does whose line end was lost: `license` of `A boat.license`.
std::string_view key_run_on(std::string_view before) {
  constexpr std::array<std::string_view, 13> kEnds = {".",  "!",  "?",  ")",  "\"", "'", "。",
                                                      "！", "？", "）", "」", "』", "”"};
  std::size_t begin = before.size();
  while (begin > 0 && before[begin - 1] >= 'a' && before[begin - 1] <= 'z') --begin;
  const bool runs_on = std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) {
    return before.substr(0, begin).ends_with(end);
  });
  return runs_on ? before.substr(begin) : std::string_view();
}

/// A `:` where none can stand.
Problem explain_colon(std::string_view text, std::size_t at, const Progress& progress) {
  const std::size_t line = line_begin(text, at);
  if (progress.value_begin && *progress.value_begin >= line) {
    if (is_quote(text[*progress.value_begin])) {
      return syntax(text, at, "a `:` behind a closing quote; put the whole value in quotes");
    }
    const std::string_view key = key_run_on(text.substr(0, at));
    const std::string advice = key.empty() ? "put the value in quotes"
                                           : "begin a new line with `" + std::string(key) +
                                                 ":`, or put the value in quotes";
    return syntax(text, at, "a `:` followed by a blank inside an unquoted value; " + advice);
  }
  if (const std::size_t indent = indentation(text, line); indent > 0) {
    return problem_at(text, line + indent, What::swallowed,
                      "this key is indented, so that it reads as part of the value above it");
  }
  return syntax(text, at, "a key behind a line that has no `:`");
}

/// Something that is no further key of the map above.
Problem explain_end_of_map(std::string_view text, std::size_t at, const Progress& progress) {
  const std::size_t line = line_begin(text, at);
  if (progress.value_begin && progress.end > line && progress.end <= at) {
    const char first = text[*progress.value_begin];
    if (is_quote(first)) {
      if (*progress.value_begin < line) {
        return syntax(text, *progress.value_begin,
                      "the quote that opens here is closed only on a later line");
      }
      return syntax(text, at,
                    std::string("text behind the closing quote; write ") +
                        (first == '"' ? "`\\\"`" : "`''`") + " for a quote inside the value");
    }
    return syntax(text, at, "text behind the end of the value; put the whole value in quotes");
  }
  if (at < text.size() && text[at] == '-') {
    return syntax(text, at, "a list item where a key should stand; check its indentation");
  }
  return syntax(text, at, "this line is indented like no key above it");
}

Problem explain_unknown(std::string_view text, std::size_t at, std::string_view reason) {
  if (reason.starts_with("unknown escape character")) {
    return syntax(text, at,
                  R"(an unknown `\` escape in double quotes; write `\\` for a backslash)");
  }
  if (reason.starts_with("invalid unicode")) {
    return syntax(text, at, "an escape that names no character");
  }
  if (reason == "unknown token" && at < text.size()) {
    return syntax(text, at,
                  std::string("a value cannot begin with `") + text[at] + "`; put it in quotes");
  }
  return syntax(text, at, "this is not valid YAML");
}

/// Whether as many brackets close as open from `at` on.
bool closes(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '{') ++depth;
    if ((text[at] == ']' || text[at] == '}') && --depth == 0) return true;
  }
  return false;
}

}  // namespace

Problem problem_at(std::string_view text, std::size_t at, What what, std::string message) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  std::size_t end = std::min(at + 1, text.size());
  while (end < text.size() && is_continuation(text[end])) ++end;
  if (at < text.size() && (text[at] == '\n' || text[at] == '\r')) end = at;
  const std::size_t begin = line_begin(text, at);
  const std::string_view before = text.substr(0, begin);
  const std::string_view in_line = text.substr(begin, at - begin);
  const auto columns =
      std::count_if(in_line.begin(), in_line.end(), [](char c) { return !is_continuation(c); });
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {what, std::move(message), span_at(at, end - at), static_cast<std::size_t>(lines) + 1,
          static_cast<std::size_t>(columns) + 1};
}

Problem explain(std::string_view text, std::size_t at, std::string_view reason,
                const Progress& progress) {
  at = std::min(at, text.size());
  const std::size_t line = line_begin(text, at);
  if (has_tab_indent(text, line)) {
    return syntax(text, text.find('\t', line), "a tab in the indentation; use blanks");
  }
  if (reason == "illegal map value") return explain_colon(text, at, progress);
  if (reason == "end of map not found") return explain_end_of_map(text, at, progress);
  const auto* known = std::find_if(kWordings.begin(), kWordings.end(), [&](const Wording& wording) {
    return wording.reason == reason;
  });
  if (known == kWordings.end()) return explain_unknown(text, at, reason);
  return syntax(text, at, std::string(known->message));
}

Problem explain_collection_key(std::string_view text, std::size_t at) {
  const char bracket = at < text.size() ? text[at] : '\0';
  if (bracket != '[' && bracket != '{') {
    return syntax(text, at, "a list or map as a key; put the key in quotes");
  }
  if (!closes(text, at)) {
    return syntax(text, at, std::string("the `") + bracket + "` is never closed");
  }
  const bool is_doubled = bracket == '{' && at > 0 && text[at - 1] == '{';
  if (is_doubled) return syntax(text, at - 1, "a value cannot begin with `{{`; put it in quotes");
  return syntax(text, at, "a list or map as a key; put the key in quotes");
}

Problem explain_rest(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const std::size_t line = line_begin(text, at);
  if (has_tab_indent(text, line)) {
    return syntax(text, text.find('\t', line), "a tab in the indentation; use blanks");
  }
  if (text.substr(at).starts_with("---") || text.substr(line).starts_with("---")) {
    return syntax(text, line, "a second YAML document begins here");
  }
  return problem_at(text, at, What::swallowed,
                    "this line belongs to nothing above it; YAML would drop it silently");
}

std::optional<Problem> find_forbidden_byte(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) return syntax(text, 0, "a second byte order mark");
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  });
  const auto at = static_cast<std::size_t>(found - text.begin());
  const auto invalid = first_invalid_utf8(text);
  if (invalid && *invalid < at)
    return syntax(text, *invalid, "a byte that is not UTF-8; save the file as UTF-8");
  if (found == text.end()) return std::nullopt;
  const auto byte = static_cast<unsigned char>(*found);
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return syntax(text, at,
                std::string("a control character, U+00") + kDigits[byte >> 4U] +
                    kDigits[byte & 0xFU] + "; remove it");
}

std::optional<Problem> find_key_in_quotes(std::string_view text, std::size_t begin,
                                          std::size_t end) {
  for (std::size_t line = line_end(text, begin) + 1; line < end; line = line_end(text, line) + 1) {
    if (!looks_like_key(text, line) || indentation(text, line) > 0) continue;
    return problem_at(text, begin, What::swallowed,
                      "the quote that opens here is not closed before the next key");
  }
  return std::nullopt;
}

std::optional<Problem> find_item_in_plain(std::string_view text, std::size_t begin,
                                          std::size_t end) {
  for (std::size_t line = line_end(text, begin) + 1; line < end; line = line_end(text, line) + 1) {
    const std::size_t first = line + indentation(text, line);
    if (!text.substr(first).starts_with("- ")) continue;
    return problem_at(text, first, What::swallowed,
                      "this list item reads as text of the value above it; check its indentation");
  }
  return std::nullopt;
}

}  // namespace recto::yaml
