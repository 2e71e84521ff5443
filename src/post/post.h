#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dialect.h"
#include "base/limits.h"
#include "base/locale.h"
#include "base/span.h"
#include "post/nested_fences.h"
#include "text/yaml.h"

// The model of a post. Everything is a value; every place is a Span of `Post::text`.

namespace recto {

enum class InlineKind : std::uint8_t {
  text,         // prose between the other kinds; line ends and container marks are not part of it
  emphasis,     // *x*, **x**, ~~x~~: `content` is what is emphasised, `strength` 1, 2 or 0 for ~~
  code,         // `x`
  link,         // inline, reference, autolink, bare URL: `target` is the URL, `content` the text
  image,        // `target` is the URL, `content` the alt text
  html,         // one tag or comment
  entity,       // &nbsp;
  placeholder,  // what the dialect masks: {expression}, {{< shortcode >}}, {% tag %}
};

/// A piece of a block. Pieces come in document order, an outer one before what it holds, and nest.
struct Inline {
  InlineKind kind = InlineKind::text;
  Span span;
  Span content;
  Span target;  // of a reference link: the URL in its definition, outside this block
  Span title;   // of a link or image, without its quotes; empty when there is none
  int strength = 0;

  friend bool operator==(const Inline&, const Inline&) = default;
};

/// Leaf blocks: what a reader sees as one piece, and what alignment pairs.
enum class BlockKind : std::uint8_t {
  heading,
  paragraph,  // also the text of a list item
  image,      // a paragraph that holds nothing but images (linked or not)
  row,        // of a table
  code,       // fenced or indented
  html,       // HTML or JSX block, comments included
  divider,
  directive,  // one marker line: `:::tip Title`, `/// note`, `!!! warning`, `> [!NOTE]`, `:::`
  esm,        // MDX import or export
  definition  // link reference definitions
};

enum class ContainerKind : std::uint8_t { list, item, quote, table };

/// What holds blocks or other containers.
struct Container {
  ContainerKind kind = ContainerKind::list;
  Span span;
  std::optional<std::size_t> parent;  // index into Post::containers; parents come first
  Span marker;                        // of an item: `-`, `1.`
  std::optional<int> number;          // of an item of an ordered list
  bool ordered = false;               // of a list

  friend bool operator==(const Container&, const Container&) = default;
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;     // from its first mark to its last byte, without the line end
  Span content;  // without marks: heading text without `##`, bold marks kept, and without its id
  std::optional<std::size_t> container;  // the innermost one; index into Post::containers
  int level = 0;                         // of a heading, 1 to 6
  Span marker;  // `##`, the setext underline, the opening fence, `:::tip`; of a paragraph `[x]`,
                // `[^1]:`
  Span id;      // explicit id of a heading, without `{#` and `}`; or empty
  Span id_attribute;          // `{#id}`, `{ #id }`, `{/* #id */}` whole; or empty
  Span info;                  // info string of a fence
  Span closing;               // the closing fence; empty when code is unclosed or indented
  bool is_header = false;     // of a row
  bool holds_fences = false;  // of code: closing fences at which CommonMark would end it
  std::vector<Span> lines;    // of code and HTML: each line without container marks and indentation
  std::vector<Span> cells;    // of a row: trimmed
  std::vector<Inline> inlines;

  friend bool operator==(const Block&, const Block&) = default;
};

/// `[label]: target "title"`.
struct Definition {
  Span span;
  Span label;
  Span target;
  Span title;

  friend bool operator==(const Definition&, const Definition&) = default;
};

/// What kept a post, or a part of it, from being read.
struct Problem {
  enum class What {
    unreadable,
    not_utf8,
    empty,
    too_large,
    too_complex,   // nothing can be judged
    unmerged,      // both sides of a conflict stand in it
    unsupported,   // front matter in JSON
    front_matter,  // the body can still be judged, the front matter cannot
  } what = What::unreadable;
  Span span;
  std::string detail;  // a sentence part: `the closing --- is missing`

