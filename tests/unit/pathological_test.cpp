#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <new>

#include "align/align.h"
#include "align/keys.h"
#include "harness.h"
#include "parsed.h"

// Texts that are made to take long. What is asserted is counted, never timed: the steps of `Work`,
// the parts that a post is taken into, and how often memory was asked for, which stands for all
// that rules do.

namespace {

std::atomic<std::size_t> allocations = 0;

}  // namespace

// NOLINTBEGIN: the replaceable ones of the language
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
// NOLINTEND

namespace {

using recto::align;
using recto::parse_post;
using recto::Post;
using recto::Problem;
using recto::TooMuchWork;
using recto::Work;
using recto::testing::diagnostics;

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() + unit.size() <= bytes) text += unit;
  return text;
}

/// Text made of numbered pieces, so that no two are alike.
std::string numbered(const std::function<std::string(std::string)>& piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece(std::to_string(i));
  return text;
}

Post post(const std::string& text, const std::string& language = "en") {
  return parse_post("post.md", {.language = language}, recto::Dialect::docusaurus, text);
}

bool is_refused(const Post& post) {
  return std::any_of(post.problems.begin(), post.problems.end(), [](const Problem& problem) {
    return problem.what == Problem::What::too_complex || problem.what == Problem::What::too_large;
  });
}

std::size_t parts(const Post& post) {
  std::size_t count = post.blocks.size() + post.containers.size() + post.definitions.size();
  for (const recto::Block& block : post.blocks) {
    count += block.inlines.size() + block.lines.size() + block.cells.size();
  }
  return count;
}

}  // namespace

