#include "checks/placeholders.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <tuple>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "checks/check.h"
#include "checks/code_lines.h"
#include "checks/tags.h"
#include "text/unicode.h"
#include "text/url.h"
#include "text/variables.h"

namespace recto::checks {
namespace {

/// Tags that Markdown has signs for, or that only place or style what stands in them.
constexpr std::array<std::string_view, 33> kFreeTags = {
    "a",   "abbr", "b",    "bdi", "bdo", "br",    "center", "cite",   "code", "del", "dfn",
    "div", "em",   "font", "hr",  "i",   "img",   "ins",    "li",     "nobr", "ol",  "p",
    "pre", "q",    "ruby", "rt",  "s",   "small", "span",   "strong", "u",    "ul",  "wbr"};
/// Attributes that hold links, what a language needs, or how a page looks at first.
constexpr std::array<std::string_view, 10> kFreeAttributes = {
    "cite", "content", "dir", "href", "lang", "open", "src", "style", "to", "xml:lang"};

/// Attributes whose words are names of a program's.
constexpr std::array<std::string_view, 27> kCodeAttributes = {
    "align",        "as",     "class",   "classname", "color",       "component", "default",
    "defaultvalue", "for",    "groupid", "icon",      "id",          "key",       "kind",
    "language",     "layout", "method",  "position",  "querystring", "rel",       "size",
    "slug",         "target", "theme",   "type",      "value",       "variant"};

/// What a variable in prose begins with.
constexpr ByteSet kBeginsVariable("%{");

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether an attribute is free to differ; what it holds is another rule's.
bool is_free(const std::string& name) {
  return is_text_attribute(name) || is_one_of(kFreeAttributes, ascii_lowered(name));
}

/// Whether the words of an attribute are names of a program's.
bool holds_names(std::string_view attribute) {
  return is_one_of(kCodeAttributes, ascii_lowered(attribute));
}

/// Whether `value` of the attribute is such a name for sure: `linux`, and not `Send` or `99%`.
bool is_name(std::string_view attribute, std::string_view value) {
  return holds_names(attribute) && !value.empty() && value.front() >= 'a' && value.front() <= 'z' &&
         std::none_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether `value`, of an attribute `name` or without one, is text for people: words, or a single
/// one as headings and buttons have it: `Download`.
bool is_text(std::string_view value, std::string_view name) {
  if (is_prose_value(value)) return true;
  const auto is_small = [](char c) { return is_ascii_letter(c) && ascii_lower(c) == c; };
  return value.size() > 2 && is_ascii_letter(value.front()) && !is_small(value.front()) &&
         std::all_of(value.begin() + 1, value.end(), is_small) && !holds_names(name);
}

/// The name before the `=` at `equals`, in small letters.
std::string name_before(std::string_view text, std::size_t equals) {
  std::size_t begin = equals;
  while (begin > 0 && (is_ascii_letter(text[begin - 1]) || text[begin - 1] == '-')) --begin;
  return ascii_lowered(text.substr(begin, equals - begin));
}

/// `value` without the locale of its post: `fr/recipes` and `en/recipes` are the same page.
std::string_view without_locale(std::string_view value, const Locale& locale) {
  const std::string_view path = value.starts_with('/') ? value.substr(1) : value;
  for (const std::string& name : {ascii_lowered(locale.tag()), locale.language}) {
    if (name.empty() || !ascii_lowered(path.substr(0, name.size())).starts_with(name)) continue;
    if (path.size() == name.size()) return {};
    if (path[name.size()] == '/') return path.substr(name.size() + 1);
  }
  return value;
}

/// Code in braces, of an attribute `name` if any, or a shortcode, without blanks and without the
/// quoted text that is for people.
void read_code(std::string_view text, std::string_view name, const Locale& locale,
               Placeholder& placeholder) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_gap(c)) continue;
    const std::size_t end = c == '"' || c == '\'' || c == '`' ? text.find(c, at + 1) : text.npos;
    if (end == std::string_view::npos) {
      placeholder.skeleton += c;
      placeholder.bare += c;
      continue;
    }
    const std::string_view value = text.substr(at + 1, end - at - 1);
    const bool is_named = at > 0 && (text[at - 1] == '=' || text[at - 1] == ':');
    const std::string own_name = is_named ? name_before(text, at - 1) : std::string(name);
    const bool is_prose = is_text(value, own_name) || (is_named && is_free(own_name));
    placeholder.has_prose = placeholder.has_prose || is_prose;
    const std::string_view code = is_prose ? std::string_view() : without_locale(value, locale);
    placeholder.values.push_back({std::string(code), is_name(own_name, value)});
    placeholder.skeleton += '"' + placeholder.values.back().text + '"';
    placeholder.bare += "\"\"";
    at = end;
  }
}

