#pragma once

#include <optional>

#include "align/causes.h"

// Each finds one kind of mistake. The stronger ones come first in `causes_of`: what they explain is
// not explained again.

namespace recto {

/// Every block asks every cause: a post with more mistakes than this is no translation.
constexpr std::size_t kMostCauses = 400;

/// A fence around the whole post, or around its body.
std::optional<Cause> fenced_post(const Post& source, const Post& translation);

/// Front matters in the body, with the keys of the source's; with what stands before it when the
/// post has no other front matter.
Causes pasted_front_matters(const Post& source, const Post& translation);

/// A fence on the last line that closes nothing, where the source ends otherwise.
std::optional<Cause> stray_fence(const Post& source, const Post& translation);

/// Code of the source whose lines are text in the translation.
Causes unfenced_causes(const Post& source, const Post& translation);

/// Blocks that stand in the translation a second time.
Causes second_copies(const Post& translation, const Alignment& alignment);

/// What a translation program said before or after the post.
Causes chatter(const Post& source, const Post& translation, const Alignment& alignment);

/// Fences and indents that swallow blocks which the source has as prose.
Causes swallowing_code(const Post& source, const Post& translation, const Alignment& alignment);

/// Items of the source that are one paragraph or one item of the translation.
Causes lists_run_together(const Post& source, const Post& translation, const Alignment& alignment);

/// Tables of the source that stand in the translation as paragraphs, bars and all.
Causes broken_tables(const Post& source, const Post& translation, const Alignment& alignment);

/// Links to the editions of the post, with the heading above them, that only the source has.
Causes language_lists(const Post& source, const Post& translation, const Alignment& alignment);

/// Headings that are components with a title in the source, in posts that have several of them.
Causes titled_components(const Post& source, const Post& translation, const Alignment& alignment);

/// Texts of the source that a divider right below made headings of the translation.
Causes underlined_texts(const Post& source, const Post& translation, const Alignment& alignment);

/// The end of the source, when the translation stops before it.
std::optional<Cause> truncation(const Post& source, const Post& translation,
                                const Alignment& alignment);

/// The last block, when the translation stops within a sentence long before the source's last block
/// does.
std::optional<Cause> broken_end(const Post& source, const Post& translation,
                                const Alignment& alignment);

/// Sections of which the translation has a part only, some of them without anything below the
/// heading.
Causes summaries(const Post& source, const Post& translation, const Alignment& alignment);

/// Sections, heading and all, that only the source or only the translation has.
Causes missing_sections(const Post& source, const Post& translation, const Alignment& alignment);
Causes extra_sections(const Post& translation, const Alignment& alignment);

/// Tabs and admonitions, mark and all, that only the source or only the translation has; neighbours
/// are one.
Causes missing_boxes(const Post& source, const Post& translation, const Alignment& alignment);
Causes extra_boxes(const Post& translation, const Alignment& alignment);

/// Blocks of several kinds in a row, no heading among them, that only the source or only the
/// translation has.
Causes lone_stretches(const Post& source, const Post& translation, const Alignment& alignment);

}  // namespace recto
