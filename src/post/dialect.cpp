#include "post/dialect.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"

namespace recto {
namespace {

constexpr std::size_t kLongestShortcode = 4096;
constexpr std::size_t npos = std::string_view::npos;

bool is_word(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
}

std::size_t behind_word(std::string_view line, std::size_t at) {
  if (at >= line.size() || !is_ascii_letter(line[at])) return at;
  while (at < line.size() && is_word(line[at])) ++at;
  return at;
}

/// The same of a keyword, which a translator may have translated: letters of any script.
std::size_t behind_keyword(std::string_view line, std::size_t at) {
  const auto is_foreign = [](char c) { return !is_ascii(c); };
  if (at >= line.size() || (!is_ascii_letter(line[at]) && !is_foreign(line[at]))) return at;
  while (at < line.size() && (is_word(line[at]) || is_foreign(line[at]))) ++at;
  return at;
}

/// `[begin, end)` of `line` without blanks around it.
Span trimmed(std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(behind_blanks(line, begin), end);
  while (end > begin && is_blank(line[end - 1])) --end;
  return span_at(begin, end - begin);
}

Directive directive(std::string_view line, std::size_t marker_end, Span title) {
  return {span_at(0, line.size()), span_at(0, marker_end), title};
}

/// `:::name[Title]{attributes}`, `:::name Title`, `:::`.
std::optional<Directive> read_colons(std::string_view line) {
  const std::size_t colons = std::min(line.find_first_not_of(':'), line.size());
  if (colons == line.size()) return directive(line, colons, {});
  const std::size_t begin = behind_blanks(line, colons);
  const std::size_t end = behind_keyword(line, begin);
  if (end == begin) return std::nullopt;
  if (end == line.size()) return directive(line, end, {});
  if (line[end] == '[') {
    const std::size_t closing = line.rfind(']');
    if (closing == npos || closing < end) return std::nullopt;
    return directive(line, end, trimmed(line, end + 1, closing));
  }
  if (line[end] == '{') return directive(line, end, {});
  if (!is_blank(line[end])) return std::nullopt;
  std::size_t title_end = line.size();
  if (line.back() == '}') title_end = std::min(line.rfind('{'), title_end);
  return directive(line, end, trimmed(line, end, std::max(end, title_end)));
}

/// `/// name | Title`, `///`.
std::optional<Directive> read_slashes(std::string_view line) {
  const std::size_t slashes = std::min(line.find_first_not_of('/'), line.size());
  if (slashes == line.size()) return directive(line, slashes, {});
  const std::size_t begin = behind_blanks(line, slashes);
  const std::size_t end = behind_keyword(line, begin);
  if (begin == slashes || end == begin) return std::nullopt;
  const std::size_t bar = behind_blanks(line, end);
  if (bar == line.size()) return directive(line, end, {});
  if (line[bar] != '|') return std::nullopt;
  return directive(line, end, trimmed(line, bar + 1, line.size()));
}

/// Moves `at` over the words behind a name and the blanks around them; whether they are no more
/// than `inline` and `end`.
bool skip_classes(std::string_view line, std::size_t& at) {
  bool is_known = true;
  while (true) {
    at = behind_blanks(line, at);
    const std::size_t end = behind_word(line, at);
    if (end == at) return is_known;
    const std::string_view word = line.substr(at, end - at);
    is_known = is_known && (word == "inline" || word == "end");
    at = end;
  }
}

/// `!!! name "Title"`, `!!!name`, `??? name`, `???+ name inline end "Title"`, `=== "Title"`. A name
/// may be in any letters.
std::optional<Directive> read_indented_directive(std::string_view line, Dialect dialect) {
  const bool is_tab = line[0] == '=';
  bool is_prose = false;  // unless a title follows
  std::size_t marker_end = 3;
  if (marker_end < line.size() && line[marker_end] == '+') ++marker_end;
  std::size_t at = behind_blanks(line, marker_end);
  if (at >= line.size() || (is_tab && at == marker_end)) return std::nullopt;
  if (!is_tab) {
    const bool is_capital = is_ascii_letter(line[at]) && line[at] < 'a';
    const std::size_t name = at;
    const bool is_apart = at > marker_end;
    marker_end = at = is_apart ? behind_keyword(line, at) : behind_word(line, at);
    if (at == name) return std::nullopt;
    const bool is_name = skip_classes(line, at);
    is_prose = !is_name || (is_capital && dialect != Dialect::mkdocs);
  }
  if (is_prose && at >= line.size()) return std::nullopt;
  if (at >= line.size()) return directive(line, marker_end, {});
  if (line[at] != '"' || line.size() - at < 2 || line.back() != '"') return std::nullopt;
  return directive(line, marker_end, trimmed(line, at + 1, line.size() - 1));
}

std::optional<Directive> read_shortcodes(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] != '{') return std::nullopt;
    const auto end = behind_shortcode(line, at);
    if (!end) return std::nullopt;
    at = behind_blanks(line, *end);
  }
  return directive(line, line.size(), {});
}

