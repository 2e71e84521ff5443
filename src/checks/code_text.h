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

/// What of `line` stands before, between and behind `texts`, some of its prose: one piece more than
/// there are texts, and some may be empty.
std::vector<Span> code_pieces(const CodeLine& line, const std::vector<Span>& texts);

/// `line` without blanks, with `stand_in` in the place of each of `texts`, some of its prose.
std::string code_without(const Post& post, const CodeLine& line, const std::vector<Span>& texts,
                         std::string_view stand_in = {});

/// The prose of `line` but for what goes on from the line before.
std::vector<Span> texts_begun_in(const CodeLine& line);

/// Whether the two hold the same characters in another order: a slip, and no translation.
bool is_reordered(std::string_view left, std::string_view right);

/// Whether `text`, found in quotes, is written for people: words, and no path, name or pattern.
bool is_for_people(std::string_view text);

}  // namespace recto::checks
