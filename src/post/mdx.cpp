#include "post/mdx.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace recto {
namespace {

constexpr std::size_t kLookAhead = std::size_t{64} * 1024;  // of one expression
constexpr std::size_t npos = std::string_view::npos;

bool begins_name(char c) {
  return is_ascii_letter(c) || c == '_' || c == '$';
}

bool continues_name(char c) {
  return begins_name(c) || is_ascii_digit(c) || c == '.' || c == ':' || c == '-' || c == '@';
}

std::size_t behind_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_gap(text[at])) ++at;
  return at;
}

std::size_t behind_name(std::string_view text, std::size_t at) {
  while (at < text.size() && continues_name(text[at])) ++at;
  return at;
}

/// The offset behind a string literal, or `at` + 1 where it is none: an apostrophe in prose.
std::size_t behind_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == quote) return i + 1;
    if (text[i] == '\\')
      ++i;
    else if (is_line_end(text[i]) && quote != '`')
      break;
  }
  return at + 1;
}

std::size_t behind_comment(std::string_view text, std::size_t at) {
  const std::size_t end = text.find("*/", at + 2);
  return end == npos ? at + 1 : end + 2;
}

bool has_word(std::string_view text, std::size_t at, std::string_view word) {
  if (text.substr(at, word.size()) != word) return false;
  return at + word.size() >= text.size() || !continues_name(text[at + word.size()]);
}

/// Whether a line that begins with `import` or `export` is a statement: prose begins so, too.
bool is_statement(std::string_view line) {
  static constexpr std::array<std::string_view, 11> kExported = {
      "const", "let",  "var",  "function",  "default", "class",
      "async", "enum", "type", "interface", "abstract"};
  const bool is_import = has_word(line, 0, "import");
  if (!is_import && !has_word(line, 0, "export")) return false;
  const std::size_t at = behind_spaces(line, 6);
  if (at >= line.size()) return false;
  if (line[at] == '{' || line[at] == '*') return true;
  if (is_import) {
    if (line[at] == '"' || line[at] == '\'') return true;
    return line.find(" from ") != npos || line.find(" from\"") != npos || line.ends_with(',');
  }
  return std::any_of(kExported.begin(), kExported.end(),
                     [&](std::string_view word) { return has_word(line, at, word); });
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("\r\n", at);
  return end == npos ? text.size() : end;
}

std::size_t behind_line_end(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\r') ++at;
  if (at < text.size() && text[at] == '\n') ++at;
  return at;
}

bool is_blank_line(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at == text.size() || is_line_end(text[at]);
}

}  // namespace

MdxReader::MdxReader(std::size_t text_size) : budget_(16 * text_size + kLookAhead) {}

bool MdxReader::spend(std::size_t bytes) {
  const bool suffices = bytes <= budget_;
  budget_ = suffices ? budget_ - bytes : 0;
  return suffices;
}

std::size_t MdxReader::behind_token(std::string_view text, std::size_t at) {
  const char c = text[at];
  const bool is_comment = text.substr(at, 2) == "/*";
  if (c != '"' && c != '\'' && c != '`' && !is_comment) return at + 1;
  const std::size_t end = is_comment ? behind_comment(text, at) : behind_string(text, at);
  if (end != at + 1) return end;
  // The end of a string or a comment was looked for in vain, and that has its price.
  const bool goes_on = is_comment || c == '`';
  return spend((goes_on ? text.size() : end_of_line(text, at)) - at) ? end : text.size();
}

std::optional<std::size_t> MdxReader::behind_expression(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  text = text.substr(0, at + std::min({kLookAhead, budget_, text.size() - at}));
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '{') ++depth;
    at = behind_token(text, at);
    if (c == '}' && --depth == 0) {
      spend(at - begin);
      return at;
    }
  }
  spend(at - begin);
  return std::nullopt;
}

