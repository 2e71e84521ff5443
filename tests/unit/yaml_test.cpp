#include "text/yaml.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "corpus.h"

using namespace recto;

namespace {

std::string sliced(std::string_view text, Span span) {
  return std::string(slice(text, span));
}

/// `key=value` of each entry as its spans give them.
std::vector<std::string> entries_of(std::string_view text) {
  const yaml::Document document = yaml::parse(text);
  if (document.problem) return {"problem: " + document.problem->message};
  std::vector<std::string> result;
  for (const yaml::Entry& entry : document.root.entries) {
    result.push_back(sliced(text, entry.key_span) + "=" + sliced(text, entry.value.span));
  }
  return result;
}

using Lines = std::vector<std::string>;

/// `line:column message` of the problem in `text`; nothing when there is none.
std::string problem_in(std::string_view text) {
  const yaml::Document document = yaml::parse(text);
  if (!document.problem) return {};
  return std::to_string(document.problem->line) + ":" + std::to_string(document.problem->column) +
         " " + document.problem->message;
}

yaml::Problem::What kind_of_problem(std::string_view text) {
  const yaml::Document document = yaml::parse(text);
  REQUIRE(document.problem);
  return document.problem->what;
}

void append_folded(std::string& result, std::string_view raw, std::size_t& at) {
  while (!result.empty() && (result.back() == ' ' || result.back() == '\t')) result.pop_back();
  std::size_t breaks = 0;
  while (at < raw.size() && std::string_view(" \t\r\n").find(raw[at]) != std::string_view::npos) {
    if (raw[at] == '\n') ++breaks;
    ++at;
  }
  result += breaks == 1 ? std::string(" ") : std::string(breaks - 1, '\n');
}

/// What a plain or single quoted scalar says, read a second time by simpler means.
std::string decoded(std::string_view raw, yaml::Style style) {
  const bool is_quoted = style == yaml::Style::single_quoted;
  if (is_quoted) raw = raw.substr(1, raw.size() - 2);
  std::string result;
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] == '\n' || raw.substr(at, 2) == "\r\n") {
      append_folded(result, raw, at);
      continue;
    }
    if (is_quoted && raw.substr(at, 2) == "''") ++at;
    result += raw[at++];
  }
  return result;
}

/// Whether every span of `node` holds what the node says, and lies behind `at`, which it moves.
void require_spans(std::string_view text, const yaml::Node& node, std::uint32_t& at) {
  REQUIRE(node.span.begin >= at);
  REQUIRE(node.span.end >= node.span.begin);
  REQUIRE(node.span.end <= text.size());
  const std::string raw = sliced(text, node.span);
  if (node.kind == yaml::Kind::scalar) {
    if (node.style == yaml::Style::plain || node.style == yaml::Style::single_quoted) {
      REQUIRE(decoded(raw, node.style) == node.text);
    } else {
      // Read alone, the bytes say the same, but for line ends behind the span.
      const yaml::Document again = yaml::parse("- " + raw + "\n");
      REQUIRE_FALSE(again.problem);
      REQUIRE(again.root.items.size() == 1);
      REQUIRE(again.root.items[0].text == node.text);
    }
  }
  for (const yaml::Node& item : node.items) require_spans(text, item, at);
  for (const yaml::Entry& entry : node.entries) {
    REQUIRE(entry.key_span.begin >= at);
    REQUIRE(sliced(text, entry.key_span).find(entry.key) != std::string::npos);
    at = entry.key_span.end;
    require_spans(text, entry.value, at);
  }
  at = node.span.end;
}

}  // namespace

TEST_CASE("yaml: keys and values of every style are found to the byte") {
  CHECK(entries_of("a: é b\nü: 'x''y'\nz: \"q\\n\\\"\"\n") ==
        Lines{"a=é b", "ü='x''y'", "z=\"q\\n\\\"\""});
  CHECK(entries_of("\"a\": 1\n'b' : 2 # note\n") == Lines{"\"a\"=1", "'b'=2"});
  CHECK(entries_of("a: one\n  two  \n\n  three # c\nb: 1\n") ==
        Lines{"a=one\n  two  \n\n  three", "b=1"});
  CHECK(entries_of("a: |\n  x\n   y\n\n\nb: >-\n  p\n  q\n") ==
        Lines{"a=|\n  x\n   y", "b=>-\n  p\n  q"});
  CHECK(entries_of("a: [1, 'b, c', {x: y}] # c\nb: {p: q, r: , s}\n") ==
        Lines{"a=[1, 'b, c', {x: y}]", "b={p: q, r: , s}"});
  CHECK(entries_of("a:\n  - x\n  - y: 1\n    z: 2\n\nb:\n- 1\n") ==
        Lines{"a=- x\n  - y: 1\n    z: 2", "b=- 1"});
  CHECK(entries_of("a:\n  b:\n    c: d\ne: [\n  f,\n]\n") ==
        Lines{"a=b:\n    c: d", "e=[\n  f,\n]"});
}

