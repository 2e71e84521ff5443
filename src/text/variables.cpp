#include "text/variables.h"

#include <algorithm>
#include <map>
#include <string>

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

/// The size of a conversion with all that C allows in it but a blank, `%-5s`, `%1$.2f`, which no
/// prose has.
std::size_t full_conversion_size(std::string_view text, std::size_t at) {
  const auto behind = [&](std::string_view signs, std::size_t from) {
    return std::min(text.find_first_not_of(signs, from), text.size());
  };
  constexpr std::string_view kDigits = "0123456789";
  std::size_t end = behind(kDigits, at + 1);
  if (end > at + 1 && end < text.size() && text[end] == '$') ++end;
  end = behind("-+#0123456789.", end);
  end = behind("hlqz", end);
  if (end >= text.size() || std::string_view("diouxXeEfFgGcsp@").find(text[end]) == text.npos) {
    return 0;
  }
  const bool goes_on = end + 1 < text.size() && is_ascii_letter(text[end + 1]);
  const bool is_percentage = at > 0 && (is_ascii_digit(text[at - 1]) || text[at - 1] == '%');
  return goes_on || is_percentage ? 0 : end + 1 - at;
}

std::size_t size_in_string(std::string_view text, std::size_t at, bool has_dollars) {
  if (text[at] == '$') {
    return has_dollars || text.substr(at, 2) == "${" ? dollar_size(text, at) : 0;
  }
  const std::size_t size = variable_size(text, at);
  if (size > 0) return size;
  return text[at] == '{' ? format_size(text, at) : full_conversion_size(text, at);
}

/// What each of `variables` stands for: `%d` as `%1$d`, `{}` as `{0}`, `{:d}` as `{0:d}`.
std::vector<std::string> meanings(std::string_view text, const std::vector<Span>& variables) {
  std::size_t conversions = 0;
  std::size_t braces = 0;
  std::vector<std::string> result;
  result.reserve(variables.size());
  for (const Span span : variables) {
    const std::string_view variable = slice(text, span);
    const std::string_view rest = variable.substr(1);
    const bool says_place = rest.starts_with('(') || rest.find('$') != rest.npos;
    if (variable.starts_with('%') && !says_place) {
      result.push_back('%' + std::to_string(++conversions) + '$' + std::string(rest));
    } else if (variable.starts_with('{') && !is_of_name(rest.front())) {
      result.push_back('{' + std::to_string(braces++) + std::string(rest));
    } else {
      result.emplace_back(variable);
    }
  }
  return result;
}

std::vector<std::string> texts(std::string_view text, const std::vector<Span>& variables) {
  std::vector<std::string> result;
  result.reserve(variables.size());
  for (const Span variable : variables) result.emplace_back(slice(text, variable));
  return result;
}

/// The variables of one string and what they are compared by.
struct Said {
  std::vector<Span> variables;
  std::vector<std::string> meanings;
};

/// The first of the variables of `own` that `other` has not as often.
Span first_lacking(const Said& own, const Said& other) {
  std::map<std::string_view, std::size_t> left;
  for (const std::string& meaning : other.meanings) ++left[meaning];
  for (std::size_t i = 0; i < own.variables.size(); ++i) {
    std::size_t& count = left[own.meanings[i]];
    if (count == 0) return own.variables[i];
    --count;
  }
  return {};
}

OtherVariables compared(const Said& source, const Said& translation) {
  return {first_lacking(source, translation), first_lacking(translation, source)};
}

bool is_none(const OtherVariables& other) {
  return other.source.is_empty() && other.translation.is_empty();
}

}  // namespace

std::size_t variable_size(std::string_view text, std::size_t at) {
  if (text[at] == '%') return conversion_size(text, at);
  return text[at] == '{' ? braced_size(text, at) : 0;
}

std::vector<Span> variables_in_string(std::string_view text, bool has_dollars) {
  std::vector<Span> variables;
  for (std::size_t at = text.find_first_of("$%{"); at < text.size();
       at = text.find_first_of("$%{", at)) {
    const std::size_t size = size_in_string(text, at, has_dollars);
    if (size > 0) variables.push_back(span_at(at, size));
    at += std::max<std::size_t>(size, 1);
  }
  return variables;
}

OtherVariables other_variables(std::string_view source, std::string_view translation,
                               bool has_dollars) {
  Said ours{variables_in_string(source, has_dollars), {}};
  Said theirs{variables_in_string(translation, has_dollars), {}};
  if (ours.variables.empty() && theirs.variables.empty()) return {};
  ours.meanings = meanings(source, ours.variables);
  theirs.meanings = meanings(translation, theirs.variables);
  const OtherVariables other = compared(ours, theirs);
  if (is_none(other)) return other;
  // What is written nowhere there is told first.
  ours.meanings = texts(source, ours.variables);
  theirs.meanings = texts(translation, theirs.variables);
  const OtherVariables as_written = compared(ours, theirs);
  return is_none(as_written) ? other : as_written;
}

}  // namespace recto