std::optional<std::size_t> MdxReader::behind_attribute(std::string_view text, std::size_t at) {
  if (text[at] == '{') return behind_expression(text, at);
  if (!begins_name(text[at]) && text[at] != '@' && text[at] != ':') return std::nullopt;
  at = behind_name(text, at);
  const std::size_t equals = behind_spaces(text, at);
  if (equals >= text.size() || text[equals] != '=') return at;
  at = behind_spaces(text, equals + 1);
  if (at >= text.size()) return std::nullopt;
  if (text[at] == '{') return behind_expression(text, at);
  if (text[at] == '"' || text[at] == '\'') {
    const std::size_t end = text.find(text[at], at + 1);
    if (!spend(std::min(end, text.size()) - at) || end == npos) return std::nullopt;
    return end + 1;
  }
  const std::size_t end = std::min(text.find_first_of(" \t\r\n\"'=<>`{}", at), text.size());
  if (end == at) return std::nullopt;
  return end;
}

std::optional<std::size_t> MdxReader::behind_tag(std::string_view text, std::size_t at) {
  const std::size_t begin = at++;
  text = text.substr(0, begin + std::min(kLookAhead, text.size() - begin));
  const bool is_closing = at < text.size() && text[at] == '/';
  if (is_closing) ++at;
  if (at < text.size() && begins_name(text[at]))
    at = behind_name(text, at);
  else if (at >= text.size() || text[at] != '>')
    return std::nullopt;
  while (spend(1)) {
    const std::size_t next = behind_spaces(text, at);
    if (!spend(next - at) || next >= text.size()) return std::nullopt;
    if (text[next] == '>') return next + 1;
    if (text[next] == '/' && !is_closing) {
      const std::size_t end = behind_spaces(text, next + 1);
      if (end < text.size() && text[end] == '>') return end + 1;
      return std::nullopt;
    }
    if (is_closing || next == at) return std::nullopt;
    const auto end = behind_attribute(text, next);
    if (!end || !spend(*end - next)) return std::nullopt;
    at = *end;
  }
  return std::nullopt;
}

std::optional<std::size_t> MdxReader::end_of_esm(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  std::size_t end = end_of_line(text, at);
  if (!is_statement(text.substr(at, end - at))) return std::nullopt;
  std::optional<std::size_t> first_blank;
  int depth = 0;
  text = text.substr(0, begin + std::min({kLookAhead, budget_, text.size() - begin}));
  while (at < text.size()) {
    while (at < text.size() && !is_line_end(text[at])) {
      const char c = text[at];
      if (c == '{' || c == '(' || c == '[') ++depth;
      if (c == '}' || c == ')' || c == ']') --depth;
      at = text.substr(at, 2) == "//" && (at == begin || text[at - 1] != ':')
               ? end_of_line(text, at)
               : behind_token(text, at);
    }
    end = at;
    at = behind_line_end(text, at);
    if (!is_blank_line(text, at)) continue;
    // The statement ends with the first blank line outside brackets; failing that, with the first.
    if (!first_blank) first_blank = end;
    if (depth <= 0) break;
  }
  spend(at - begin);
  return depth <= 0 || !first_blank ? end : *first_blank;
}

std::string_view component_name(std::string_view text) {
  const std::size_t begin = text.starts_with("</") ? 2 : 1;
  const bool is_component =
      text.size() > begin && text[0] == '<' && text[begin] >= 'A' && text[begin] <= 'Z';
  return is_component ? text.substr(begin, text.find_first_of(" \t\r\n{/>", begin) - begin)
                      : std::string_view();
}

bool is_mdx_comment(std::string_view expression) {
  const std::size_t begin = behind_spaces(expression, 1);
  if (!expression.substr(begin).starts_with("/*")) return false;
  const std::size_t end = expression.find("*/", begin + 2);
  return end != npos && behind_spaces(expression, end + 2) + 1 == expression.size();
}

}  // namespace recto