TEST_CASE("yaml: a missing value is an empty place behind its colon") {
  const std::string text = "a:\nb: ~\nc: null\nd: # note\nnull: x\n";
  const yaml::Document document = yaml::parse(text);
  REQUIRE_FALSE(document.problem);
  REQUIRE(document.root.entries.size() == 5);
  CHECK(document.root.entries[0].value.kind == yaml::Kind::null);
  CHECK(document.root.entries[0].value.span == Span{2, 2});
  CHECK(sliced(text, document.root.entries[1].value.span) == "~");
  CHECK(sliced(text, document.root.entries[2].value.span) == "null");
  CHECK(document.root.entries[3].value.span.is_empty());
  CHECK(document.root.entries[4].key == "null");
  CHECK(document.root.entries[4].value.text == "x");
}

TEST_CASE("yaml: byte order mark, CRLF and offset move spans, not values") {
  const std::string text =
      "\xEF\xBB\xBF"
      "a: 1\r\nb: |\r\n  x\r\n  y\r\nc: d\r\n e\r\n";
  const yaml::Document document = yaml::parse(text, 100);
  REQUIRE_FALSE(document.problem);
  const auto value = [&](std::size_t i) {
    const Span span = document.root.entries[i].value.span;
    return sliced(text, {span.begin - 100, span.end - 100});
  };
  CHECK(value(0) == "1");
  CHECK(value(1) == "|\r\n  x\r\n  y");
  CHECK(document.root.entries[1].value.text == "x\ny\n");
  CHECK(value(2) == "d\r\n e");
  CHECK(document.root.entries[2].value.text == "d e");
}

TEST_CASE("yaml: escapes in double quotes are UTF-8") {
  const auto document = yaml::parse("a: \"x\\N\\_\\_é\\u263a\\xE9\\Ny\"\n");
  CHECK_FALSE(document.problem);
  CHECK(document.root.entries.at(0).value.text ==
        "x\xC2\x85\xC2\xA0\xC2\xA0\xC3\xA9\xE2\x98\xBA\xC3\xA9\xC2\x85y");
}

TEST_CASE("yaml: a lone CR ends a line") {
  const yaml::Document document = yaml::parse("a: 1\rb: 2\r");
  REQUIRE_FALSE(document.problem);
  REQUIRE(document.root.entries.size() == 2);
  CHECK(document.root.entries[1].value.span == Span{8, 9});
}

TEST_CASE("yaml: aliases are values of where they stand") {
  const std::string text = "a: &x foo\nb: *x\nc: &l [1, 2]\nd: *l\n&k e: !!str 5\n";
  const yaml::Document document = yaml::parse(text);
  REQUIRE_FALSE(document.problem);
  REQUIRE(document.root.entries.size() == 5);
  CHECK(sliced(text, document.root.entries[0].value.span) == "foo");
  CHECK(document.root.entries[1].value.text == "foo");
  CHECK(sliced(text, document.root.entries[1].value.span) == "*x");
  CHECK(document.root.entries[3].value.items.size() == 2);
  CHECK(sliced(text, document.root.entries[3].value.span) == "*l");
  CHECK(document.root.entries[4].key == "e");
  CHECK(sliced(text, document.root.entries[4].value.span) == "5");
}

TEST_CASE("yaml: an empty document has a null root") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n"}) {
    const yaml::Document document = yaml::parse(text);
    CHECK_FALSE(document.problem);
    CHECK(document.root.kind == yaml::Kind::null);
  }
}

