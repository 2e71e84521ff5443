#include "checks/code.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "post/line_codes.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kAliases = {{
    {"javascript", "js"}, {"typescript", "ts"},     {"python", "py"},      {"python3", "py"},
    {"shell", "sh"},      {"bash", "sh"},           {"zsh", "sh"},         {"shellscript", "sh"},
    {"yml", "yaml"},      {"markdown", "md"},       {"text", "txt"},       {"plaintext", "txt"},
    {"plain", "txt"},     {"golang", "go"},         {"rust", "rs"},        {"ruby", "rb"},
    {"htm", "html"},      {"docker", "dockerfile"}, {"ps1", "powershell"}, {"pwsh", "powershell"},
    {"batch", "bat"},     {"cmd", "bat"},           {"viml", "vim"},       {"f#", "fsharp"},
    {"jinja2", "jinja"},  {"common-lisp", "lisp"},
}};

/// Directives of MyST whose text is Markdown for people, in a fence all the same: `{note}`.
constexpr std::array<std::string_view, 25> kProseDirectives = {
    "admonition", "attention", "card",         "caution",        "danger",
    "deprecated", "dropdown",  "epigraph",     "error",          "figure",
    "glossary",   "hint",      "image",        "important",      "list-table",
    "margin",     "note",      "seealso",      "sidebar",        "tab-item",
    "tip",        "topic",     "versionadded", "versionchanged", "warning"};

/// `{note}` of `{note} A title`; empty where `info` begins with no directive.
std::string_view directive_of(std::string_view info) {
  const std::size_t close = info.find('}');
  const bool is_one = info.starts_with('{') && close != std::string_view::npos;
  return is_one ? info.substr(0, close + 1) : std::string_view();
}

/// What a directive of MyST holds, by its info string: `md` of `{note}`, the language of
/// `{code-block} python`; empty where `info` names none of them.
std::string_view language_of_directive(std::string_view info) {
  if (!prose_directive(info).empty()) return "md";
  const std::string_view directive = directive_of(info);
  const bool is_code =
      directive == "{code-block}" || directive == "{code}" || directive == "{sourcecode}";
  return is_code ? trimmed(info.substr(directive.size())) : std::string_view();
}

}  // namespace

CodeWithinLines::CodeWithinLines(const Subject& subject) {
  for (const std::string_view code : line_codes(subject.translation)) ++surplus_[code];
  for (const std::string_view code : line_codes(subject.source)) --surplus_[code];
}

int CodeWithinLines::surplus(const Post& post, const Block& block) const {
  if (block.lines.size() != 1) return 0;
  const auto found = surplus_.find(trimmed(slice(post, block.lines.front())));
  return found == surplus_.end() ? 0 : found->second;
}

bool CodeWithinLines::is_added(const Post& post, const Block& block) const {
  return surplus(post, block) > 0;
}

bool CodeWithinLines::is_lost(const Post& post, const Block& block) const {
  return surplus(post, block) < 0;
}

std::string_view prose_directive(std::string_view info) {
  const std::string_view directive = directive_of(info);
  if (directive.empty()) return {};
  const std::string_view name = directive.substr(1, directive.size() - 2);
  const bool is_known =
      std::find(kProseDirectives.begin(), kProseDirectives.end(), name) != kProseDirectives.end();
  return is_known ? directive : std::string_view();
}

std::string language_of(std::string_view info) {
  if (const std::string_view held = language_of_directive(info); !held.empty()) info = held;
  std::string language;
  for (const char c : info) {
    const bool is_part = !is_blank(c) && c != '{' && c != '}' && c != ',' && c != ':' && c != '=';
    // `{.python .numberLines}` and `python{1,3}`.
    if (!is_part && language.empty() && c == '{') continue;
    if (!is_part) break;
    if (c == '.' && language.empty()) continue;
    language += ascii_lower(c);
  }
  for (const auto& [alias, name] : kAliases) {
    if (language == alias) return std::string(name);
  }
  return language;
}

std::string language_name(const Post& post, const Block& block) {
  const std::string_view info = slice(post, block.info);
  const std::string language = language_of(info);
  return language.empty() ? "code" : language;
}

std::string first_line(const Post& post, const Block& block) {
  for (const Span line : block.lines) {
    std::string text = short_quote(slice(post, line), 60);
    if (!text.empty() && text != " ") return text;
  }
  return {};
}

}  // namespace recto::checks
