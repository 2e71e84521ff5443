#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "post/post.h"

// What stands in prose and is no prose: tags, expressions, shortcodes, variables, footnote marks.

namespace recto::checks {

/// A quoted text within a placeholder.
struct QuotedValue {
  std::string text;      // empty for prose
  bool is_name = false;  // one of a program's, in an attribute for those: `id`, `value`
};

struct Placeholder {
  Span span;
  std::size_t block = 0;  // index into the post
  std::string skeleton;   // without what is text for people, and without URLs, which links own
  std::string bare;       // without any quoted text
  std::vector<QuotedValue> values;  // in the order of `bare`
  bool has_prose = false;           // holds quoted text for people
  bool is_footnote = false;
  bool is_variable = false;  // `%s`, `{0}`: where only one side has it, it may be prose
};

/// The placeholders in the blocks of `post`, in document order. Tags that Markdown has signs for,
/// `<br>`, comments and links are none.
std::vector<Placeholder> placeholders_of(const Post& post);

/// The keyword of a directive in small letters: `tip` of `:::tip Title`, `note` of `[!NOTE]`; where
/// it stands. Empty for a closing mark, a tab, shortcodes.
Span directive_keyword(const Post& post, const Block& directive);

}  // namespace recto::checks
