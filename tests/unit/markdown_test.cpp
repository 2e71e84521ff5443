#include "post/markdown.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parsed.h"

namespace {

using namespace recto;
using recto::testing::kinds;
using recto::testing::parsed;
using recto::testing::pieces;
using recto::testing::tree;

std::string content(const Post& post, std::size_t block) {
  return std::string(slice(post, post.blocks.at(block).content));
}

/// The inlines of the only block of `text`.
std::string pieces_of(const std::string& text) {
  const Post post = parsed(text);
  REQUIRE(post.blocks.size() == 1);
  return pieces(post, post.blocks[0]);
}

std::string plain(const std::string& text, std::size_t block = 0) {
  const Post post = parsed(text);
  return plain_text(post, post.blocks.at(block));
}

/// The first link or image of the first block.
Inline link_of(const Post& post) {
  for (const Inline& piece : post.blocks.at(0).inlines) {
    if (piece.kind == InlineKind::link || piece.kind == InlineKind::image) return piece;
  }
  FAIL("no link in " << post.text);
  return {};
}

}  // namespace

TEST_CASE("markdown: headings of both styles give level, marks and content") {
  struct Row {
    std::string text, content, marker;
    int level;
  };
  const std::vector<Row> rows = {{"# A", "A", "#", 1},
                                 {"###### A  ", "A", "######", 6},
                                 {"## A ##", "A", "##", 2},
                                 {"## A #b", "A #b", "##", 2},
                                 {"## A\\#", "A\\#", "##", 2},
                                 {"##\tA", "A", "##", 2},
                                 {"   # **A** b", "**A** b", "#", 1},
                                 {"#", "", "#", 1},
                                 {"A\n===", "A", "===", 1},
                                 {"A\nb\n---\n", "A\nb", "---", 2},
                                 {"> A\n> -", "A", "-", 2}};
  for (const Row& row : rows) {
    INFO(row.text);
    const Post post = parsed(row.text);
    REQUIRE(kinds(post) == "heading");
    CHECK(content(post, 0) == row.content);
    CHECK(slice(post, post.blocks[0].marker) == row.marker);
    CHECK(post.blocks[0].level == row.level);
  }
  CHECK(kinds(parsed("#A\n\n####### B")) == "paragraph paragraph");
}

TEST_CASE("markdown: an explicit id is no part of a heading's content") {
  struct Row {
    std::string text, content, id, attribute;
  };
  const std::vector<Row> rows = {{"## A {#b}", "A", "b", "{#b}"},
                                 {"## A { #b }", "A", "b", "{ #b }"},
                                 {"## A { #b .c } ##", "A", "b", "{ #b .c }"},
                                 {"## A {.c lang=en #b}", "A", "b", "{.c lang=en #b}"},
                                 {"## A {.c}", "A", "", "{.c}"},
                                 {"## A {/* #b */}", "A", "b", "{/* #b */}"},
                                 {"## A{#b-\xC3\xA9}", "A", "b-\xC3\xA9", "{#b-\xC3\xA9}"},
                                 {"A {#b}\n---", "A", "b", "{#b}"},
                                 {"## [A](u) { #b }", "[A](u)", "b", "{ #b }"},
                                 {"## {#b}", "", "b", "{#b}"},
                                 {"## A {b}", "A {b}", "", ""},
                                 {"## A \\{#b}", "A \\{#b}", "", ""}};
  for (const Row& row : rows) {
    INFO(row.text);
    const Post post = parsed(row.text);
    REQUIRE(kinds(post) == "heading");
    CHECK(content(post, 0) == row.content);
    CHECK(slice(post, post.blocks[0].id) == row.id);
    CHECK(slice(post, post.blocks[0].id_attribute) == row.attribute);
  }
}

