#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/align.h"
#include "post/post.h"

namespace recto {

enum class CauseKind : std::uint8_t {
  truncated,        // the translation stops: the last blocks of the source have no match
  broken_off,       // the last block of the translation stops in the middle of a sentence
  summarised,       // a section of which most blocks are left out
  missing_section,  // a section of the source that the translation lacks
  extra_section,    // a section that only the translation has
  language_list,    // links to the editions of the post, which one of the two lacks
  missing_box,      // tabs and admonitions that the translation lacks with all that is in them
  extra_box,        // tabs and admonitions that only the translation has
  missing_stretch,  // blocks of several kinds in a row that the translation lacks
  extra_stretch,    // such blocks that only the translation has
  broken_table,     // a table that is none to Markdown
  run_together,     // a list whose items became one paragraph, or one item
  swallowed,        // text in code: a stray or unclosed fence, or an indent; and what is lost in it
  fenced_post,      // the whole post stands in a code fence
  pasted_front_matter,  // a front matter in the body, and what Markdown makes of it
  chatter,              // what a translation program said before or after the post
  unfenced,             // code of the source that is text: its fence or its indent is lost
  second_copy,          // blocks that stand in the translation twice
  titled_component,     // a heading that is a component with a title in the source
  underlined,           // a text and the divider behind it that became a heading
  stray_fence,          // a fence on the last line that closes nothing
};

/// One mistake that explains why blocks have no match or do not agree. The rule that names the
/// mistake reports it; every other rule passes over the blocks that it covers.
struct Cause {
  CauseKind kind = CauseKind::truncated;
  Run source;       // blocks that are lost because of it; may be empty
  Run translation;  // blocks that are there, or other than they should be, because of it
  Span span;        // in the translation: where the mistake stands

  friend bool operator==(const Cause&, const Cause&) = default;
};
using Causes = std::vector<Cause>;

/// The mistakes of `translation` that explain more than one block, in document order.
Causes causes_of(const Post& source, const Post& translation, const Alignment& alignment);

/// Whether a cause explains the block of the source, or of the translation, at `index`.
bool explains_source(const Causes& causes, std::size_t index);
bool explains_translation(const Causes& causes, std::size_t index);

/// Whether the front matter only seems to be missing: it stands in a fence, or in the body.
bool hides_front_matter(const Causes& causes, const Post& translation);

}  // namespace recto
