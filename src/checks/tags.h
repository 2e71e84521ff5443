#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "post/post.h"

namespace recto::checks {

/// `name="value"`, `name={value}`, `name` of a tag; the value is without its quotes or braces.
struct Attribute {
  Span name;
  Span value;            // empty when there is none
  bool is_code = false;  // in braces
  bool has_value = false;
};

/// An opening or closing tag of HTML or JSX.
struct Tag {
  Span name;
  bool is_closing = false;
  std::vector<Attribute> attributes;
};

/// The tag that stands at `span` of `post`; none for comments, expressions and the like.
std::optional<Tag> read_tag(const Post& post, Span span);

/// Whether a tag of that name is a component of MDX, which begins with a capital.
bool is_component(std::string_view name);

/// Whether an attribute named `name`, in any case, holds text for people: `alt`, `title`, `label`.
bool is_text_attribute(std::string_view name);

/// The value of the first attribute named `name`, in any case; empty without one.
Span attribute_value(const Post& post, const Tag& tag, std::string_view name);

}  // namespace recto::checks