TEST_CASE("markdown: blocks stand in the containers that a reader sees") {
  struct Row {
    std::string text, tree;
  };
  const std::vector<Row> rows = {
      {"- a\n- b\n", "list(item(paragraph) item(paragraph))"},
      {"- a\n\n- b\n", "list(item(paragraph) item(paragraph))"},
      {"- a\n* b\n", "list(item(paragraph)) list(item(paragraph))"},
      {"1. a\n2) b\n", "list(item(paragraph)) list(item(paragraph))"},
      {"- a\n  - b\n- c", "list(item(paragraph list(item(paragraph))) item(paragraph))"},
      {"1. a\n  - b", "list(item(paragraph)) list(item(paragraph))"},
      {"1. a\n\n   b\n\nc", "list(item(paragraph paragraph)) paragraph"},
      {"- ```\n  a\n  ```\n- b", "list(item(code) item(paragraph))"},
      {"-\n  a\n", "list(item(paragraph))"},
      {"-\n\n  a\n", "list(item()) paragraph"},
      {"a\n- b", "paragraph list(item(paragraph))"},
      {"a\n2. b", "paragraph"},
      {"a\n1. b", "paragraph list(item(paragraph))"},
      {"- a\nb\n", "list(item(paragraph))"},
      {"> a\nb\n\nc", "quote(paragraph) paragraph"},
      {"> - a\n>   > b\n", "quote(list(item(paragraph quote(paragraph))))"},
      {">\n> # a\n>\n", "quote(heading)"},
      {">>> a\n> b", "quote(quote(quote(paragraph)))"},
      {"> ```\n> a\nb", "quote(code) paragraph"},
      {"- \n", "list(item())"},
      {"* * *\n", "divider"},
      {"- * *\n\n- a", "list(item(list(item(list(item())))) item(paragraph))"},
      {"|a|b|\n|-|-|\n|c|d|\ne\n\nf", "table(row row row) paragraph"},
      {"> |a|\n> |-|\n> |c|\nd", "quote(table(row row)) paragraph"},
      {"\ta\n", "code"},
      {"-\ta\n\n\tb", "list(item(paragraph paragraph))"}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(tree(parsed(row.text)) == row.tree);
  }
}

TEST_CASE("markdown: items know their marks, numbers and tasks") {
  const Post post = parsed("3. [x] a\n4. [ ] b\n\n+ [y] c\n");
  REQUIRE(post.containers.size() == 5);
  CHECK(post.containers[0].ordered);
  CHECK(post.containers[1].number == 3);
  CHECK(slice(post, post.containers[2].marker) == "4.");
  CHECK_FALSE(post.containers[3].ordered);
  CHECK(slice(post, post.containers[4].marker) == "+");
  CHECK_FALSE(post.containers[4].number.has_value());
  CHECK(content(post, 0) == "a");
  CHECK(slice(post, post.blocks[0].marker) == "[x]");
  CHECK(slice(post, post.blocks[0].span) == "[x] a");
  CHECK(slice(post, post.blocks[1].marker) == "[ ]");
  CHECK(content(post, 2) == "[y] c");
}

TEST_CASE("markdown: the tags of a site's program stand around code as fences do") {
  const std::string text =
      "{{< highlight go \"hl=1\" >}}\n  a := 1\n\n# no heading\n{{< /highlight >}}\n\n"
      "{{< mermaid src=\"a\" />}}\n";
  const Post post = parsed(text, Dialect::hugo);
  REQUIRE(post.blocks.size() == 2);
  CHECK(post.blocks[0].kind == BlockKind::code);
  CHECK(slice(post, post.blocks[0].info) == "go \"hl=1\"");
  CHECK(post.blocks[0].lines.size() == 3);
  CHECK(slice(post, post.blocks[0].closing) == "{{< /highlight >}}");
  CHECK(post.blocks[1].kind == BlockKind::directive);
  CHECK(parsed(text, Dialect::mdx).blocks[0].kind != BlockKind::code);
}

TEST_CASE("markdown: code keeps its own indentation and knows its fences") {
  struct Row {
    std::string text, info, closing;
    std::vector<std::string> lines;
  };
  const std::vector<Row> rows = {
      {"```js title=\"a\"\nb\n\n  c\n```\n", "js title=\"a\"", "```", {"b", "", "  c"}},
      {"~~~~ \na\n~~~\n~~~~~", "", "~~~~~", {"a", "~~~"}},
      {"```\na\n\n", "", "", {"a"}},
      {"> ```\n> a\n>\n>   b\n> ```", "", "```", {"a", "", "  b"}},
      {"- a\n  ```\n  b\n c\n  ```", "", "", {"b"}},
      {"1.  ```sh\n    a\n      b\n    ```", "sh", "```", {"a", "  b"}},
      {"  ```\n   a\n b\n  ```", "", "```", {" a", "b"}},
      {"```\n```", "", "```", {}},
      {"```", "", "", {}},
      {"    a\n      b\n\n    c\n", "", "", {"a", "  b", "", "c"}},
      {"\ta\n\t\tb", "", "", {"a", "\tb"}},
      {"-     a", "", "", {"a"}}};
  for (const Row& row : rows) {
    INFO(row.text);
    const Post post = parsed(row.text);
    const auto code = std::find_if(post.blocks.begin(), post.blocks.end(), [](const Block& block) {
      return block.kind == BlockKind::code;
    });
    REQUIRE(code != post.blocks.end());
    CHECK(slice(post, code->info) == row.info);
    CHECK(slice(post, code->closing) == row.closing);
    std::vector<std::string> lines;
    for (const Span line : code->lines) lines.emplace_back(slice(post, line));
    CHECK(lines == row.lines);
  }
}

