#include "checks/code_lines.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace recto::checks {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && !is_ascii_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '$';
         });
}

/// `line` with the keys of objects as a program may write them, without quotes: `{"port": 1}`.
std::string without_quoted_keys(std::string_view line) {
  constexpr std::string_view kQuotes = "\"'`";
  std::string result;
  char before = '{';  // the last sign that is no blank
  for (std::size_t at = 0; at < line.size();) {
    const bool is_quote = kQuotes.find(line[at]) != kQuotes.npos;
    const std::size_t close = is_quote ? line.find(line[at], at + 1) : line.npos;
    const std::size_t end = close == line.npos ? at + 1 : close + 1;
    const std::string_view piece = line.substr(at, end - at);
    const bool is_key = close != line.npos && line[at] != '`' && (before == '{' || before == ',') &&
                        is_name(piece.substr(1, piece.size() - 2)) &&
                        line.substr(end).starts_with(':');
    result += is_key ? piece.substr(1, piece.size() - 2) : piece;
    if (line[at] != ' ') before = line[end - 1];
    at = end;
  }
  return result;
}

/// Whether quotes around the names of keys are a matter of style in the language.
bool may_quote_keys(std::string_view language) {
  constexpr std::array<std::string_view, 5> kLanguages = {"json5", "js", "ts", "jsx", "tsx"};
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

/// The size of the chain of names that `line` begins with: `navigator.gate`.
std::size_t chain_size(std::string_view line) {
  std::size_t size = 0;
  while (size < line.size() &&
         (is_identifier_byte(line[size]) || line[size] == '.' || line[size] == '$')) {
    ++size;
  }
  return size;
}

}  // namespace

bool include_same(std::string_view ours, std::string_view theirs) {
  const auto file = [](std::string_view line) {
    if (!line.starts_with("{!") || !line.ends_with("!}")) return std::string_view();
    line = line.substr(2, std::max<std::size_t>(line.size(), 4) - 4);
    if (line.starts_with('>')) line.remove_prefix(1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    while (line.ends_with(' ')) line.remove_suffix(1);
    return line;
  };
  return !file(ours).empty() && file(ours) == file(theirs);
}

std::string_view without_quotes(std::string_view text) {
  const bool is_quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'');
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

bool differ_in_quoted_keys(std::string_view ours, std::string_view theirs,
                           std::string_view language) {
  return may_quote_keys(language) && without_quoted_keys(ours) == without_quoted_keys(theirs);
}

std::optional<std::pair<std::string_view, std::string_view>> entry_of(std::string_view line) {
  if (line.ends_with(',')) line.remove_suffix(1);
  if (is_name(line)) return std::pair(line, std::string_view());
  if (const std::size_t equals = line.find("=\""); equals != line.npos && line.ends_with('"')) {
    const std::string_view name = line.substr(0, equals);  // of an attribute, `:key="id"`
    const bool is_one = line.find(' ') > equals && line.find('"', equals + 2) == line.size() - 1;
    return is_one ? std::optional(std::pair(name, line.substr(equals + 1))) : std::nullopt;
  }
  const std::size_t colon = line.find(": ");
  if (colon == line.npos || !is_name(without_quotes(line.substr(0, colon)))) return std::nullopt;
  return std::pair(line.substr(0, colon), line.substr(colon + 2));
}

bool have_same_names(std::string_view ours, std::string_view theirs) {
  struct Line {
    std::string_view before;
    std::vector<std::string_view> names;  // sorted; empty for a line without such braces
    std::string_view behind;
  };
  const auto read = [](std::string_view line) {
    Line result;
    const std::size_t open = line.find('{');
    const std::size_t close = std::min(line.find('}', open), line.size());
    if (open == line.npos || close == line.size()) return result;
    result.before = line.substr(0, open);
    result.behind = line.substr(close);
    for (std::size_t at = open + 1; at < close;) {
      const std::size_t end = std::min(line.find(',', at), close);
      const std::string_view name = trimmed(line.substr(at, end - at));
      if (!is_name(name)) return Line();
      result.names.push_back(name);
      at = end + 1;
    }
    std::sort(result.names.begin(), result.names.end());
    return result;
  };
  const Line left = read(ours);
  const Line right = read(theirs);
  return !left.names.empty() && left.names == right.names && left.before == right.before &&
         left.behind == right.behind;
}

std::size_t lines_inside(const std::vector<std::string>& full, std::size_t at,
                         std::string_view other) {
  constexpr std::size_t kMost = 200;  // so that time stays linear
  constexpr std::string_view kOpening = "{[(";
  constexpr std::string_view kClosing = "}])";
  const std::string& line = full[at];
  const std::size_t kind = line.empty() ? kOpening.npos : kOpening.find(line.back());
  if (kind == kOpening.npos || other.size() <= line.size() || !other.starts_with(line) ||
      other[line.size()] != kClosing[kind]) {
    return 0;
  }
  std::ptrdiff_t depth = 1;
  for (std::size_t i = at + 1; i < std::min(full.size(), at + kMost); ++i) {
    depth += std::count(full[i].begin(), full[i].end(), kOpening[kind]) -
             std::count(full[i].begin(), full[i].end(), kClosing[kind]);
    if (depth <= 0) return i - at - 1;
  }
  return 0;
}

bool is_statement(std::string_view line) {
  const std::string_view chain = line.substr(0, chain_size(line));
  const auto is_inner_sign = [](char c) {
    return c == '.' || c == '_' || c == '$' || (c >= 'A' && c <= 'Z');
  };
  const bool is_name =
      chain.size() > 1 && std::any_of(chain.begin() + 1, chain.end(), is_inner_sign);
  if (is_name && line.substr(chain.size()).starts_with('(')) return line.ends_with(");");
  if (chain != "const" && chain != "let" && chain != "var") return false;
  const std::size_t name = std::min(behind_blanks(line, chain.size()), line.size());
  const std::string_view behind = line.substr(name + chain_size(line.substr(name)));
  return behind.starts_with(" = ") && line.ends_with(';');
}

}  // namespace recto::checks
