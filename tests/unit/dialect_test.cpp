#include "post/dialect.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parsed.h"
#include "post/boxes.h"

namespace {

using namespace recto;
using recto::testing::kinds;
using recto::testing::parsed;
using recto::testing::pieces;
using recto::testing::tree;

struct Row {
  std::string text, kinds;
};

void check_kinds(const std::vector<Row>& rows, Dialect dialect) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(kinds(parsed(row.text, dialect)) == row.kinds);
  }
}

}  // namespace

TEST_CASE("dialect: it follows from the extension and the layout") {
  CHECK(dialect_of("a/b.md", Dialect::docusaurus) == Dialect::docusaurus);
  CHECK(dialect_of("a/b.mdx", Dialect::docusaurus) == Dialect::docusaurus);
  CHECK(dialect_of("a/b.mdx", Dialect::hugo) == Dialect::mdx);
  CHECK(dialect_of("a/b.md", Dialect::mdx) == Dialect::markdown);
  CHECK(dialect_of("a/b.md", Dialect::mkdocs) == Dialect::mkdocs);
}

TEST_CASE("dialect: directives are known by their marks and give their title") {
  struct Line {
    std::string line, marker, title;
  };
  const std::vector<Line> lines = {{":::tip Title here", ":::tip", "Title here"},
                                   {":::tip[Title]", ":::tip", "Title"},
                                   {"::::note[A]{.b}", "::::note", "A"},
                                   {":::note A {.b}", ":::note", "A"},
                                   {"::: info", "::: info", ""},
                                   {":::", ":::", ""},
                                   {"/// note | A b", "/// note", "A b"},
                                   {"//// tab", "//// tab", ""},
                                   {"///", "///", ""},
                                   {"!!! warning", "!!! warning", ""},
                                   {"!!! note inline end \"A\"", "!!! note", "A"},
                                   {"???+ tip \"A b\"", "???+ tip", "A b"},
                                   {"{{< a b=\"c\" >}}", "{{< a b=\"c\" >}}", ""},
                                   {"{{% a %}} {{% /a %}}", "{{% a %}} {{% /a %}}", ""},
                                   {"{* a.py hl[1] *}", "{* a.py hl[1] *}", ""},
                                   {"{% raw %}", "{% raw %}", ""},
                                   {"{.class}", "{.class}", ""}};
  CHECK(!read_directive("{**-a**}", Dialect::markdown));
  for (const Line& line : lines) {
    INFO(line.line);
    const auto directive = read_directive(line.line, Dialect::markdown);
    REQUIRE(directive.has_value());
    CHECK(slice(line.line, directive->marker) == line.marker);
    CHECK(slice(line.line, directive->title) == line.title);
  }
  for (const std::string line : {"::: 100 %", "::tip", "/// a b", "!!! Look", "!!!", "??? why not",
                                 "{{< a >}} b", "{a}", "//", "!!! note b\"", ":::1"}) {
    INFO(line);
    CHECK_FALSE(read_directive(line, Dialect::markdown).has_value());
  }
}

TEST_CASE("dialect: a directive is a block of its own, in any container") {
  check_kinds({{":::tip A\n\nb\n\n:::\n", "directive paragraph directive"},
               {":::tip\nb\n:::\nc", "directive paragraph directive paragraph"},
               {"a\n/// note\nb\n///", "paragraph directive paragraph directive"},
               {"```\n:::tip\n```", "code"},
               {"a `:::tip` b", "paragraph"}},
              Dialect::markdown);
  CHECK(tree(parsed("- a\n\n  :::tip\n  b\n  :::\n")) ==
        "list(item(paragraph directive paragraph directive))");
  const Post post = parsed(":::tip A *b*\n");
  CHECK(pieces(post, post.blocks[0]) == "text(A ) emphasis(*b*) text(b)");
  CHECK(plain_text(post, post.blocks[0]) == "A b");
}

TEST_CASE("dialect: the keyword of a coloured quote is a directive") {
  const Post post = parsed("> [!NOTE]\n> a\n\n> [!TIP] B\n\n> c\n> [!NOTE]\n\n[!NOTE]\n");
  CHECK(tree(post) == "quote(directive paragraph) quote(directive) quote(paragraph) paragraph");
  CHECK(slice(post, post.blocks[0].span) == "[!NOTE]");
  CHECK(slice(post, post.blocks[2].content) == "B");
}

TEST_CASE("dialect: what MkDocs indents below an admonition is no code") {
  CHECK(kinds(parsed("!!! note \"A\"\n\n    b\n\n    - c\n\nd", Dialect::mkdocs)) ==
        "directive paragraph paragraph paragraph");
  CHECK(kinds(parsed("a\n\n    b\n", Dialect::mkdocs)) == "paragraph code");
  CHECK(kinds(parsed("=== \"A\"\n\n    b\n", Dialect::mkdocs)) == "directive paragraph");
  // Such marks tell, whatever the site is said to be.
  CHECK(kinds(parsed("=== \"A\"\n\n    b\n")) == "directive paragraph");
  CHECK(kinds(parsed("!!!info\n\n    b\n")) == "directive paragraph");
  CHECK(kinds(parsed("!!! 信息\n    b\n")) == "directive paragraph");
  CHECK(kinds(parsed("!!! Look\n\n    b\n")) == "paragraph code");
  CHECK(kinds(parsed("!!! Note\n\n    b\n", Dialect::mkdocs)) == "directive paragraph");
}