TEST_CASE("markdown: rows are cut into cells at bars that are not escaped") {
  const Post post = parsed("| a | `b` \\| c |\n|:--|--:|\n d | |\n|**e**|f|g|\n");
  REQUIRE(kinds(post) == "row row row");
  CHECK(post.blocks[0].is_header);
  CHECK_FALSE(post.blocks[1].is_header);
  CHECK(slice(post, post.blocks[0].cells.at(1)) == "`b` \\| c");
  CHECK(post.blocks[1].cells.size() == 2);
  CHECK(post.blocks[1].cells[1].is_empty());
  CHECK(post.blocks[2].cells.size() == 3);
  CHECK(pieces(post, post.blocks[2]) == "emphasis(**e**) text(e) text(f) text(g)");
  CHECK(plain_text(post, post.blocks[0]) == "a b | c");
  CHECK(plain_text(post, post.blocks[0], post.blocks[0].cells[0]) == "a");
  CHECK(kinds(parsed("a | b\n---|---|---\n")) == "paragraph");
}

TEST_CASE("markdown: emphasis, code and entities are found with their marks") {
  struct Row {
    std::string text, pieces;
  };
  const std::vector<Row> rows = {
      {"a *b* _c_ **d** ~~e~~",
       "text(a ) emphasis(*b*) text(b) text( ) emphasis(_c_) text(c) text( ) emphasis(**d**) "
       "text(d) text( ) emphasis(~~e~~) text(e)"},
      {"***a** b*", "emphasis(***a** b*) emphasis(**a**) text(a) text( b)"},
      {"***a***", "emphasis(***a***) emphasis(**a**) text(a)"},
      {"**a*", "text(*) emphasis(*a*) text(a)"},
      {"**a **b", "text(**a **b)"},
      {"a\\*b\\_", "text(a) text(*b) text(_)"},
      {"`a` ``b`c``", "code(`a`) text( ) code(``b`c``)"},
      {"`a\nb` c", "code(`a\nb`) text( c)"},
      {"`\na\n` b", "code(`\na\n`) text( b)"},
      {"`a", "text(`a)"},
      {"a&nbsp;b &x", "text(a) entity(&nbsp;) text(b &x)"},
      {"<b>a</b> <!-- c\nd --> <e\nf>",
       "html(<b>) text(a) html(</b>) text( ) html(<!-- c\nd -->) text( ) html(<e\nf>)"},
      {"a  \nb\\\nc\nd", "text(a) text(b) text(c) text(d)"}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(pieces_of(row.text) == row.pieces);
  }
  // A URL in a link costs the emphasis behind it nothing.
  CHECK(pieces_of("a\xE3\x80\x81**[b](http://c.d/e)**\xE3\x81\x8A**[f](u)**\xE3\x81\xA7") ==
        "text(a\xE3\x80\x81**) link([b](http://c.d/e)) text(b) emphasis(**\xE3\x81\x8A**) "
        "text(\xE3\x81\x8A) link([f](u)) text(f) text(**\xE3\x81\xA7)");
}

