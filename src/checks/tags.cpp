#include "checks/tags.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace recto::checks {
namespace {

bool is_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' || c == ':' ||
         c == '@';
}

bool is_same_name(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char l, char r) { return ascii_lower(l) == ascii_lower(r); });
}

/// Reads one tag from left to right.
class TagReader {
 public:
  TagReader(std::string_view text, Span span)
      : text_(text.substr(0, span.end)), at_(span.begin), end_(span.end) {}

  std::optional<Tag> read() {
    if (end_ - at_ < 3 || text_[at_] != '<') return std::nullopt;
    ++at_;
    Tag tag;
    if (text_[at_] == '/') {
      tag.is_closing = true;
      ++at_;
    }
    tag.name = name();
    if (tag.name.is_empty() || !is_ascii_letter(text_[tag.name.begin])) return std::nullopt;
    while (at_ < end_) {
      const Span attribute_name = name();
      if (attribute_name.is_empty()) {
        skip_one();
        continue;
      }
      tag.attributes.push_back(attribute(attribute_name));
    }
    return tag;
  }

 private:
  Span name() {
    const std::uint32_t begin = at_;
    while (at_ < end_ && is_name(text_[at_])) ++at_;
    return {begin, at_};
  }

  /// A blank, `/`, `>`, or `{...props}`.
  void skip_one() {
    if (text_[at_] == '{') {
      braces();
    } else {
      ++at_;
    }
  }

  Attribute attribute(Span attribute_name) {
    Attribute result{.name = attribute_name};
    std::uint32_t at = at_;
    while (at < end_ && is_gap(text_[at])) ++at;
    if (at >= end_ || text_[at] != '=') return result;
    ++at;
    while (at < end_ && is_gap(text_[at])) ++at;
    at_ = at;
    result.has_value = true;
    if (at_ >= end_) return result;
    const char opening = text_[at_];
    if (opening == '{') {
      result.is_code = true;
      result.value = braces();
    } else if (opening == '"' || opening == '\'') {
      const std::size_t closing = std::min<std::size_t>(text_.find(opening, at_ + 1), end_);
      result.value = span_at(at_ + 1, closing - at_ - 1);
      at_ = static_cast<std::uint32_t>(std::min<std::size_t>(closing + 1, end_));
    } else {
      const std::uint32_t begin = at_;
      while (at_ < end_ && !is_gap(text_[at_]) && text_[at_] != '>') ++at_;
      result.value = {begin, at_};
    }
    return result;
  }

  /// What stands between the brace at the cursor and the one that closes it.
  Span braces() {
    const std::uint32_t begin = ++at_;
    for (std::size_t depth = 1; at_ < end_; ++at_) {
      if (text_[at_] == '{') ++depth;
      if (text_[at_] == '}' && --depth == 0) return {begin, at_++};
    }
    return {begin, at_};
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
};

}  // namespace

std::optional<Tag> read_tag(const Post& post, Span span) {
  return TagReader(post.text, span).read();
}

bool is_component(std::string_view name) {
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

bool is_text_attribute(std::string_view name) {
  constexpr std::array<std::string_view, 21> kNames = {
      "alt",      "aria-label", "ariaLabel", "badge",   "buttonText", "caption", "description",
      "header",   "heading",    "headline",  "label",   "linkText",   "message", "placeholder",
      "question", "quote",      "subtitle",  "summary", "text",       "title",   "tooltip"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view known) { return is_same_name(known, name); });
}

Span attribute_value(const Post& post, const Tag& tag, std::string_view name) {
  for (const Attribute& attribute : tag.attributes) {
    if (!attribute.is_code && is_same_name(slice(post, attribute.name), name)) {
      return attribute.value;
    }
  }
  return {};
}

}  // namespace recto::checks
