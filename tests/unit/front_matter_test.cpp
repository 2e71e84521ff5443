#include "post/front_matter.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "corpus.h"

using namespace recto;

namespace {

/// What is behind the front matter of `text`.
std::string body_of(const std::string& text) {
  return text.substr(parse_front_matter(text).body_begin);
}

std::string problem_of(const std::string& text) {
  const FrontMatterResult result = parse_front_matter(text);
  std::string details;
  for (const Problem& problem : result.problems) {
    REQUIRE(problem.span.begin <= problem.span.end);
    REQUIRE(problem.span.end <= text.size());
    details += (details.empty() ? "" : "; ") + problem.detail;
  }
  return details;
}

}  // namespace

TEST_CASE("front matter: fences, keys and body have exact spans") {
  const std::string text = "---\ntitle: é x\ntags: [a, b]\n---\n\n# H\n";
  const FrontMatterResult result = parse_front_matter(text);
  CHECK(result.problems.empty());
  CHECK(slice(text, result.front_matter.span) == "---\ntitle: é x\ntags: [a, b]\n---");
  CHECK(slice(text, result.front_matter.content) == "title: é x\ntags: [a, b]\n");
  REQUIRE(result.front_matter.root.find("title") != nullptr);
  CHECK(slice(text, result.front_matter.root.find("title")->span) == "é x");
  CHECK(slice(text, result.front_matter.root.entries[1].key_span) == "tags");
  CHECK(text.substr(result.body_begin) == "\n# H\n");
}

TEST_CASE("front matter: byte order mark, CRLF, lone CR and blanks behind fences") {
  for (const std::string text :
       {"\xEF\xBB\xBF---\ntitle: x\n---\nbody", "---\r\ntitle: x\r\n---\r\nbody",
        "---\rtitle: x\r---\rbody", "---  \ntitle: x\n--- \t\nbody"}) {
    const FrontMatterResult result = parse_front_matter(text);
    CHECK(result.problems.empty());
    REQUIRE(result.front_matter.root.find("title") != nullptr);
    CHECK(slice(text, result.front_matter.root.find("title")->span) == "x");
    CHECK(text.substr(result.body_begin) == "body");
  }
}

TEST_CASE("front matter: a post may have none, or an empty one") {
  CHECK(body_of("# H\n") == "# H\n");
  CHECK(body_of("").empty());
  CHECK(body_of("\xEF\xBB\xBF# H") == "# H");
  CHECK(body_of("---\n---\nbody") == "body");
  CHECK(problem_of("---\n---\nbody").empty());
  CHECK(problem_of("---\n# only a comment\n---\nbody").empty());
  CHECK(body_of("---\ntitle: x\n---").empty());
}

TEST_CASE("front matter: a divider on the first line is none") {
  CHECK(body_of("---\n\nSome text.\n") == "---\n\nSome text.\n");
  CHECK(problem_of("---\n\nSome text.\n").empty());
  CHECK(problem_of("---").empty());
  CHECK(problem_of("----\na: b\n").empty());
}

TEST_CASE("front matter: mistakes carry line and column of the file") {
  CHECK(problem_of("---\nid: x\ntitle: Foo: bar\n---\nbody") ==
        "line 3, column 11: a `:` followed by a blank inside an unquoted value; put the value in "
        "quotes");
  CHECK(problem_of("---\na: 1\na: 2\n---\n") == "line 3, column 1: the key `a` stands twice");
  CHECK(problem_of("---\na\uFF1Ab\n---\n") == "this colon is no colon to YAML; write `: `");
  CHECK(problem_of("---\na: \"b\nc\uFF1Ad\"\ne: [f, g\n---\n") !=
        "this colon is no colon to YAML; write `: `");
  CHECK(problem_of("---\n- a\n- b\n---\n") == "a list where keys with values should stand");
  CHECK(problem_of("---\njust words\n---\n") == "a text where keys with values should stand");
  CHECK(body_of("---\ntitle: Foo: bar\n---\nbody") == "body");
  const std::string text = "---\nid: x\ntitle: Foo: bar\n---\nbody";
  CHECK(parse_front_matter(text).problems.at(0).span == Span{20, 21});
}

TEST_CASE("front matter: a missing closing fence leaves the body to be judged") {
  const std::string head = "---\ntitle: x\ntags:\n  - a\n  - b\nauthors:\n- me\n";
  for (const std::string body : {"\n# H\n\nText.\n", "# H\n", "\nNote: text\n", "Plain text\n",
                                 "\n# H\n\ntext\n\n---\n\nmore: text\n"}) {
    INFO(body);
    CHECK(problem_of(head + body) == "the closing `---` is missing");
    CHECK(body_of(head + body) == body);
  }
  CHECK(problem_of("---\ntitle: x\n\ndate: 2024-01-01\n") == "the closing `---` is missing");
  CHECK(body_of("---\ntitle: x\n\ndate: 2024-01-01\n").empty());
}