  friend bool operator==(const Problem&, const Problem&) = default;
};

struct FrontMatter {
  enum class Syntax { yaml, toml } syntax = Syntax::yaml;
  Span span;     // with both fences, `---` of YAML or `+++` of TOML; empty when the post has none
  Span content;  // between them
  yaml::Node root;
};

/// A rule that a post lets pass, somewhere or everywhere: `<!-- recto: allow RULE -->`.
struct Allowance {
  std::string rule;           // or a family
  Span span;                  // of that name
  std::optional<Span> reach;  // where the findings stand; none: in the whole post
  std::string until;          // the last day, `2026-12-31`; empty: for good

  friend bool operator==(const Allowance&, const Allowance&) = default;
};

/// What a post says to recto. None of it is among its blocks, containers and keys.
struct Suppressions {
  /// A remark that cannot be followed, and why.
  struct Mistake {
    Span span;
    std::string what;

    friend bool operator==(const Mistake&, const Mistake&) = default;
  };

  std::vector<Allowance> allowances;
  std::vector<Block> local;  // what only this locale has: the blocks from `local` to `end`
  std::vector<Mistake> mistakes;

  friend bool operator==(const Suppressions&, const Suppressions&) = default;
};

struct Post {
  std::string path;  // relative to the root, with `/`
  Locale locale;
  Dialect dialect = Dialect::docusaurus;
  std::string text;
  Limits limits;  // that it was read with
  FrontMatter front_matter;
  Span body;
  std::vector<Container> containers;
  std::vector<Block> blocks;
  std::vector<Definition> definitions;
  std::vector<Problem> problems;
  Suppressions suppressions;

  /// Whether blocks and text can be judged: no problem but of the front matter.
  bool is_readable() const;
};

/// Whether `block` is code between fences.
inline bool is_fenced(const Block& block) {
  return block.kind == BlockKind::code && !block.marker.is_empty();
}

/// Whether `block` is code between fences of which the closing one is missing.
inline bool is_unclosed(const Block& block) {
  return is_fenced(block) && block.closing.is_empty();
}

/// The bytes of `post` at `span`.
std::string_view slice(const Post& post, Span span);
/// Whether the text of `link` is its address, with its scheme or without, which is no prose.
bool shows_its_target(const Post& post, const Inline& link);
/// The list item that `block` stands in, not deeper; null without one.
const Container* item_of(const Post& post, const Block& block);
/// The outermost quote around `block`, an index into Post::containers; none outside of quotes.
std::optional<std::size_t> quote_around(const Post& post, const Block& block);

/// Whether `span` stands in code within the lines of `block`.
bool is_in_code(const Block& block, Span span);

/// The index of the first block that ends behind the byte at `at`; their number without one.
std::size_t block_behind(const Post& post, std::size_t at);
/// Whether the block at `index` is the first of a list item.
bool opens_item(const Post& post, std::size_t index);
/// Whether the block at `index` is a paragraph that ends with a colon.
bool ends_with_colon(const Post& post, std::size_t index);
/// The level of a heading, or of a line that was meant to be one: `##Setup`, without the blank that
/// Markdown asks for, is a paragraph; 0 for any other block.
int meant_level(const Post& post, const Block& block);
/// Whether `block` is a paragraph that would be a table, but for a slip: it begins with a bar.
bool is_broken_table(const Post& post, const Block& block);
/// Whether the block at `index` closes a bracket that the one above it opens: a wrapped line that
/// begins with a hyphen, and was meant to be no item.
bool is_wrapped_line(const Post& post, std::size_t index);
/// Whether the block is a line in bold or in capitals, `**Note**` or `HINTS`: a heading that is
/// none.
bool is_label(const Post& post, const Block& block);
/// What a reader sees of `block` or a part of it: its text and code without marks, tags and URLs;
/// line ends become blanks. Entities stay as written.
std::string plain_text(const Post& post, const Block& block);
/// The same of any span of a block: only pieces that lie inside it.
std::string plain_text(const Post& post, const Block& block, Span part);

/// Reads a post from its bytes: byte order mark, front matter, body. Never fails: what is wrong
/// stands in `problems`.
Post parse_post(std::string path, Locale locale, Dialect dialect, std::string text,
                const Limits& limits = {}, Fences fences = Fences::as_meant);

}  // namespace recto
