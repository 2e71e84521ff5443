// Whatever the bytes: blocks and inlines come in order, nest, and stand where their kind says.

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "corpus.h"
#include "markdown_judge.h"
#include "post/dialect.h"
#include "post/markdown.h"

namespace {

using namespace recto;

constexpr std::array<Dialect, 5> kDialects = {Dialect::markdown, Dialect::mdx, Dialect::docusaurus,
                                              Dialect::hugo, Dialect::mkdocs};

Span whole(std::string_view text) {
  return span_at(0, text.size());
}

std::optional<std::string> wrong_with(std::string_view text, Span body, Dialect dialect) {
  const MarkdownResult result = parse_markdown(text, body, dialect);
  if (result.problem) return std::nullopt;
  return testing::wrong_with(text, body, result);
}

/// The kinds of all blocks and inlines with their bytes, but for line ends.
std::string outline(std::string_view text, Span body, Dialect dialect) {
  const MarkdownResult result = parse_markdown(text, body, dialect);
  std::string all;
  const auto add = [&](char kind, Span span) {
    all += kind;
    for (const char c : slice(text, span)) {
      if (c != '\r') all += c;
    }
    all += '\0';
  };
  for (const Container& container : result.containers) {
    add(static_cast<char>('a' + static_cast<int>(container.kind)), container.span);
  }
  for (const Block& block : result.blocks) {
    add(static_cast<char>('A' + static_cast<int>(block.kind)), block.span);
    for (const Span line : block.lines) add('|', line);
    for (const Inline& piece : block.inlines) {
      add(static_cast<char>('0' + static_cast<int>(piece.kind)), piece.span);
      add('>', piece.target);
    }
  }
  return all;
}

std::string with_carriage_returns(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') result += '\r';
    result += c;
  }
  return result;
}

std::string without_carriage_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

/// A text of marks in an order that nobody would write.
std::string hostile_text(std::uint32_t seed) {
  static constexpr std::array<std::string_view, 78> kTokens = {"a",
                                                               "b c",
                                                               "\n",
                                                               "\n",
                                                               "\n",
                                                               "\n\n",
                                                               "  ",
                                                               "    ",
                                                               "\t",
                                                               "> ",
                                                               "- ",
                                                               "* ",
                                                               "1. ",
                                                               "2) ",
                                                               "# ",
                                                               "## ",
                                                               "---",
                                                               "===",
                                                               "***",
                                                               "```",
                                                               "~~~",
                                                               "`",
                                                               "*",
                                                               "**",
                                                               "_",
                                                               "[",
                                                               "]",
                                                               "(",
                                                               "](",
                                                               "](u)",
                                                               "[r]: /u",
                                                               "[r]",
                                                               "![",
                                                               "<b>",
                                                               "<div>",
                                                               "</div>",
                                                               "<!--",
                                                               "-->",
                                                               "|",
                                                               "|-|-|",
                                                               "a|b",
                                                               "\\",
                                                               "&amp;",
                                                               "~~",
                                                               "http://a.bc",
                                                               "x@y.zz",
                                                               "<http://q>",
                                                               "\"t\"",
                                                               "\r\n",
                                                               "\xC3\xA9",
                                                               "<pre>",
                                                               "</pre>",
                                                               ">",
                                                               "[x] ",
                                                               ":::tip ",
                                                               ":::",
                                                               "{a}",
                                                               "{",
                                                               "}",
                                                               "{/* c */}",
                                                               "<T a={b} />",
                                                               "<T",
                                                               " {#id}",
                                                               "{{< s >}}",
                                                               "{{% x ",
                                                               "%}}",
                                                               "import a from 'b'\n",
                                                               "export const x = {\n",
                                                               "[!NOTE]",
                                                               "/// note\n",
                                                               "!!! tip\n",
                                                               "[^1]",
                                                               "[^1]: ",
                                                               "\xE6\x96\x87",
                                                               "\"",
                                                               "'",
                                                               "\r",
                                                               "www.a.bc"};
  std::mt19937 random(seed);
  std::string text;
  const std::size_t count = 1 + random() % 30;
  for (std::size_t i = 0; i < count; ++i) text += kTokens[random() % kTokens.size()];
  return text;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += piece;
  return result;
}

}  // namespace