TEST_CASE("yaml: mistakes are named with line and column") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"a: b: c\n",
       "1:5 a `:` followed by a blank inside an unquoted value; put the value in quotes"},
      {"t: ü: c\n",
       "1:5 a `:` followed by a blank inside an unquoted value; put the value in quotes"},
      {"a: \"x\": y\n", "1:7 a `:` behind a closing quote; put the whole value in quotes"},
      {"a: \"x\" y\n",
       "1:8 text behind the closing quote; write `\\\"` for a quote inside the value"},
      {"a: 'x' y\n", "1:8 text behind the closing quote; write `''` for a quote inside the value"},
      {"a: [1] y\n", "1:8 text behind the end of the value; put the whole value in quotes"},
      {"a: 1\na: 2\n", "2:1 the key `a` stands twice"},
      {"a: {b: 1, b: 2}\n", "1:11 the key `b` stands twice"},
      {"a: @x\n", "1:4 a value cannot begin with `@`; put it in quotes"},
      {"a: `x`\n", "1:4 a value cannot begin with ```; put it in quotes"},
      {"a: 'x\nb: 2\n", "1:4 the quote that opens here is not closed before the next key"},
      {"a: \"x\nb: \"2\"\n", "1:4 the quote that opens here is not closed before the next key"},
      {"a: 'x\n", "1:4 the quote that opens here is never closed"},
      {"a: \"\\y\"\n", "1:7 an unknown `\\` escape in double quotes; write `\\\\` for a backslash"},
      {"a: [1, 2\nb: 3\n", "2:2 the `[` is never closed, or a comma is missing before this"},
      {"a: {x: 1\n", "2:1 the `{` is never closed, or a comma is missing before this"},
      {"a: *b c*\n",
       "1:4 a value that begins with `*` refers to an anchor, and there is none of this name; put "
       "the value in quotes"},
      {"a: **b**\n",
       "1:4 a value that begins with `*` refers to an anchor, and there is none of this name; put "
       "the value in quotes"},
      {"a: {{ x }}\n", "1:4 a value cannot begin with `{{`; put it in quotes"},
      {"a: [[1]\n", "2:1 the `[` is never closed, or a comma is missing before this"},
      {"a: - b\n", "1:4 a list item cannot stand on the line of its key; begin a new line"},
      {"a: b\nc\n", "2:1 a line that is neither `key: value` nor part of a value"},
      {"c\na: b\n", "2:2 a key behind a line that has no `:`"},
      {"a:\n  b: 1\n c: 2\n", "3:2 this line is indented like no key above it"},
      {"a: b\n- c\n", "2:1 a list item where a key should stand; check its indentation"},
      {"\ta: 1\n", "1:1 a tab in the indentation; use blanks"},
      {"a:\n\tb: 1\n", "2:1 a tab in the indentation; use blanks"},
      {"? [a]\n: y\n", "1:3 a list or map as a key; put the key in quotes"},
      {"{{ x }}: y\n", "1:1 a list or map as a key; put the key in quotes"},
      {"a: 1\n---\nb: 2\n", "2:1 a second YAML document begins here"},
      {": x\n", "1:1 a value without a key before its `:`"},
  };
  for (const auto& [text, expected] : table) {
    INFO(text);
    CHECK(problem_in(text) == expected);
  }
}

TEST_CASE("yaml: what a value swallows is said, not dropped") {
  using What = yaml::Problem::What;
  CHECK(kind_of_problem("- a\nb: 2\n") == What::swallowed);
  CHECK(problem_in("- a\nb: 2\n") ==
        "2:1 this line belongs to nothing above it; YAML would drop it silently");
  CHECK(kind_of_problem("a: x\n  b: y\n") == What::swallowed);
  CHECK(problem_in("a: x\n  b: y\n") ==
        "2:3 this key is indented, so that it reads as part of the value above it");
  CHECK(kind_of_problem("tags: one\n  - two\n") == What::swallowed);
  CHECK(kind_of_problem("a: 'x\nb: 2\nc: 'y'\n") == What::swallowed);
  CHECK(kind_of_problem("a: 1\na: 2\n") == What::duplicate_key);
}

TEST_CASE("yaml: right but unusual documents pass") {
  for (const char* text :
       {"a: b#c\n", "a: http://x.org/y:z\n", "a: x:y\n", "a: \"x: y\"\n", "a: 'it''s: so'\n",
        "? x\n: y\n", "%YAML 1.2\n---\na: 1\n", "a: 1\n...\n", "---\na: 1\n", "a: ?b -c :d\n",
        "a: \"x\n  note: y\"\n", "[a, b]\n", "a: [x: 1, ? y : 2]\n", "a: !!str\nb: !\nc: &x\n"}) {
    INFO(text);
    CHECK(problem_in(text).empty());
  }
}