/// An attribute as it counts: what follows its name, and that value, empty when it is prose.
struct Written {
  std::string name;
  std::string rest;
  QuotedValue value;
};

/// Whether the attribute is what a tab is called: its `value` where it has no label.
bool is_name_of_tab(const Post& post, const Tag& tag, const Attribute& attribute) {
  const auto has_name = [&](const Attribute& other, std::string_view name) {
    return ascii_lowered(slice(post, other.name)) == name;
  };
  return has_name(attribute, "value") && slice(post, tag.name) == "Tab" &&
         std::none_of(tag.attributes.begin(), tag.attributes.end(),
                      [&](const Attribute& other) { return has_name(other, "label"); });
}

/// Whether code in braces is one quoted text, a number or a truth, which needs none: `{"wide"}`,
/// `{40}`, `{true}`.
bool is_literal(std::string_view code) {
  const bool is_quoted =
      code.size() > 1 && code.front() == '"' && code.find('"', 1) == code.size() - 1;
  const bool is_number = code.find_first_of("0123456789") != code.npos &&
                         code.find_first_not_of("-.0123456789") == code.npos;
  return is_quoted || is_number || code == "true" || code == "false";
}

Written written(const Post& post, const Tag& tag, const Attribute& attribute,
                Placeholder& placeholder) {
  Written result{.name = std::string(slice(post, attribute.name)), .rest = {}, .value = {}};
  if (!attribute.has_value) return result;
  const std::string_view value = slice(post, attribute.value);
  const std::string role = is_name_of_tab(post, tag, attribute) ? "label" : result.name;
  bool is_prose = is_text(value, role);
  result.value.is_name = is_name(role, value);
  if (attribute.is_code) {
    Placeholder code;
    read_code(value, result.name, post.locale, code);
    is_prose = code.has_prose;
    result.rest = is_literal(code.skeleton)
                      ? "=\"" + std::string(without_quotes(code.skeleton)) + '"'
                      : "={" + code.skeleton + '}';
    if (!is_prose) result.value.text = code.skeleton;
  } else {
    if (!is_prose) result.value.text = without_locale(value, post.locale);
    result.rest = "=\"" + result.value.text + '"';
  }
  placeholder.has_prose = placeholder.has_prose || is_prose;
  return result;
}

/// Whether the attribute gives the size of a cell or a picture, which words of another length
/// change: `width="110px"`.
bool is_size(const Post& post, const Attribute& attribute) {
  const std::string name = ascii_lowered(slice(post, attribute.name));
  const std::string_view value = slice(post, attribute.value);
  const std::size_t unit = std::min(value.find_first_not_of("0123456789."), value.size());
  const std::string_view rest = value.substr(unit);
  return (name == "width" || name == "height") && unit > 0 &&
         (rest.empty() || rest == "px" || rest == "%" || rest == "em" || rest == "rem");
}

/// Whether the tag at `span`, a `<sup>` or its end, raises the letters of an ordinal, which other
/// languages write otherwise: `2<sup>nd</sup>`.
bool raises_ordinal(const Post& post, Span span) {
  constexpr std::array<std::string_view, 6> kEndings = {"st", "nd", "rd", "th", "er", "re"};
  const std::string_view text = post.text;
  std::size_t begin = span.end;
  if (text.substr(span.begin, 2) == "</") {
    begin = span.begin;
    while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  }
  std::size_t end = begin;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  // Not `x<sup>th</sup>`, whatever that may be.
  const std::size_t tag = text.substr(0, begin).rfind('<');
  const bool is_behind_digit = tag != text.npos && tag > 0 && is_ascii_digit(text[tag - 1]);
  return is_one_of(kEndings, text.substr(begin, end - begin)) && text.substr(end, 2) == "</" &&
         begin > 0 && text[begin - 1] == '>' && is_behind_digit;
}

