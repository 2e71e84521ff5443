#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "post/post.h"

// What of a code block must stay as it is, and what people may translate in it.

namespace recto::checks {

/// A line of code without its comment and without blanks around it.
struct CodeLine {
  Span code;                // of the post; never empty
  std::vector<Span> prose;  // of the post: what stands in quotes, between tags, behind a YAML key
};

struct CodeText {
  std::vector<CodeLine> lines;  // those with more than a comment
  bool has_comment = false;
};

/// Reads `block`, code in `language` as `language_of` names it. For a language that it does not
/// know, what is a comment in most of them is one.
CodeText code_text(const Post& post, const Block& block, std::string_view language);

/// What of `line` people may not translate, in order.
std::vector<Span> code_pieces(const CodeLine& line);
/// The same as one text without blanks.
std::string code_of(const Post& post, const CodeLine& line);

/// Whether the two hold the same characters in another order: a slip, and no translation.
bool is_reordered(std::string_view left, std::string_view right);

/// Whether `text`, found in quotes, is written for people: words, and no path, name or pattern.
bool is_for_people(std::string_view text);

}  // namespace recto::checks