TEST_CASE("yaml: bombs and depth are refused early") {
  using What = yaml::Problem::What;
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int k = 0; k < 9; ++k) bomb += ", " + before;
    bomb += "]\n";
  }
  CHECK(kind_of_problem(bomb) == What::too_complex);
  CHECK(kind_of_problem("a: " + std::string(100, '[') + std::string(100, ']')) ==
        What::too_complex);
  CHECK(kind_of_problem("a: " + std::string(100'000, '[')) == What::syntax);
  CHECK(kind_of_problem("a: " + std::string(5'000, '{')) == What::syntax);
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK(kind_of_problem(deep) == What::too_complex);
  CHECK(kind_of_problem(std::string(100, '-') + "\n- a") != What::too_complex);
  std::string heavy = "a: &a " + std::string(100'000, 'x') + "\n";
  for (int i = 0; i < 100; ++i) heavy += "b" + std::to_string(i) + ": *a\n";
  CHECK(kind_of_problem(heavy) == What::too_complex);
  CHECK(kind_of_problem("a: &a [*a]\n") == What::syntax);
}

TEST_CASE("yaml: hostile bytes never crash") {
  CHECK(problem_in(std::string("a: x\0y\n", 7)) == "1:5 a control character, U+0000; remove it");
  CHECK(problem_in("a: x\x04y\n") == "1:5 a control character, U+0004; remove it");
  CHECK(problem_in("\xFF\xFE"
                   "a") == "1:1 a byte that is not UTF-8; save the file as UTF-8");
  CHECK(problem_in("a: caf\xC3;\n") == "1:7 a byte that is not UTF-8; save the file as UTF-8");
  // Every cut and every damaged byte of a document that uses all of YAML.
  const std::string text =
      "# c\n---\na: &x 'q''r'\n\"b\": \"\\u263a\\\n  s\"\nc: >+2\n    f\n\n  g\nd:\n- *x\n- - e: "
      "~\n"
      "    ? k\n    : !!str\n-\nl: {m: [n, 'o': p, ? q], r: , s}\nü: t # é\n";
  for (std::size_t i = 0; i < text.size(); ++i) {
    yaml::parse(text.substr(0, i));
    yaml::parse(text.substr(i));
    for (const char c : {'\n', '\t', '"', '\'', '[', '}', '|', '&', '*', ':', '-', '\x80', '\r'}) {
      std::string damaged = text;
      damaged[i] = c;
      const yaml::Document document = yaml::parse(damaged);
      if (document.problem) {
        REQUIRE(document.problem->span.end <= damaged.size());
        REQUIRE(document.problem->span.begin <= document.problem->span.end);
      }
    }
  }
}

TEST_CASE("yaml: plain scalars have the types of YAML 1.2, and dates") {
  using yaml::Type;
  const auto type = [](const std::string& value) {
    return yaml::type_of(yaml::parse("a: " + value + "\n").root.entries.at(0).value);
  };
  for (const char* date : {"2024-06-03", "2024-06-03T10:00:00Z", "2024-6-3", "2024-06-03 10:00:00",
                           "2024-06-03T10:00:00.5+02:00"}) {
    CHECK(type(date) == Type::date);
  }
  CHECK(type("no") == Type::string);
  CHECK(type("off") == Type::string);
  CHECK(type("true") == Type::boolean);
  CHECK(type("'true'") == Type::string);
  CHECK(type("12") == Type::integer);
  CHECK(type("-0x1F") == Type::string);
  CHECK(type("0x1F") == Type::integer);
  CHECK(type("1.5e3") == Type::real);
  CHECK(type(".inf") == Type::real);
  CHECK(type("1.2.3") == Type::string);
  CHECK(type("2024-06") == Type::string);
  CHECK(type("") == Type::null);
  CHECK(type("[]") == Type::list);
  CHECK(type("{}") == Type::map);
}

TEST_CASE("yaml: every span of a real front matter holds what its node says") {
  const auto folder = recto::testing::corpus_folder();
  if (!folder) return;
  std::size_t documents = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(*folder)) {
    if (!file.path().string().ends_with(".md") && !file.path().string().ends_with(".mdx")) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::size_t end = text.find("\n---", 3);
    if (!text.starts_with("---\n") || end == std::string::npos) continue;
    const std::string front_matter = text.substr(4, end + 1 - 4);
    INFO(file.path());
    const yaml::Document document = yaml::parse(front_matter);
    if (document.problem) {
      WARN(file.path() << ":" << document.problem->line << ":" << document.problem->column << " "
                       << document.problem->message);
      continue;
    }
    std::uint32_t at = 0;
    require_spans(front_matter, document.root, at);
    ++documents;
  }
  CHECK(documents > 300);
}