/// The tag with its attributes in the order of their names; none for a free one.
std::optional<Placeholder> read_tag_of(const Post& post, Span span) {
  const auto tag = read_tag(post, span);
  if (!tag) return std::nullopt;
  const std::string name(slice(post, tag->name));
  if (is_one_of(kFreeTags, ascii_lowered(name))) return std::nullopt;
  if (ascii_lowered(name) == "sup" && raises_ordinal(post, span)) return std::nullopt;
  Placeholder placeholder{.span = span};
  std::vector<Written> attributes;
  for (const Attribute& attribute : tag->attributes) {
    if (is_free(std::string(slice(post, attribute.name))) ||
        (!is_component(name) && is_size(post, attribute))) {
      continue;
    }
    attributes.push_back(written(post, *tag, attribute, placeholder));
  }
  std::sort(attributes.begin(), attributes.end(), [](const Written& left, const Written& right) {
    return std::tie(left.name, left.rest) < std::tie(right.name, right.rest);
  });
  placeholder.skeleton = placeholder.bare = (tag->is_closing ? "</" : "<") + name;
  for (Written& attribute : attributes) {
    placeholder.bare += ' ' + attribute.name;
    placeholder.skeleton += ' ' + attribute.name + attribute.rest;
    placeholder.values.push_back(std::move(attribute.value));
  }
  // A component that is not closed at once must be closed later, or its page cannot be built.
  if (is_component(name) && slice(post, span).ends_with("/>")) {
    placeholder.bare += '/';
    placeholder.skeleton += '/';
  }
  return placeholder;
}

/// The variables that stand in a piece of prose.
void add_variables(const Post& post, Span prose, std::size_t block,
                   std::vector<Placeholder>& placeholders) {
  const std::string_view text = slice(post, prose);
  for (std::size_t at = kBeginsVariable.find_in(text); at < text.size();
       at = kBeginsVariable.find_in(text, at + 1)) {
    const std::size_t size = variable_size(text, at);
    if (size == 0) continue;
    const std::string what(text.substr(at, size));
    placeholders.push_back({.span = span_at(prose.begin + at, size),
                            .block = block,
                            .skeleton = what,
                            .bare = what,
                            .is_variable = true});
    at += size - 1;
  }
}

std::optional<Placeholder> placeholder_of(const Post& post, const Inline& piece) {
  const std::string_view text = slice(post, piece.span);
  const bool is_code = piece.kind == InlineKind::placeholder ||
                       (piece.kind == InlineKind::html && text.starts_with('{'));
  if (!is_code) {
    return piece.kind == InlineKind::html ? read_tag_of(post, piece.span) : std::nullopt;
  }
  if (text.find("/*") < 4) return std::nullopt;  // a comment
  Placeholder placeholder{.span = piece.span};
  placeholder.is_footnote = text.starts_with("[^");
  if (placeholder.is_footnote) {
    placeholder.skeleton = placeholder.bare = text;
  } else {
    read_code(text, "", post.locale, placeholder);
  }
  // `{" "}` is a blank that a formatter put there.
  if (placeholder.skeleton == "{\"\"}") return std::nullopt;
  return placeholder;
}

}  // namespace

std::vector<Placeholder> placeholders_of(const Post& post) {
  std::vector<Placeholder> placeholders;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    const Block& block = post.blocks[i];
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::text) {
        add_variables(post, piece.span, i, placeholders);
      } else if (auto placeholder = placeholder_of(post, piece)) {
        placeholder->block = i;
        placeholders.push_back(std::move(*placeholder));
      }
    }
  }
  return placeholders;
}

Span directive_keyword(const Post& post, const Block& directive) {
  const std::string_view marker = slice(post, directive.marker);
  if (marker.starts_with('{')) return {};
  const std::size_t begin = std::min(marker.find_first_not_of(":/!?+[ \t"), marker.size());
  const std::size_t end = std::min(marker.find(']', begin), marker.size());
  if (begin < marker.size() && marker[begin] == '=') return {};
  return span_at(directive.marker.begin + begin, end - begin);
}

}  // namespace recto::checks
