// Whatever the bytes: blocks and inlines come in order, nest, and stand where their kind says.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "corpus.h"
#include "post/dialect.h"
#include "post/markdown.h"

namespace {

using namespace recto;

constexpr std::array<Dialect, 5> kDialects = {Dialect::markdown, Dialect::mdx, Dialect::docusaurus,
                                              Dialect::hugo, Dialect::mkdocs};

bool is_white(char c) {
  return std::string_view(" \t\v\f\r\n").find(c) != std::string_view::npos;
}

bool consists_of(std::string_view text, std::string_view set) {
  return text.find_first_not_of(set) == std::string_view::npos;
}

/// Says what is wrong first; nothing when all is right. Catch2's own assertions are too slow for
/// millions of spans.
class Judge {
 public:
  Judge(std::string_view text, Span body, const MarkdownResult& result)
      : text_(text), body_(body), result_(result) {}

  std::optional<std::string> verdict() {
    for (const Container& container : result_.containers) judge(container);
    std::uint32_t end = body_.begin;
    for (const Block& block : result_.blocks) {
      expect(block.span.begin >= end, "blocks come in order", block.span);
      end = block.span.end;
      judge(block);
    }
    for (const Definition& definition : result_.definitions) {
      expect(definition.span.holds(definition.label), "a label in its definition", definition.span);
      expect(definition.span.holds(definition.target), "a target in it", definition.span);
    }
    judge_coverage();
    return wrong_;
  }

 private:
  void expect(bool is_right, std::string_view what, Span span) {
    if (is_right || wrong_) return;
    wrong_ = std::string(what) + " at " + std::to_string(span.begin) + ": " +
             std::string(slice(text_, span).substr(0, 80));
  }

  std::string_view at(Span span) const { return slice(text_, span); }

  void judge(const Container& container) {
    const auto index = static_cast<std::size_t>(&container - result_.containers.data());
    expect(body_.holds(container.span), "a container in the body", container.span);
    if (container.parent) {
      expect(*container.parent < index, "parents first", container.span);
      const Container& parent = result_.containers[std::min(*container.parent, index)];
      expect(parent.span.holds(container.span), "a container in its parent", container.span);
    }
    if (container.kind != ContainerKind::item) return;
    const std::string_view mark = at(container.marker);
    const bool is_bullet = mark == "-" || mark == "+" || mark == "*";
    const bool is_number = mark.size() > 1 && (mark.back() == '.' || mark.back() == ')') &&
                           consists_of(mark.substr(0, mark.size() - 1), "0123456789");
    expect(is_bullet || is_number, "an item's mark", container.marker);
    expect(container.number.has_value() == is_number, "an item's number", container.marker);
  }

  void judge(const Block& block) {
    expect(body_.holds(block.span) && !block.span.is_empty(), "a block in the body", block.span);
    expect(!is_white(text_[block.span.begin]) || block.kind == BlockKind::code,
           "a block begins with a mark", block.span);
    expect(block.span.holds(block.content), "content in its block", block.span);
    if (block.container) {
      expect(result_.containers[*block.container].span.holds(block.span), "a block in a container",
             block.span);
    }
    for (const Span part :
         {block.marker, block.id, block.id_attribute, block.info, block.closing}) {
      expect(part.is_empty() || block.span.holds(part), "a part of a block", part);
    }
    for (const Span line : block.lines) {
      expect(block.span.holds(line), "a line in its block", line);
      expect(at(line).find_first_of("\r\n") == std::string_view::npos, "one line", line);
    }
    judge_kind(block);
    judge_inlines(block);
  }

  void judge_kind(const Block& block) {
    const std::string_view mark = at(block.marker);
    if (block.kind == BlockKind::heading) {
      const bool is_atx =
          consists_of(mark, "#") && mark.size() == static_cast<std::size_t>(block.level);
      const bool is_setext = mark == std::string(mark.size(), block.level == 1 ? '=' : '-');
      expect(is_atx || is_setext, "a heading's marks", block.marker);
    } else if (block.kind == BlockKind::code && !mark.empty()) {
      expect(mark.size() >= 3 && (consists_of(mark, "`") || consists_of(mark, "~")), "a fence",
             block.marker);
      expect(block.closing.is_empty() || at(block.closing).starts_with(mark), "a closing fence",
             block.closing);
    } else if (block.kind == BlockKind::row) {
      for (const Span cell : block.cells) judge_cell(cell);
    }
  }

