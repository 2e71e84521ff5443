#include "checks/code_style.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"

namespace recto::checks {
namespace {

/// `text` without the dots that stand for what is left out, at its end or before a bracket.
std::string without_dots(std::string text) {
  for (const std::string_view dots : {"…", "..."}) {
    for (std::size_t at = text.find(dots); at != text.npos; at = text.find(dots, at + 1)) {
      const std::size_t end = at + dots.size();
      if (end == text.size() || std::string_view(")]}").find(text[end]) != std::string_view::npos) {
        text.erase(at, dots.size());
      }
    }
  }
  return text;
}

/// `text` with what stands for any key or password in one length: `sk_xxxxxxxx`.
std::string with_short_masks(std::string_view text) {
  constexpr std::size_t kMask = 4;  // signs in a row
  constexpr std::string_view kSigns = "xX*";
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of(text[i], i), text.size());
    const bool is_mask = end - i >= kMask && kSigns.find(text[i]) != kSigns.npos;
    result.append(is_mask ? kMask : end - i, text[i]);
    i = end;
  }
  return result;
}

}  // namespace

std::string_view without_slashes(std::string_view text) {
  while (text.starts_with('/')) text.remove_prefix(1);
  while (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

std::string without_style(std::string_view text) {
  constexpr std::string_view kQuotes = "'\"";
  constexpr std::string_view kSigns = "()[]{},:;=<>";  // not `-` and `.`: options and paths
  constexpr std::string_view kOperators = "=<>";
  if (text.starts_with("[ ")) return std::string(text);  // the test of a shell
  if (text.starts_with("$ ")) text.remove_prefix(2);
  const bool is_quoted =
      text.size() > 2 && text.front() == text.back() && kQuotes.find(text.front()) != kQuotes.npos;
  if (is_quoted) text = text.substr(1, text.size() - 2);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char before = i > 0 ? text[i - 1] : ' ';
    const char after = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool is_beside_sign =
        kSigns.find(before) != kSigns.npos || kSigns.find(after) != kSigns.npos;
    // Not the one that parts an operator: `> =`.
    const bool is_in_operator =
        kOperators.find(before) != kOperators.npos && kOperators.find(after) != kOperators.npos;
    if (text[i] == ' ' && is_beside_sign && !is_in_operator) continue;
    const bool is_between_names = is_identifier_byte(before) && is_identifier_byte(after);
    result += text[i] == '#' && is_between_names ? '.' : text[i];
  }
  return with_short_masks(without_dots(std::move(result)));
}

std::string_view without_kind(std::string_view text) {
  constexpr std::array<std::string_view, 12> kKinds = {
      "argument", "attribute", "class",    "clause",    "directive", "function",
      "keyword",  "method",    "operator", "parameter", "property",  "statement"};
  std::string_view words = text;
  while (words.ends_with('.') || words.ends_with(',')) words.remove_suffix(1);
  const std::size_t blank = words.rfind(' ');
  if (blank == words.npos) return text;
  const std::string_view word = words.substr(blank + 1);
  const std::string_view name = words.substr(0, blank);
  const bool is_kind = std::any_of(kKinds.begin(), kKinds.end(), [&](std::string_view kind) {
    return word == kind || (word.size() == kind.size() + 1 && word.starts_with(kind));
  });
  // `docker run command` is three words of an input.
  const bool is_one = name.substr(0, name.find('(')).find(' ') == name.npos;
  return is_kind && is_one && !name.starts_with('-') ? name : text;
}

bool is_same_name(std::string_view left, std::string_view right) {
  const auto without_brackets = [](std::string_view text) {
    return text.ends_with("()") ? text.substr(0, text.size() - 2) : text;
  };
  const auto without_dot = [](std::string_view text) {
    return text.starts_with('.') ? text.substr(1) : text;
  };
  const std::string_view ours = without_brackets(left);
  const std::string_view theirs = without_brackets(right);
  const bool is_call = left.ends_with(')') || right.ends_with(')');
  return ours == theirs || (is_call && without_dot(ours) == without_dot(theirs));
}

bool holds_code(std::string_view text, std::string_view code) {
  for (std::size_t at = text.find(code); at != std::string_view::npos;
       at = text.find(code, at + 1)) {
    // `-quick` is no part of `--quick`.
    const bool is_option = code.starts_with('-') && at > 0 && text[at - 1] == '-';
    const bool begins = at == 0 || !(is_identifier_byte(text[at - 1]) || is_option);
    const std::size_t end = at + code.size();
    if (begins && (end == text.size() || !is_identifier_byte(text[end]))) return true;
    if (code.empty()) return true;
  }
  return false;
}

}  // namespace recto::checks
