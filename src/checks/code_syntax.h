#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// How languages write what is for people.

namespace recto::checks {

/// Where the mark of a comment is one.
enum class CommentPlace : std::uint8_t {
  anywhere,
  behind_blank,
  begin_of_line,
  line_of_words,
  not_in_url
};

struct CommentStyle {
  std::string_view open;   // in small letters
  std::string_view close;  // empty for the end of the line
  CommentPlace place = CommentPlace::anywhere;
};

struct CodeSyntax {
  std::vector<CommentStyle> comments;  // the longer of two that begin alike first
  bool markup = false;                 // has text between tags
  bool may_have_tags = false;          // JSX, under another label
  bool yaml = false;                   // `key: text`
  bool has_templates = false;          // strings in backticks, over several lines
  bool may_be_prose = false;           // a line without tags may be text
};

/// The syntax of `language`, as language_of() names it. For one that is not known, what is a
/// comment in most of them is one.
CodeSyntax code_syntax(std::string_view language);

}  // namespace recto::checks