TEST_CASE("dialect: Markdown goes on behind a tag that says so") {
  CHECK(kinds(parsed("<div dir=\"rtl\" markdown=\"1\">\n# a\n\nb\n</div>\nc\n")) ==
        "html heading paragraph html paragraph");
  CHECK(kinds(parsed("<div dir=\"rtl\">\n# a\n\nb\n</div>\nc\n")) == "html paragraph html");
}

TEST_CASE("dialect: a box ends where its indent does, or with the line that closes it") {
  const auto ends = [](const std::string& text) {
    const Post post = parsed(text);
    return Boxes(post).behind(0);
  };
  CHECK(ends("!!! tip\n    a\n\n    - b\n\nc\n") == 3);
  CHECK(ends("=== \"A\"\n\n    ```\n    a\n    ```\n\n=== \"B\"\n\n    b\n") == 2);
  CHECK(ends(":::tip\na\n\n:::note\nb\n:::\n\nc\n:::\nd\n") == 7);
  CHECK(ends(":::tip\na\n\nb\n") == 1);  // nothing closes it
  CHECK(ends("::::tip\na\n\n:::note\nb\n:::\n\nc\n::::\nd\n") == 7);
  CHECK(ends("/// note\na\n///\n") == 3);
}

TEST_CASE("dialect: shortcodes in prose are placeholders") {
  const Post post =
      parsed("a {{< b \"c\" >}} [d]({{< ref \"e\" >}}) **{{% f %}}** `{{< g >}}` \\{%h%}\n",
             Dialect::hugo);
  CHECK(pieces(post, post.blocks[0]) ==
        "text(a ) placeholder({{< b \"c\" >}}) text( ) link([d]({{< ref \"e\" >}})) text(d) "
        "text( ) emphasis(**{{% f %}}**) placeholder({{% f %}}) text( ) code(`{{< g >}}`) "
        "text( ) text({%h%})");
  CHECK(slice(post, post.blocks[0].inlines[3].target) == "{{< ref \"e\" >}}");
  CHECK(kinds(parsed("{{< figure\n  src=\"a\" >}}\n", Dialect::hugo)) == "paragraph");
}

TEST_CASE("dialect: MDX has tags, expressions and comments for blocks") {
  const std::vector<Row> rows = {
      {"<Tabs groupId={x}>\n<TabItem value=\"a\">\n\nb\n\n</TabItem>\n</Tabs>",
       "html html paragraph html html"},
      {"<A\n  b={{c: '}'}}\n\n  d=\"e>\"\n/>\nf", "html paragraph"},
      {"a\n<B />\nc", "paragraph html paragraph"},
      {"<A>b</A>\n", "html paragraph html"},
      {"<A b=\"c\">d</A>\n\ne", "html paragraph html paragraph"},
      {"<A>b</A>\nc", "paragraph"},
      {"<A>b</A> c\n", "paragraph"},
      {"<A>b</A> <A>c</A>\n", "paragraph"},
      {"a\n<A>b</A>\n", "paragraph"},
      {"<a>b</a>\n", "paragraph"},
      {"{/* a */}\n\n{/* b\n\nc */}", "html html"},
      {"<!-- a -->\n\n<!-- b\n\nc -->", "html html"},
      {"{a}\n", "html"},
      {"{a} b\n", "paragraph"},
      {"<>\na\n</>", "html paragraph html"},
      {"<div>\n**a**\n</div>", "html paragraph html"},
      {"```\n<A>\n{b}\n```", "code"},
      {"    a\n", "paragraph"},
      {"      ```js\n      a\n      ```\n", "code"},
      {"# a\n\n- <A>\n  b\n  </A>\n", "heading html paragraph html"},
      {"{a\n\nb", "paragraph paragraph"},
      {"a < b and c > d, <1\n", "paragraph"}};
  check_kinds(rows, Dialect::mdx);
  check_kinds(rows, Dialect::docusaurus);
}

TEST_CASE("dialect: MDX imports and exports are no prose, prose about imports is") {
  check_kinds({{"import A from 'a'\nimport {\n  B,\n} from \"b\";\n\n# c", "esm heading"},
               {"export const a = {\n  b: 1,\n\n  c: 2,\n};\n\nd", "esm paragraph"},
               {"export default () => <A />\n", "esm"},
               {"import taxes rose.\n", "paragraph"},
               {"export prices fell from 2 to 1.\n", "paragraph"},
               {"a\nimport b from 'c'\n", "paragraph"},
               {"- import b from 'c'\n", "paragraph"}},
              Dialect::mdx);
  CHECK(kinds(parsed("import A from 'a'\n", Dialect::markdown)) == "paragraph");
}

TEST_CASE("dialect: MDX in prose is HTML or a placeholder, and code stays code") {
  const Post post =
      parsed("a {b} <C d={e > 1} /> **{f}** {/* g */} `{h}` \\{i\\} [j]({k}) <m\nn=\"o\">p</m>\n",
             Dialect::mdx);
  CHECK(pieces(post, post.blocks[0]) ==
        "text(a ) placeholder({b}) text( ) html(<C d={e > 1} />) text( ) emphasis(**{f}**) "
        "placeholder({f}) text( ) html({/* g */}) text( ) code(`{h}`) text( ) text({i) text(} ) "
        "link([j]({k})) text(j) text( ) html(<m\nn=\"o\">) text(p) html(</m>)");
  const Post heading = parsed("## a {#b}\n\n## c {/* #d */}\n", Dialect::docusaurus);
  CHECK(slice(heading, heading.blocks[0].id) == "b");
  CHECK(slice(heading, heading.blocks[1].id) == "d");
  CHECK(pieces(heading, heading.blocks[1]) == "text(c)");
}