TEST_CASE("markdown: links and images of every form give target, title and content") {
  struct Row {
    std::string text, span, content, target, title;
  };
  const std::vector<Row> rows = {
      {"a [b](c) d", "[b](c)", "b", "c", ""},
      {"[b](c \"d\")", "[b](c \"d\")", "b", "c", "d"},
      {"[b](<c d> 'e')", "[b](<c d> 'e')", "b", "c d", "e"},
      {"[b](c (d))", "[b](c (d))", "b", "c", "d"},
      {"[b](a(c)d)", "[b](a(c)d)", "b", "a(c)d", ""},
      {"[b](a\\)c)", "[b](a\\)c)", "b", "a\\)c", ""},
      {"[b](a?b&amp;c \"d\")", "[b](a?b&amp;c \"d\")", "b", "a?b&amp;c", "d"},
      {"[b]()", "[b]()", "b", "", ""},
      {"[](c)", "[](c)", "", "c", ""},
      {"[b\nc](d\n\"e\nf\") g", "[b\nc](d\n\"e\nf\")", "b\nc", "d", "e\nf"},
      {"> [b\n> c](d\n> 'e')", "[b\n> c](d\n> 'e')", "b\n> c", "d", "e"},
      {"[`]`](c)", "[`]`](c)", "`]`", "c", ""},
      {"[b][r] c\n\n[r]: u 't'", "[b][r]", "b", "u", "t"},
      {"[r][] c\n\n[R]: <u>", "[r][]", "r", "u", ""},
      {"[r](x y)\n\n[r]: u", "[r]", "r", "u", ""},
      {"[r] c\n\n[r]:\n  u&amp;v\n  (t)", "[r]", "r", "u&amp;v", "t"},
      {"<https://a.b>", "<https://a.b>", "https://a.b", "https://a.b", ""},
      {"<a@b.c>", "<a@b.c>", "a@b.c", "a@b.c", ""},
      {"see https://a.b/c?d=e, f", "https://a.b/c?d=e", "https://a.b/c?d=e", "https://a.b/c?d=e",
       ""},
      {"(www.a.bc/d_e)", "www.a.bc/d_e", "www.a.bc/d_e", "www.a.bc/d_e", ""},
      {"**http://a.b/(c)**", "http://a.b/(c)", "http://a.b/(c)", "http://a.b/(c)", ""},
      {"to a.b@c.de.", "a.b@c.de", "a.b@c.de", "a.b@c.de", ""},
      {"![b *c*](d 'e')", "![b *c*](d 'e')", "b *c*", "d", "e"},
      {"![b][r]\n\n[r]: u", "![b][r]", "b", "u", ""}};
  for (const Row& row : rows) {
    INFO(row.text);
    const Post post = parsed(row.text);
    const Inline link = link_of(post);
    CHECK(slice(post, link.span) == row.span);
    CHECK(slice(post, link.content) == row.content);
    CHECK(slice(post, link.target) == row.target);
    CHECK(slice(post, link.title) == row.title);
  }
  for (const std::string text : {"[b] (c)", "[b](c d)", "[b][r]", "\\[b](c)", "a:b", "http://"}) {
    INFO(text);
    CHECK(parsed(text).blocks.at(0).inlines.at(0).kind == InlineKind::text);
    CHECK(pieces_of(text).find("link") == std::string::npos);
  }
}

TEST_CASE("markdown: definitions are blocks, wherever links refer to them") {
  const Post post = parsed("[a]: b\n[c d]: <e> 'f'\n[g]:\nh\n\"i\" j\n\n> [k]: l\n");
  CHECK(tree(post) == "definition definition definition paragraph quote(definition)");
  REQUIRE(post.definitions.size() == 4);
  CHECK(slice(post, post.definitions[1].label) == "c d");
  CHECK(slice(post, post.definitions[1].target) == "e");
  CHECK(slice(post, post.definitions[1].title) == "f");
  CHECK(slice(post, post.definitions[2].span) == "[g]:\nh");
  CHECK(content(post, 3) == "\"i\" j");
  CHECK(kinds(parsed("[a]: b c\n\na\n[d]: e")) == "paragraph paragraph");
  CHECK(kinds(parsed("[a]: b\n===")) == "definition paragraph");
}

TEST_CASE("markdown: footnotes are text, their marks are not") {
  const Post post = parsed("a[^1] b\n\n[^1]: c\n[^2]: https://d.e\n");
  REQUIRE(kinds(post) == "paragraph paragraph paragraph");
  CHECK(pieces(post, post.blocks[0]) == "text(a) placeholder([^1]) text( b)");
  CHECK(slice(post, post.blocks[1].marker) == "[^1]:");
  CHECK(content(post, 1) == "c");
  CHECK(post.definitions.empty());
  CHECK(kinds(parsed("[b]: https://d.e\n[^1]: c\n")) == "definition paragraph");
  CHECK(kinds(parsed("a\n[^a-z]: c\n")) == "paragraph");
}