TEST_CASE("front matter: a second one right after the first is a problem, not text") {
  const std::string text = "---\ntitle: x\n---\n\n---\ntitle: y\n---\nbody";
  CHECK(problem_of(text) == "a second front matter right after the first");
  CHECK(body_of(text) == "body");
  CHECK(problem_of("---\ntitle: x\n---\n---\nSome text\n---\n").empty());
  CHECK(problem_of("---\ntitle: x\n---\ntext\n\n---\ntitle: y\n---\n").empty());
}

TEST_CASE("front matter: a blank line before it is a problem, and it is still read") {
  const std::string text = "\n---\ntitle: x\n---\nbody";
  CHECK(problem_of(text) ==
        "a blank line before the front matter; it must begin on the first line");
  CHECK(body_of(text) == "body");
  CHECK(parse_front_matter(text).front_matter.root.find("title") != nullptr);
  CHECK(problem_of("\n---\n\ntext\n\n---\n").empty());
}

TEST_CASE("front matter: TOML is read like YAML") {
  const std::string toml =
      "+++\ntitle = 'Ünï'  # a name\ntags = ['a', 'b']\n[params]\nby = 'Jo'\n+++\nbody";
  const FrontMatterResult result = parse_front_matter(toml);
  CHECK(result.problems.empty());
  CHECK(body_of(toml) == "body");
  const yaml::Node& root = result.front_matter.root;
  REQUIRE(root.entries.size() == 3);
  CHECK(slice(toml, root.entries[0].value.span) == "'Ünï'");
  CHECK(root.entries[1].value.items.size() == 2);
  CHECK(slice(toml, root.entries[2].key_span) == "params");
  CHECK(root.entries[2].value.find("by")->text == "Jo");
}

TEST_CASE("front matter: broken TOML is told with its place") {
  CHECK(problem_of("+++\ntitle = 'x\n+++\nbody") ==
        "line 2, column 11: a string without its closing quote");
  CHECK(problem_of("+++\na = 1\na = 2\n+++\n").find("line 3") == 0);
  for (const std::string letter : {"é", "ø", "日", "\u0301", "𝒳"}) {  // no bare key holds them
    CHECK(problem_of("+++\nti" + letter + "le = 'x'\n+++\n").find("line 2") == 0);
    CHECK(problem_of("+++\na = 'x' " + letter + "\n+++\n").find("line 2") == 0);
  }
  CHECK(problem_of("+++\ntitle = 'x'\n\nbody\n") == "the closing `+++` is missing");
  CHECK(body_of("+++\ntitle = 'x'\n\nbody\n") == "\nbody\n");
  CHECK(problem_of("+++\nd = '" + std::string(300, '.') + "'\n+++\n") != "");
  std::string prose = "+++\nd = '";
  for (int i = 0; i < 200; ++i) prose += "It rains again. ";
  CHECK(problem_of(prose + "'\n+++\n").empty());
  CHECK(problem_of("+++\n" + std::string(500, 'a') + " = 1\n+++\n").empty());
  std::string deep = "a";
  for (int i = 0; i < 5000; ++i) deep += ".a";
  CHECK(problem_of("+++\nx = 1\n" + deep + " = 1\n+++\n") ==
        "line 3, column 1: more than 100 parts of keys in a line");
  CHECK_FALSE(problem_of("+++\nx = " + std::string(5000, '[') + "\n+++\n").empty());
}

TEST_CASE("front matter: JSON is unsupported and ends where it ends") {
  const std::string json = "{\n  \"title\": \"}\",\n  \"a\": {}\n}\nbody";
  CHECK(problem_of(json) == "front matter in JSON");
  CHECK(body_of(json) == "body");
  for (const std::string text :
       {"{/* comment */}\n", "{{< shortcode >}}\n", "{% raw %}\n", "{\"a\": 1} and text\n",
        "{\"a\n", "+++ text\n", "+++\nno end\n"}) {
    CHECK(problem_of(text).empty());
    CHECK(body_of(text) == text);
  }
}

TEST_CASE("front matter: cut or damaged posts never crash, spans stay inside") {
  const std::string text =
      "\xEF\xBB\xBF---\r\ntitle: 'x'\ntags:\n- a\n---\n\n---\nb: |\n  c\n---\n{\"a\":1}\n+++\n";
  for (std::size_t i = 0; i < text.size(); ++i) {
    problem_of(text.substr(i));
    problem_of(text.substr(0, i));
    for (const char c : {'\0', '\n', '\r', '-', ':', '\xFF', '{', '+'}) {
      std::string damaged = text;
      damaged[i] = c;
      problem_of(damaged);
    }
  }
}

TEST_CASE("front matter: all real posts are read") {
  const auto folder = recto::testing::corpus_folder();
  if (!folder) return;
  std::size_t count = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(*folder)) {
    const std::string name = file.path().filename().string();
    if (!name.ends_with(".md") && !name.ends_with(".mdx")) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const FrontMatterResult result = parse_front_matter(text);
    for (const Problem& problem : result.problems) WARN(file.path() << ": " << problem.detail);
    if (!result.front_matter.root.entries.empty()) ++count;
    CHECK((result.front_matter.span.is_empty() ||
           result.body_begin > result.front_matter.content.end));
  }
  CHECK(count > 300);
}