TEST_CASE("pathological: Markdown is refused, or taken into no more parts than it has bytes") {
  for (const std::string_view unit :
       {"[",         "[]",         "[](",      "[a](b",    "![",
        "*a",        "**a ",       "_a_ b*",   "~~a",      "`a",
        "`` ` ",     "<",          "<a ",      "<!--",     "<?",
        "<![CDATA[", "&",          "&amp;",    "\\",       "http://a.b ",
        "{",         "{{<",        "${",       "|",        "[^1]",
        "> ",        ">",          "- ",       "1. ",      "\t",
        "#",         "a\n",        "> a\n",    "- a\n",    "```\n",
        "<div>\n",   "a|b\n-|-\n", ":::tip\n", "[a]: b\n", "[a]: b\n\n[a]\n\n",
        "***\n",     "=\n"}) {
    for (const std::size_t size : {std::size_t{60'000}, std::size_t{1'000'000}}) {
      const Post read = post(repeated(unit, size));
      INFO(unit << " " << size);
      CHECK((is_refused(read) || parts(read) <= size + size / 4));
    }
  }
}

TEST_CASE("pathological: an HTML block is read line by line, however long it is") {
  // Looking for the next tag beyond the line would make this a matter of hours.
  const std::size_t bytes = std::size_t{4} << 20U;
  const std::string text = "<div>\n" + repeated("aaa bb\n", bytes) + "</div>\n";
  const Post html = parse_post("post.md", {.language = "en"}, recto::Dialect::markdown, text);
  CHECK_FALSE(is_refused(html));
  CHECK(html.blocks.size() == 1);
  CHECK(parts(html) < text.size());
}

TEST_CASE("pathological: lines that end with a lone CR are found one by one") {
  // So would be looking for a LF in each of them.
  const std::size_t bytes = std::size_t{4} << 20U;
  const Post lines = post(repeated("aaa bb\r\r", bytes));
  CHECK_FALSE(is_refused(lines));
  CHECK(lines.blocks.size() == bytes / 8);
}

TEST_CASE("pathological: front matters are refused, or read in one piece") {
  const auto with = [](const std::string& yaml) {
    return post("---\n" + yaml + "\n---\n\nText.\n");
  };
  const std::string key(200'000, 'k');
  CHECK_FALSE(is_refused(with("\"" + key + "\": v")));
  CHECK(is_refused(with(numbered([](auto i) { return "k" + i + ": v\n"; }, 25'000))));
  CHECK(is_refused(with(repeated("k: v\n", 300'000))));
  CHECK(is_refused(with("a: " + std::string(60, '[') + std::string(60, ']'))));
  CHECK(
      is_refused(with("a: &a [1,2,3,4,5,6,7,8,9]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                      "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n"
                      "e: [*d,*d,*d,*d,*d,*d,*d,*d]")));
}

TEST_CASE("pathological: lists of equal tags are no product of findings") {
  const std::string text =
      "---\ntags: [" + repeated("open weather, ", 14 * 900) + "x]\n---\n\nText.\n";
  CHECK(diagnostics({text, text}).size() <= 1'000);
}

TEST_CASE("pathological: text of any bytes is read or refused") {
  CHECK(post(std::string(1'000'000, '\xFF')).problems.at(0).what == Problem::What::not_utf8);
  CHECK(post("a\xED\xA0\x80").problems.at(0).what == Problem::What::not_utf8);
  for (const std::string_view unit : {"\xCC\x81", "\xE2\x80\xAE", "\xE2\x80\x8D", "\xEF\xBF\xBE"}) {
    CHECK(is_refused(post("a" + repeated(unit, 2'000'000))));
    CHECK(parts(post("a" + repeated(unit, 60'000))) < 100);
  }
  CHECK(parts(post("a" + std::string(60'000, '\0'))) < 100);
}

TEST_CASE(
    "pathological: aligning takes work that grows with the posts, whatever they are made of") {
  using Piece = std::function<std::string(std::string)>;
  const std::vector<Piece> pieces = {
      [](const std::string& i) { return "Text " + i + ".\n\n"; },
      [](const std::string& i) { return "## Part " + i + "\n\n"; },
      [](const std::string& i) { return "## Part " + i + "\n\nText " + i + ".\n\n"; },
      [](const std::string& i) { return "- item " + i + "\n"; },
      [](const std::string&) { return "a\n\n"; }};
  for (std::size_t ours = 0; ours < pieces.size(); ++ours) {
    for (std::size_t theirs = 0; theirs < pieces.size(); ++theirs) {
      const auto work_of = [&](std::size_t count) {
        Work work;
        align(post(numbered(pieces[ours], count)), post(numbered(pieces[theirs], count), "de"),
              work);
        return work.done();
      };
      INFO(ours << " " << theirs);
      CHECK(work_of(2'000) <= 6 * work_of(500));
    }
  }
}

TEST_CASE("pathological: what takes more work than is allowed is given up before it is done") {
  const Post many = post(repeated("a\n\n", 300'000));
  Work little(1'000'000);
  CHECK_THROWS_AS(align(many, many, little), TooMuchWork);
  const auto keys = [](const std::string& name) {
    return post("---\n" + numbered([&](auto i) { return name + i + ": v\n"; }, 9'000) +
                "---\n\na\n");
  };
  Work some(10'000'000);
  CHECK_THROWS_AS(recto::align_keys(keys("k"), keys("l"), {}, some), TooMuchWork);
}

TEST_CASE("pathological: a URL of many words is looked through once") {
  const auto work_of = [](std::size_t words) {
    const std::string link = "[a](http://x.y/" + repeated("a-", 2 * words) + "a)\n";
    const std::size_t before = allocations;
    diagnostics({link, link});
    return allocations - before;
  };
  work_of(10);  // what is made once
  CHECK(work_of(20'000) <= work_of(5'000) + 1'000);
}

TEST_CASE("pathological: four times the text is far from sixteen times the work for all rules") {
  using Piece = std::function<std::string(std::string)>;
  struct Row {
    const char* name;
    Piece source, translation;
  };
  const auto same = [](const char* name, const Piece& piece) { return Row{name, piece, piece}; };
  const std::vector<Row> rows = {
      same("paragraphs", [](auto i) { return "Some text " + i + " here.\n\n"; }),
      {"rewritten", [](auto i) { return "Some text " + i + " here.\n\n"; },
       [](auto i) { return "Etwas ganz anderes mit " + i + "7 steht hier.\n\n"; }},
      {"tables", [](auto i) { return "| a | " + i + " |\n|---|---|\n| 1 | 2 |\n\n"; },
       [](auto i) { return "Text " + i + "\n\n"; }},
      {"links", [](auto i) { return "[text " + i + "](http://x.y/" + i + "/a)\n\n"; },
       [](auto i) { return "[Text " + i + "](http://x.y/" + i + "/b)\n\n"; }},
      {"codes", [](auto i) { return "`code" + i + "` is `it`\n\n"; },
       [](auto i) { return "`kode" + i + "` ist `es`\n\n"; }},
      {"headings", [](auto i) { return "## Part " + i + "\n\nText.\n\n"; },
       [](auto i) { return "### Teil " + i + "9\n\nText.\n\n"; }},
      {"items", [](auto i) { return "- item " + i + "\n"; },
       [](auto i) { return "- Punkt " + i + "\n\n"; }},
      {"shortcodes", [](auto i) { return "<A" + i + " b={c}/>\n\n"; },
       [](auto i) { return "<B" + i + " b={c}/>\n\n"; }},
      {"images", [](auto i) { return "![a](/i/" + i + ".png)\n\n"; },
       [](auto i) { return "![a](/j/" + i + ".png)\n\n"; }},
      {"fences", [](auto i) { return "```js\nconst a = " + i + ";\n```\n\n"; },
       [](auto i) { return "```js\nconst b = " + i + ";\n```\n\n"; }},
      {"anchors", [](auto i) { return "## A {#a" + i + "}\n\n[a](#a" + i + ")\n\n"; },
       [](auto i) { return "## A {#b" + i + "}\n\n[a](#a" + i + ")\n\n"; }},
      {"copies", [](auto i) { return "Some text " + i + " here.\n\n---\n\n"; },
       [](auto) { return "Immer derselbe Satz steht hier.\n\n---\n\n"; }},
      {"remarks", [](auto) { return "<!-- recto: allow heading -->\n\na\n\n"; },
       [](auto) { return "b\n\n"; }},
  };
  for (const Row& row : rows) {
    const auto work_of = [&](std::size_t count) {
      const std::size_t before = allocations;
      diagnostics({numbered(row.source, count), numbered(row.translation, count)});
      return allocations - before;
    };
    work_of(10);  // what is made once
    INFO(row.name);
    CHECK(work_of(1'200) <= 7 * work_of(300));
  }
}

TEST_CASE("pathological: what rules look up for each text is looked up once") {
  using Maker = std::function<recto::testing::Pair(std::size_t bytes)>;
  const std::string attributes = "the tea <i title=\"это чай и вода\">\n";
  const std::string tables = "| a | b |\n|---|---|\n| c | d |\n\nText.\n\n";
  const std::vector<Maker> makers = {
      [&](std::size_t bytes) -> recto::testing::Pair {
        const std::string html = "<div>\n" + repeated(attributes, bytes) + "</div>\n";
        return {html, html + "Tee.\n"};
      },
      [](std::size_t bytes) -> recto::testing::Pair {
        return {"Tea.\n", repeated("(www.", bytes) + "\n"};
      },
      [](std::size_t bytes) -> recto::testing::Pair {
        return {"```bat\n" + repeated("a::", bytes) + "\n```\n",
                "```bat\n" + repeated("b::", bytes) + "\n```\n"};
      },
      [](std::size_t bytes) -> recto::testing::Pair {
        return {"# Tea\n", "# Tee\n\n" + repeated("`a` {#b", bytes) + "\n"};
      },
      [&](std::size_t bytes) -> recto::testing::Pair {
        return {repeated(tables, bytes / 8), repeated("| a | b\nText.\n\n", bytes / 8)};
      },
      [](std::size_t bytes) -> recto::testing::Pair {
        const std::string marks = "```\n" + repeated("<<<<<<< =\n", bytes) + "```\n";
        return {"Tea.\n", marks + "\n```\n=======\n>>>>>>> x\n```\n"};
      },
      [](std::size_t bytes) -> recto::testing::Pair {
        return {"Tea.\n",
                "<div>\n" + repeated("<<<<<<< HEAD\n", bytes) + "<code>x</code>\n</div>\n"};
      }};
  const auto work_of = [](const recto::testing::Pair& pair) {
    const std::size_t before = allocations;
    diagnostics(pair);
    return allocations - before;
  };
  work_of(makers[0](1'000));  // what is made once
  for (const Maker& make : makers) {
    const std::size_t little = work_of(make(50'000));
    INFO(make(10).source);
    CHECK(work_of(make(200'000)) <= 6 * little + 1'000);
    // What is read again for each of them, and asks for no memory, would be a matter of hours here.
    CHECK(work_of(make(800'000)) <= 24 * little + 1'000);
  }
}
