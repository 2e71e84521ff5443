#include <algorithm>
#include <array>

#include "text/yaml.h"

// Types of plain scalars as YAML 1.2's core schema reads them, and dates.

namespace recto::yaml {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Moves `at` behind the digits there; returns their number.
std::size_t digits(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - begin;
}

bool take(std::string_view text, std::size_t& at, char c) {
  if (at >= text.size() || text[at] != c) return false;
  ++at;
  return true;
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_boolean(std::string_view text) {
  constexpr std::array<std::string_view, 6> kWords = {"true",  "True",  "TRUE",
                                                      "false", "False", "FALSE"};
  return is_one_of(text, kWords);
}

bool is_integer(std::string_view text) {
  if (text.starts_with("0x") && text.size() > 2) {
    return text.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
  }
  if (text.starts_with("0o") && text.size() > 2) {
    return text.find_first_not_of("01234567", 2) == std::string_view::npos;
  }
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  return digits(text, at) > 0 && at == text.size();
}

bool is_real(std::string_view text) {
  constexpr std::array<std::string_view, 12> kWords = {".inf",  ".Inf",  ".INF",  "+.inf",
                                                       "+.Inf", "+.INF", "-.inf", "-.Inf",
                                                       "-.INF", ".nan",  ".NaN",  ".NAN"};
  if (is_one_of(text, kWords)) return true;
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  std::size_t count = digits(text, at);
  if (take(text, at, '.')) count += digits(text, at);
  if (count == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    if (digits(text, at) == 0) return false;
  }
  return at == text.size();
}

/// `10:00`, `10:00:00.5`, then a zone: `Z`, `+02`, `+02:00`.
bool is_time(std::string_view text, std::size_t at) {
  if (digits(text, at) == 0 || !take(text, at, ':') || digits(text, at) != 2) return false;
  if (take(text, at, ':') && digits(text, at) != 2) return false;
  if (take(text, at, '.')) digits(text, at);
  while (take(text, at, ' ')) {
  }
  if (at == text.size()) return true;
  if (take(text, at, 'Z') || take(text, at, 'z')) return at == text.size();
  if (!take(text, at, '+') && !take(text, at, '-')) return false;
  if (digits(text, at) == 0) return false;
  if (take(text, at, ':') && digits(text, at) != 2) return false;
  return at == text.size();
}

bool is_date(std::string_view text) {
  std::size_t at = 0;
  if (digits(text, at) != 4 || !take(text, at, '-')) return false;
  for (const bool is_day : {false, true}) {
    const std::size_t count = digits(text, at);
    if (count < 1 || count > 2) return false;
    if (!is_day && !take(text, at, '-')) return false;
  }
  if (at == text.size()) return true;
  if (take(text, at, 'T') || take(text, at, 't')) return is_time(text, at);
  if (text[at] != ' ') return false;
  while (take(text, at, ' ')) {
  }
  return is_time(text, at);
}

}  // namespace

Type type_of(const Node& node) {
  if (node.kind == Kind::null) return Type::null;
  if (node.kind == Kind::list) return Type::list;
  if (node.kind == Kind::map) return Type::map;
  if (node.style != Style::plain) return Type::string;
  if (is_one_of(node.text, kNulls)) return Type::null;
  if (is_boolean(node.text)) return Type::boolean;
  if (is_integer(node.text)) return Type::integer;
  if (is_real(node.text)) return Type::real;
  if (is_date(node.text)) return Type::date;
  return Type::string;
}

std::string name_of(Type type) {
  switch (type) {
    case Type::null:
      return "nothing";
    case Type::boolean:
      return "boolean";
    case Type::integer:
      return "integer";
    case Type::real:
      return "number";
    case Type::date:
      return "date";
    case Type::string:
      return "string";
    case Type::list:
      return "list";
    case Type::map:
      return "map";
  }
  return "string";
}

const Node* Node::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

}  // namespace recto::yaml