TEST_CASE("properties: blocks and inlines of any text stand in order and are what they say") {
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    const std::string text = hostile_text(seed);
    for (const Dialect dialect : kDialects) {
      const auto wrong = wrong_with(text, whole(text), dialect);
      if (!wrong) continue;
      FAIL_CHECK("seed " << seed << ", dialect " << static_cast<int>(dialect) << ": " << *wrong
                         << "\n"
                         << text);
    }
  }
}

TEST_CASE("properties: a text cut anywhere is read without harm") {
  const std::string text =
      "# T {#a}\n\n> - [x] *a **b** `c`* [d](e \"f\") ![g][h]\n>   ```js\n>   x\n>   ```\n\n"
      "| a | b\\| |\n|---|---|\n| `c` | <b>d</b> |\n\n:::tip[T]\n\n<T a={{b: 'c'}}>\n\n{/* d */}\n"
      "\nimport a from 'b';\n\n[h]: i\n  'j'\n\n{{< k >}} http://l.m &amp;\\*\n===\n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    for (const Dialect dialect : kDialects) {
      const auto wrong = wrong_with(text.substr(0, size), span_at(0, size), dialect);
      if (wrong) FAIL_CHECK(size << ": " << *wrong);
      const Span rest = span_at(size, text.size() - size);
      const auto wrong_rest = wrong_with(text, rest, dialect);
      if (wrong_rest) FAIL_CHECK("from " << size << ": " << *wrong_rest);
    }
  }
}

TEST_CASE("properties: line ends and a byte order mark change nothing") {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const std::string text = without_carriage_returns(hostile_text(seed));
    const std::string other = with_carriage_returns(text);
    const std::string marked = "\xEF\xBB\xBF" + text;
    const Dialect dialect = kDialects[seed % kDialects.size()];
    const std::string expected = outline(text, whole(text), dialect);
    if (outline(other, whole(other), dialect) != expected) FAIL_CHECK("CRLF, " << text);
    if (outline(marked, span_at(3, text.size()), dialect) != expected) FAIL_CHECK("BOM, " << text);
  }
}

TEST_CASE("properties: what is made to take quadratic time is read whole or refused") {
  const std::vector<std::string> hostile = {
      repeated("[", 60'000),
      repeated("[", 30'000) + repeated("]", 30'000),
      "[q]: x\n\n" + repeated("[", 30'000) + repeated("]", 30'000),
      repeated("http://a.b/(", 5'000),
      repeated("> ", 20'000),
      repeated("- ", 20'000),
      repeated("`a``", 16'000),
      repeated("{", 60'000),
      repeated("{\"", 30'000),
      repeated("{`", 30'000),
      repeated("{/*", 20'000),
      repeated("<a ", 20'000),
      repeated("<a b='", 10'000),
      repeated("<a b={", 10'000),
      repeated("<!--", 16'000),
      repeated("</", 30'000),
      repeated("{{< ", 16'000),
      repeated("[^", 30'000),
      repeated("**a *b ", 9'000),
      repeated("[a](b ", 10'000),
      repeated("a|", 30'000) + "\n" + repeated("-|", 30'000),
      repeated("a\n", 30'000),
      repeated("[a]: b '\n", 7'000),
      repeated("import a from {\n\n", 4'000),
      repeated("# {#", 16'000) + "}",
      repeated("- a\n\n", 12'000),
      repeated("\t", 60'000) + "a"};
  for (const std::string& text : hostile) {
    for (const Dialect dialect : kDialects) {
      const auto wrong = wrong_with(text, whole(text), dialect);
      if (wrong) FAIL_CHECK(text.substr(0, 20) << ": " << *wrong);
    }
  }
}

TEST_CASE("properties: real posts are read whole") {
  const auto folder = recto::testing::corpus_folder();
  if (!folder) return;
  for (const auto& path : recto::testing::markdown_files(*folder)) {
    const std::string text = recto::testing::read_all(path);
    const std::string other = with_carriage_returns(text);
    for (const Dialect dialect : kDialects) {
      INFO(path.string() << " " << static_cast<int>(dialect));
      const MarkdownResult result = parse_markdown(text, whole(text), dialect);
      REQUIRE_FALSE(result.problem.has_value());
      const auto wrong = testing::wrong_with(text, whole(text), result);
      if (wrong) FAIL_CHECK(*wrong);
      if (outline(text, whole(text), dialect) != outline(other, whole(other), dialect)) {
        FAIL_CHECK("CRLF changes something");
      }
    }
  }
}