TEST_CASE("markdown: a paragraph of images alone is an image") {
  CHECK(kinds(parsed("![a](b)")) == "image");
  CHECK(kinds(parsed("[![a](b)](c) ![d](e)\n![f](g)")) == "image");
  CHECK(kinds(parsed("![a](b) c")) == "paragraph");
  CHECK(kinds(parsed("[a](b)")) == "paragraph");
  CHECK(plain("![a *b*](c)") == "a b");
  CHECK(plain("d ![a](c) e") == "d  e");
}

TEST_CASE("markdown: HTML blocks hold tags and prose") {
  const Post post = parsed("<div>\n<p>a <b>c</b></p>\n</div>\n\n<!-- d\n\ne -->\nf\n");
  REQUIRE(kinds(post) == "html html paragraph");
  CHECK(pieces(post, post.blocks[0]) ==
        "html(<div>) html(<p>) text(a) html(<b>) text(c) html(</b>) html(</p>) html(</div>)");
  CHECK(slice(post, post.blocks[1].span) == "<!-- d\n\ne -->");
  CHECK(plain_text(post, post.blocks[1]).empty());
  CHECK(kinds(parsed("<script>\na\n\nb\n</script>\nc")) == "html paragraph");
  CHECK(kinds(parsed("a\n<b>\n")) == "paragraph");
  CHECK(kinds(parsed("<b>\na\n")) == "html");
  CHECK(kinds(parsed("a\n<div>\n")) == "paragraph html");
  CHECK(kinds(parsed("<https://a.b>")) == "paragraph");
}

TEST_CASE("markdown: plain text is what a reader sees") {
  struct Row {
    std::string text, plain;
  };
  const std::vector<Row> rows = {{"**a** `b` [c](d \"e\") f", "a b c f"},
                                 {"> a\n> b", "a b"},
                                 {"a  \nb", "a b"},
                                 {"<b>a</b> &amp; c\\*", "a &amp; c*"},
                                 {"a https://b.c <d@e.f> g", "a   g"},
                                 {"[https://a.b](https://a.b) c", "https://a.b c"},
                                 {"```\na\nb\n```", "a b"},
                                 {"# a {#b}", "a"},
                                 {"***", ""},
                                 {"- [x] a", "a"},
                                 {"> `a\n> b` c", "a b c"}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(plain(row.text) == row.plain);
  }
}

TEST_CASE("markdown: what would take too long is refused with the reason") {
  struct Row {
    std::string text, detail;
  };
  std::string deep;
  std::string wide = "a";
  std::string rule = "-";
  std::string lines;
  std::string brackets = "[a]: b\n\n";
  for (int i = 0; i < 40; ++i) deep += "> ";
  for (int i = 0; i < 140; ++i) wide += "|a", rule += "|-";
  for (int i = 0; i < 2100; ++i) lines += "a\n";
  brackets += std::string(20'000, '[') + std::string(20'000, ']');
  const std::vector<Row> rows = {
      {deep + "a", "quotes and lists are nested more than 32 levels deep"},
      {wide + "\n" + rule + "\n", "a table has 141 columns; 128 are the most"},
      {lines, "a paragraph is longer than 2,000 lines or 64 KiB"},
      {std::string(70'000, 'a'), "a paragraph is longer than 2,000 lines or 64 KiB"},
      {"# " + std::string(70'000, 'a'), "a heading is longer than 64 KiB"},
      {brackets, "brackets are nested too deeply"}};
  for (const Row& row : rows) {
    INFO(row.detail);
    const Post post = parsed(row.text);
    REQUIRE(post.problems.size() == 1);
    CHECK(post.problems[0].what == Problem::What::too_complex);
    CHECK(post.problems[0].detail == row.detail);
    CHECK(post.blocks.empty());
    CHECK_FALSE(post.is_readable());
  }
}

TEST_CASE("markdown: spans count from the beginning of the file, not of the body") {
  const std::string text = "---\na: b\n---\n# c\n";
  const MarkdownResult result = parse_markdown(text, {13, 17}, Dialect::markdown);
  REQUIRE(result.blocks.size() == 1);
  CHECK(result.blocks[0].span == Span{13, 16});
  CHECK(result.blocks[0].content == Span{15, 16});
}
