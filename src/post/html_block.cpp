#include "post/html_block.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/ascii.h"

namespace recto {
namespace {

constexpr std::array<std::string_view, 62> kKnownTags = {
    "address",  "article",  "aside",    "base",       "basefont", "blockquote", "body",   "caption",
    "center",   "col",      "colgroup", "dd",         "details",  "dialog",     "dir",    "div",
    "dl",       "dt",       "fieldset", "figcaption", "figure",   "footer",     "form",   "frame",
    "frameset", "h1",       "h2",       "h3",         "h4",       "h5",         "h6",     "head",
    "header",   "hr",       "html",     "iframe",     "legend",   "li",         "link",   "main",
    "menu",     "menuitem", "nav",      "noframes",   "ol",       "optgroup",   "option", "p",
    "param",    "search",   "section",  "summary",    "table",    "tbody",      "td",     "tfoot",
    "th",       "thead",    "title",    "tr",         "track",    "ul"};

constexpr std::array<std::string_view, 4> kRawTextTags = {"pre", "script", "style", "textarea"};

constexpr std::size_t kLongestName = 10;

bool is_name_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-';
}

/// The name of the tag that begins `line`, in lower case; empty when it is none of interest.
std::string tag_name(std::string_view line) {
  std::size_t at = line.size() > 1 && line[1] == '/' ? 2 : 1;
  std::string name;
  while (at < line.size() && is_name_character(line[at]) && name.size() <= kLongestName) {
    name += ascii_lower(line[at++]);
  }
  if (at < line.size() && line[at] == '/' && at + 1 < line.size() && line[at + 1] == '>') {
    return name;
  }
  const bool ends = at == line.size() || is_blank(line[at]) || line[at] == '>';
  return ends ? name : std::string();
}

/// The end of the attribute that begins at `at`, which is no blank; npos when there is none.
std::size_t behind_attribute(std::string_view line, std::size_t at) {
  const auto begins = [](char c) { return is_ascii_letter(c) || c == '_' || c == ':'; };
  if (!begins(line[at])) return std::string_view::npos;
  const auto continues = [&](char c) { return begins(c) || is_name_character(c) || c == '.'; };
  while (at < line.size() && continues(line[at])) ++at;
  const std::size_t equals = behind_blanks(line, at);
  if (equals >= line.size() || line[equals] != '=') return at;
  at = behind_blanks(line, equals + 1);
  if (at >= line.size()) return std::string_view::npos;
  if (line[at] == '"' || line[at] == '\'') {
    const std::size_t end = line.find(line[at], at + 1);
    return end == std::string_view::npos ? end : end + 1;
  }
  const std::size_t end = line.find_first_of(" \t\v\f\"'=<>`", at);
  if (end == at) return std::string_view::npos;
  return end == std::string_view::npos ? line.size() : end;
}

/// Whether `line` is one whole tag with nothing but blanks behind it.
bool is_lone_tag(std::string_view line) {
  const bool is_closing = line.size() > 1 && line[1] == '/';
  std::size_t at = is_closing ? 2 : 1;
  if (at >= line.size() || !is_ascii_letter(line[at])) return false;
  while (at < line.size() && is_name_character(line[at])) ++at;
  while (!is_closing) {
    const std::size_t next = behind_blanks(line, at);
    if (next >= line.size()) return false;
    if (next == at || line[next] == '/' || line[next] == '>') break;
    at = behind_attribute(line, next);
    if (at == std::string_view::npos) return false;
  }
  at = behind_blanks(line, at);
  if (!is_closing && at < line.size() && line[at] == '/') ++at;
  if (at >= line.size() || line[at] != '>') return false;
  return behind_blanks(line, at + 1) == line.size();
}

/// Whether `line` goes on with `</name>` at `at`, in any case.
bool closes_tag(std::string_view line, std::size_t at, std::string_view name) {
  at += 2;
  if (at + name.size() >= line.size() || line[at + name.size()] != '>') return false;
  return std::equal(name.begin(), name.end(), line.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char wanted, char found) { return wanted == ascii_lower(found); });
}

bool contains_closing_tag(std::string_view line) {
  for (std::size_t at = line.find("</"); at != std::string_view::npos;
       at = line.find("</", at + 2)) {
    for (const std::string_view name : kRawTextTags) {
      if (closes_tag(line, at, name)) return true;
    }
  }
  return false;
}

}  // namespace

HtmlBlock html_block_at(std::string_view line) {
  if (line.size() < 2) return HtmlBlock::none;
  if (line.starts_with("<!--")) return HtmlBlock::comment;
  if (line[1] == '?') return HtmlBlock::instruction;
  if (line.starts_with("<![CDATA[")) return HtmlBlock::cdata;
  if (line[1] == '!') {
    const bool is_declaration = line.size() > 2 && is_ascii_letter(line[2]);
    return is_declaration ? HtmlBlock::declaration : HtmlBlock::none;
  }
  const std::string name = tag_name(line);
  if (std::find(kRawTextTags.begin(), kRawTextTags.end(), name) != kRawTextTags.end()) {
    if (line[1] != '/') return HtmlBlock::raw_text;
  } else if (std::binary_search(kKnownTags.begin(), kKnownTags.end(), name)) {
    return HtmlBlock::known_tag;
  }
  return is_lone_tag(line) ? HtmlBlock::any_tag : HtmlBlock::none;
}

bool wraps_markdown(std::string_view line, bool open) {
  const bool is_closing = line.size() > 1 && line[1] == '/';
  if (is_closing) return open && is_lone_tag(line);
  const std::size_t at = line.find(" markdown");
  if (at == std::string_view::npos || line.find("markdown=\"0\"") != std::string_view::npos) {
    return false;
  }
  const std::string_view behind = line.substr(at + std::string_view(" markdown").size());
  const bool is_attribute =
      behind.starts_with('=') || behind.starts_with('>') || behind.starts_with(' ');
  return is_attribute && is_lone_tag(line);
}

bool ends_html_block(HtmlBlock kind, std::string_view line) {
  switch (kind) {
    case HtmlBlock::raw_text:
      return contains_closing_tag(line);
    case HtmlBlock::comment:
      return line.find("-->") != std::string_view::npos;
    case HtmlBlock::instruction:
      return line.find("?>") != std::string_view::npos;
    case HtmlBlock::declaration:
      return line.find('>') != std::string_view::npos;
    case HtmlBlock::cdata:
      return line.find("]]>") != std::string_view::npos;
    default:
      return false;
  }
}

}  // namespace recto