/// The id among the attributes `#id .class key=value`, the first of which is an id or a class; an
/// empty span when there is none. None when `[at, end)` of `content` is something else.
std::optional<Span> read_attributes(std::string_view content, std::size_t at, std::size_t end) {
  if (at < end && content[at] == ':') at = behind_blanks(content, at + 1);
  if (at >= end || (content[at] != '#' && content[at] != '.')) return std::nullopt;
  Span id;
  while (at < end) {
    const std::size_t word_end = std::min(content.find_first_of(" \t", at), end);
    const std::string_view word = content.substr(at, word_end - at);
    if (word[0] == '#' || word[0] == '.') {
      if (word.size() == 1) return std::nullopt;
      if (word[0] == '#' && id.is_empty()) id = span_at(at + 1, word.size() - 1);
    } else if (word.find('=') == npos) {
      return std::nullopt;
    }
    at = behind_blanks(content, word_end);
  }
  return id;
}

/// A line of attributes for the block beside it: `{.class}`.
std::optional<Directive> read_attribute_line(std::string_view line) {
  const auto attributes = read_heading_id(line);
  if (!attributes || attributes->attribute.begin != 0) return std::nullopt;
  return directive(line, line.size(), {});
}

constexpr std::array<std::string_view, 2> kCodeTags = {"highlight", "mermaid"};

}  // namespace

Dialect dialect_of(std::string_view path, Dialect layout) {
  if (path.ends_with(".mdx") && !is_mdx(layout)) return Dialect::mdx;
  if (path.ends_with(".md") && layout == Dialect::mdx) return Dialect::markdown;
  return layout;
}

bool is_mdx(Dialect dialect) {
  return dialect == Dialect::mdx || dialect == Dialect::docusaurus;
}

std::optional<Directive> read_directive(std::string_view line, Dialect dialect) {
  if (line.size() < 3) return std::nullopt;
  const std::string_view head = line.substr(0, 3);
  if (head == ":::") return read_colons(line);
  if (head == "///") return read_slashes(line);
  if (head == "!!!" || head == "???" || (head == "===" && !is_mdx(dialect))) {
    return read_indented_directive(line, dialect);
  }
  if (head[0] != '{' || is_mdx(dialect)) return std::nullopt;
  const auto shortcodes = read_shortcodes(line);
  return shortcodes ? shortcodes : read_attribute_line(line);
}

std::optional<Directive> read_alert(std::string_view line) {
  if (!line.starts_with("[!")) return std::nullopt;
  const std::size_t end = behind_keyword(line, 2);
  if (end == 2 || end >= line.size() || line[end] != ']') return std::nullopt;
  std::size_t at = end + 1;
  if (at < line.size() && (line[at] == '-' || line[at] == '+')) ++at;
  if (at < line.size() && !is_blank(line[at])) return std::nullopt;
  return directive(line, end + 1, trimmed(line, at, line.size()));
}

std::optional<std::size_t> behind_shortcode(std::string_view text, std::size_t at) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {
      {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{* ", " *}"}, {"{%", "%}"}}};
  const std::string_view rest = text.substr(at, kLongestShortcode);
  for (const auto& [opening, closing] : kMarks) {
    if (!rest.starts_with(opening)) continue;
    const std::size_t end = rest.find(closing, opening.size());
    if (end != npos) return at + end + closing.size();
  }
  return std::nullopt;
}

std::optional<CodeTag> read_code_tag(std::string_view line, Dialect dialect) {
  if (is_mdx(dialect) || !line.starts_with('{')) return std::nullopt;
  const auto end = behind_shortcode(line, 0);
  if (!end || *end != line.size()) return std::nullopt;
  if (line.ends_with("/>}}") || line.ends_with("/%}}")) return std::nullopt;  // it holds nothing
  const bool is_liquid = line.starts_with("{%");
  const std::size_t mark = is_liquid ? 2 : 3;
  if (!is_liquid && line[2] != '<' && line[2] != '%') return std::nullopt;
  std::size_t at = behind_blanks(line, mark);
  CodeTag tag;
  if (line.substr(at).starts_with(is_liquid ? "end" : "/")) {
    tag.is_closing = true;
    at = behind_blanks(line, at + (is_liquid ? 3 : 1));
  }
  for (const std::string_view name : kCodeTags) {
    const std::size_t behind = at + name.size();
    if (!line.substr(at).starts_with(name) ||
        !(is_blank(line[behind]) || behind == line.size() - mark))
      continue;
    // The parameters of a diagram are none of its language.
    if (name == "highlight") tag.info = trimmed(line, behind, line.size() - mark);
    return tag;
  }
  return std::nullopt;
}

std::size_t next_code_tag_end(std::string_view text, std::size_t from) {
  std::size_t next = npos;
  for (const std::string_view end : {"/highlight", "endhighlight", "/mermaid", "endmermaid"})
    next = std::min(next, text.find(end, from));
  return next;
}

std::optional<HeadingId> read_heading_id(std::string_view content) {
  if (content.empty() || content.back() != '}') return std::nullopt;
  const std::size_t begin = content.rfind('{');
  if (begin == npos || (begin > 0 && content[begin - 1] == '\\')) return std::nullopt;
  std::size_t end = content.size() - 1;
  std::size_t at = behind_blanks(content, begin + 1);
  if (content.substr(at, 2) == "/*") {
    if (end < at + 4 || content.substr(end - 2, 2) != "*/") return std::nullopt;
    at = behind_blanks(content, at + 2);
    end -= 2;
    if (content[at] != '#') return std::nullopt;
  }
  const auto id = read_attributes(content, at, end);
  if (!id) return std::nullopt;
  return HeadingId{*id, span_at(begin, content.size() - begin)};
}

}  // namespace recto
