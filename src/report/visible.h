#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

// Whatever comes from a post, a path or a message goes through here before it may reach a terminal
// or a log.

namespace recto {

/// `text` as one harmless line: tabs are blanks; control characters, bidi controls, zero-width
/// characters and the mark of a log command (`##[`, `##vso[`) are spelt out (`<U+200B>`), but for
/// the joiners that a script or an emoji needs; what is not UTF-8 is U+FFFD.
std::string visible(std::string_view text);

/// Whether a service may take a `#` with `rest` behind it for a command, wherever in a line of its
/// log that stands: `##[error]` at GitHub, `##vso[...]` at Azure, `##teamcity[...]`.
bool begins_log_command(std::string_view rest);

/// Whether a line that begins with `text` is a command to GitHub: `::error::`, behind blanks or
/// not.
bool begins_workflow_command(std::string_view text);

/// Each line of `text` so: what is meant for a program, on a terminal.
std::string visible_lines(std::string_view text);

/// A character as a reader counts them: a letter with its marks, an emoji with what is joined to
/// it.
struct Cluster {
  Span span;          // in the text
  std::string shown;  // made visible
  std::size_t width;  // cells of a terminal
};

/// The clusters of `text`. One of more than a few dozen code points is split.
std::vector<Cluster> clusters(std::string_view text);

/// Whether any character of `text` is written from right to left.
bool has_right_to_left(std::string_view text);

/// `text` between U+2068 and U+2069, so that its direction does not touch what stands around it.
std::string isolated(std::string_view text);

}  // namespace recto