  void judge_cell(Span cell) {
    const std::string_view content = at(cell);
    for (std::size_t i = 0; i < content.size(); ++i) {
      if (content[i] == '\\')
        ++i;
      else
        expect(content[i] != '|', "no bar in a cell", cell);
    }
  }

  void judge_inlines(const Block& block) {
    std::vector<Span> outer;
    std::uint32_t begin = 0;
    for (const Inline& piece : block.inlines) {
      expect(block.content.holds(piece.span) || block.kind == BlockKind::directive,
             "an inline in the content", piece.span);
      expect(piece.span.begin >= begin && !piece.span.is_empty(), "inlines in order", piece.span);
      expect(piece.span.holds(piece.content), "content in its inline", piece.span);
      begin = piece.span.begin;
      while (!outer.empty() && outer.back().end <= piece.span.begin) outer.pop_back();
      expect(outer.empty() || outer.back().holds(piece.span), "inlines nest", piece.span);
      outer.push_back(piece.span);
      judge(piece);
    }
  }

  void judge(const Inline& piece) {
    const std::string_view bytes = at(piece.span);
    const bool is_target_here = piece.target.end <= text_.size();
    switch (piece.kind) {
      case InlineKind::text:
        return expect(bytes.find_first_of("\r\n") == std::string_view::npos, "text", piece.span);
      case InlineKind::emphasis: {
        const std::string_view marks = piece.strength == 0 ? "~" : "*_";
        return expect(marks.find(bytes.front()) != std::string_view::npos &&
                          marks.find(bytes.back()) != std::string_view::npos,
                      "emphasis", piece.span);
      }
      case InlineKind::code:
        return expect(bytes.front() == '`' && bytes.back() == '`', "code", piece.span);
      case InlineKind::link:
        expect(is_target_here, "a target", piece.target);
        if (bytes.front() == '[') {
          return expect(bytes.back() == ')' || bytes.back() == ']', "a link", piece.span);
        }
        if (bytes.front() == '<') return expect(bytes.back() == '>', "an autolink", piece.span);
        return expect(bytes.find_first_of(".@:") != std::string_view::npos, "a URL", piece.span);
      case InlineKind::image:
        return expect(is_target_here && bytes.starts_with("![") &&
                          (bytes.back() == ')' || bytes.back() == ']'),
                      "an image", piece.span);
      case InlineKind::html:
        return expect(bytes.front() == '<' || bytes.front() == '{', "HTML", piece.span);
      case InlineKind::entity:
        return expect(bytes.front() == '&' && bytes.back() == ';', "an entity", piece.span);
      case InlineKind::placeholder:
        return expect(bytes.front() == '{' || bytes.starts_with("[^"), "placeholder", piece.span);
    }
  }

  /// What belongs to no block is a mark of a container.
  void judge_coverage() {
    std::vector<bool> covered(text_.size());
    const auto cover = [&](Span span) {
      std::fill(covered.begin() + span.begin, covered.begin() + span.end, true);
    };
    for (const Block& block : result_.blocks) cover(block.span);
    for (const Container& container : result_.containers) cover(container.marker);
    for (std::uint32_t i = body_.begin; i < body_.end; ++i) {
      expect(covered[i] || is_white(text_[i]) || text_[i] == '>', "a byte in no block",
             {i, std::min(i + 20, body_.end)});
    }
  }

  std::string_view text_;
  Span body_;
  const MarkdownResult& result_;
  std::optional<std::string> wrong_;
};

Span whole(std::string_view text) {
  return span_at(0, text.size());
}

std::optional<std::string> wrong_with(std::string_view text, Span body, Dialect dialect) {
  const MarkdownResult result = parse_markdown(text, body, dialect);
  if (result.problem) return std::nullopt;
  return Judge(text, body, result).verdict();
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

TEST_CASE("properties: what would take quadratic time is refused or read quickly") {
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
      const auto wrong = Judge(text, whole(text), result).verdict();
      if (wrong) FAIL_CHECK(*wrong);
      if (outline(text, whole(text), dialect) != outline(other, whole(other), dialect)) {
        FAIL_CHECK("CRLF changes something");
      }
    }
  }
}
