#include "base/line_map.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using namespace recto;

namespace {

Location located(std::string_view text, Span span) {
  return locate(text, LineMap(text), "post.md", span);
}

}  // namespace

TEST_CASE("lines end at LF, CRLF and a lone CR") {
  const std::string text = "a\nb\r\nc\rd";
  const LineMap lines(text);
  CHECK(lines.line_count() == 4);
  CHECK(lines.line(0) == 1);
  CHECK(lines.line(2) == 2);
  CHECK(lines.line(4) == 2);
  CHECK(lines.line(5) == 3);
  CHECK(lines.line(7) == 4);
  for (std::size_t line = 1; line <= 4; ++line) {
    CHECK(slice(text, lines.line_span(text, line)) ==
          std::string(1, static_cast<char>('`' + line)));
  }
}

TEST_CASE("an empty text has one empty line") {
  const LineMap lines("");
  CHECK(lines.line_count() == 1);
  CHECK(lines.line(0) == 1);
  CHECK(lines.line_span("", 1).is_empty());
}

TEST_CASE("a text that ends with a line end has an empty last line") {
  const LineMap lines("a\n");
  CHECK(lines.line_count() == 2);
  CHECK(lines.line(2) == 2);
  CHECK(lines.line_span("a\n", 2) == Span{2, 2});
}

TEST_CASE("columns count code points from 1 and ends are exclusive") {
  const std::string text = "один\nдва 字 x";
  const auto at = static_cast<std::uint32_t>(text.find("字"));
  const Location location = located(text, {at, at + 3});
  CHECK(location.path == "post.md");
  CHECK(location.line == 2);
  CHECK(location.column == 5);
  CHECK(location.end_line == 2);
  CHECK(location.end_column == 6);
  CHECK(location.byte_column == 8);
  CHECK(location.end_byte_column == 11);
  CHECK(location.text == "字");
}

TEST_CASE("columns are counted in lines of any length, a byte order mark as none") {
  std::string text = "\xEF\xBB\xBF";
  for (int i = 0; i < 3'000; ++i) text += "字";
  const LineMap lines(text);
  for (std::uint32_t i = 0; i < 3'000; ++i) CHECK(lines.column(text, 0, 3 + 3 * i) == i + 1);
  text = std::string(1'023, 'a') + "\n" + std::string(1'025, 'b') + "\n" + std::string(5, 'c');
  const LineMap others(text);
  for (const std::uint32_t i : {0U, 1U, 1'023U, 1'024U, 1'025U}) {
    CHECK(others.column(text, 1'024, 1'024 + i) == i + 1);
  }
  CHECK(others.column(text, 0, 1'023) == 1'024);
  CHECK(others.column(text, 2'050, 100'000) == 6);
  CHECK(others.column(text, 2'050, static_cast<std::uint32_t>(text.size())) == 6);
}

TEST_CASE("a span over several lines ends where it ends") {
  const Location location = located("one\ntwo\nthree", {1, 10});
  CHECK(location.line == 1);
  CHECK(location.column == 2);
  CHECK(location.end_line == 3);
  CHECK(location.end_column == 3);
  CHECK(location.text == "ne\ntwo\nth");
}

TEST_CASE("a byte order mark is no column") {
  CHECK(located("\uFEFFabc", {3, 4}).column == 1);
  CHECK(located("\uFEFFabc", {5, 6}).column == 3);
  CHECK(located("x\uFEFFabc", {4, 5}).column == 3);
}

TEST_CASE("CRLF and a byte order mark move no line and no column") {
  const std::string plain = "# One\n\ntwo three\n";
  const std::string dressed = "\uFEFF# One\r\n\r\ntwo three\r\n";
  const auto find = [](const std::string& text) {
    const auto at = static_cast<std::uint32_t>(text.find("three"));
    return located(text, {at, at + 5});
  };
  CHECK(find(plain).line == find(dressed).line);
  CHECK(find(plain).column == find(dressed).column);
  CHECK(find(plain).end_column == find(dressed).end_column);
}

TEST_CASE("the text of a location is cut at 400 code points, between two of them") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "é";
  const Location location = located(text, {0, 1000});
  CHECK(location.text.size() == 800);
}

TEST_CASE("the end of the text can be located") {
  const Location location = located("ab\n", {3, 3});
  CHECK(location.line == 2);
  CHECK(location.column == 1);
  CHECK(location.text.empty());
}

TEST_CASE("an excerpt is the first line of a span, with the mark cut to it") {
  const std::string text = "one\r\ntwo three\r\nfour";
  const Excerpt excerpt = excerpt_at(text, LineMap(text), {9, 20});
  CHECK(excerpt.line == "two three");
  CHECK(excerpt.mark == Span{4, 9});
}

TEST_CASE("an excerpt at a line end marks the place behind the line") {
  const std::string text = "one\ntwo\n";
  const Excerpt excerpt = excerpt_at(text, LineMap(text), {3, 4});
  CHECK(excerpt.line == "one");
  CHECK(excerpt.mark == Span{3, 3});
}
