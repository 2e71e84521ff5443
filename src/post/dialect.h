#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/dialect.h"
#include "base/span.h"

// What sites add to Markdown, line by line and piece by piece. Spans count from the beginning of
// the text a function is given.

namespace recto {

/// The dialect of a file by its extension and the layout's default.
Dialect dialect_of(std::string_view path, Dialect layout);

/// Whether the dialect is MDX: expressions, tags, imports, and no indented code. Docusaurus
/// compiles `.md` so, too.
bool is_mdx(Dialect dialect);

/// A line that marks an admonition, a tab or the like: `:::tip Title`, `/// note | Title`,
/// `!!! warning "Title"`, `> [!NOTE]`, `:::`, or nothing but shortcodes.
struct Directive {
  Span span;
  Span marker;  // `:::tip`
  Span title;   // empty when there is none
};

/// The directive that `line`, without indentation and blanks at its end, is; none for prose.
std::optional<Directive> read_directive(std::string_view line, Dialect dialect);

/// The keyword of a coloured quote, `[!NOTE]`, that the first line of a quote is.
std::optional<Directive> read_alert(std::string_view line);

/// The offset behind the shortcode whose `{` stands at `at`: `{{< >}}`, `{{% %}}`, `{{ }}`,
/// `{* *}` with blanks, `{% %}`; none when there is none.
std::optional<std::size_t> behind_shortcode(std::string_view text, std::size_t at);

/// A line that is nothing but a tag around code: `{{< highlight go >}}`, `{% highlight go %}`,
/// `{{< mermaid >}}`, `{{< /highlight >}}`.
struct CodeTag {
  Span info;  // `go`; empty where nothing follows the name
  bool is_closing = false;
};
std::optional<CodeTag> read_code_tag(std::string_view line, Dialect dialect);

/// Where from `from` on the next tag that may close code names it; npos without one.
std::size_t next_code_tag_end(std::string_view text, std::size_t from);

/// The attributes at the end of a heading's content.
struct HeadingId {
  Span id;         // empty when they name a class only
  Span attribute;  // `{#id}`, `{ #id .class }`, `{/* #id */}` whole
};
std::optional<HeadingId> read_heading_id(std::string_view content);

}  // namespace recto
