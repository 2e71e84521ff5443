#include "text/variables.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"

namespace recto {
namespace {

bool is_of_name(char c) {
  return is_identifier_byte(c) || c == '.';
}

std::size_t behind_name(std::string_view text, std::size_t at) {
  while (at < text.size() && is_of_name(text[at])) ++at;
  return at;
}

/// The size of `%s`, `%1$d`, `%(name)s` at `at`; 0 for prose.
std::size_t conversion_size(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '(') {
    do {
      ++end;
    } while (end < text.size() && text[end] != ')' && text[end] != '(' && !is_gap(text[end]));
    if (end >= text.size() || text[end] != ')') return 0;
    ++end;
  } else {
    const std::size_t digits = end;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (end > digits && (end >= text.size() || text[end++] != '$')) return 0;
  }
  if (end >= text.size() || std::string_view("sdif@u").find(text[end]) == text.npos) return 0;
  ++end;
  const bool goes_on = end < text.size() && (is_ascii_letter(text[end]) || text[end] == '\'');
  const bool is_percentage = at > 0 && (is_ascii_digit(text[at - 1]) || text[at - 1] == '%');
  return goes_on || is_percentage ? 0 : end - at;
}

/// The size of `{0}`, `{name}` at `at`; 0 for prose.
std::size_t braced_size(std::string_view text, std::size_t at) {
  const std::size_t end = behind_name(text, at + 1);
  const bool is_closed = end < text.size() && text[end] == '}' && end > at + 1;
  return is_closed ? end + 1 - at : 0;
}

/// The size of `{}` and `{name:>8}` at `at`, which no prose has.
std::size_t format_size(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "{}") return 2;
  const std::size_t mark = behind_name(text, at + 1);
  if (mark >= text.size() || (text[mark] != ':' && text[mark] != '!')) return 0;
  const std::size_t end = text.find_first_of("{} \t\n", mark);
  return end != text.npos && text[end] == '}' ? end + 1 - at : 0;
}

/// The size of `${name}`, `$NAME` at `at`.
std::size_t dollar_size(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 0;
  if (text[at + 1] == '{') {
    const std::size_t size = braced_size(text, at + 1);
    return size > 0 ? size + 1 : 0;
  }
  std::size_t end = at + 1;
  while (end < text.size() && is_identifier_byte(text[end])) ++end;
  return end > at + 1 && !is_ascii_digit(text[at + 1]) ? end - at : 0;
}

std::size_t size_in_string(std::string_view text, std::size_t at) {
  if (text[at] == '$') return dollar_size(text, at);
  const std::size_t size = variable_size(text, at);
  return size > 0 || text[at] != '{' ? size : format_size(text, at);
}

/// Whether its place says which value it takes: `%d`.
bool is_by_place(std::string_view variable) {
  return variable.starts_with('%') && variable.size() == 2;
}

/// The first of `variables` of `text` that `others` has not as often.
Span first_lacking(std::string_view text, const std::vector<Span>& variables,
                   std::map<std::string_view, std::size_t> others) {
  for (const Span variable : variables) {
    std::size_t& left = others[slice(text, variable)];
    if (left == 0) return variable;
    --left;
  }
  return {};
}

std::map<std::string_view, std::size_t> counts_of(std::string_view text,
                                                  const std::vector<Span>& variables) {
  std::map<std::string_view, std::size_t> counts;
  for (const Span variable : variables) ++counts[slice(text, variable)];
  return counts;
}

}  // namespace

std::size_t variable_size(std::string_view text, std::size_t at) {
  if (text[at] == '%') return conversion_size(text, at);
  return text[at] == '{' ? braced_size(text, at) : 0;
}

std::vector<Span> variables_in_string(std::string_view text) {
  std::vector<Span> variables;
  for (std::size_t at = text.find_first_of("$%{"); at < text.size();
       at = text.find_first_of("$%{", at)) {
    const std::size_t size = size_in_string(text, at);
    if (size > 0) variables.push_back(span_at(at, size));
    at += std::max<std::size_t>(size, 1);
  }
  return variables;
}

OtherVariables other_variables(std::string_view source, std::string_view translation) {
  const std::vector<Span> ours = variables_in_string(source);
  const std::vector<Span> theirs = variables_in_string(translation);
  OtherVariables other{first_lacking(source, ours, counts_of(translation, theirs)),
                       first_lacking(translation, theirs, counts_of(source, ours))};
  if (!other.source.is_empty() || !other.translation.is_empty()) return other;
  const auto next = [](std::string_view text, const std::vector<Span>& all, std::size_t& at) {
    while (at < all.size() && !is_by_place(slice(text, all[at]))) ++at;
    return at < all.size();
  };
  for (std::size_t i = 0, j = 0; next(source, ours, i) && next(translation, theirs, j); ++i, ++j) {
    if (slice(source, ours[i]) != slice(translation, theirs[j])) return {ours[i], theirs[j]};
  }
  return {};
}

}  // namespace recto
