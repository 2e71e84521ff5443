#include "report/fix.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using recto::Diagnostic;
using recto::Edit;

namespace {

Diagnostic finding(std::vector<Edit> edits, const std::string& rule = "code/changed",
                   std::uint32_t source = 0) {
  Diagnostic diagnostic;
  diagnostic.rule = rule;
  diagnostic.fix = recto::Fix{recto::Safety::safe, "", std::move(edits)};
  diagnostic.source.emplace().span = {source, source};
  return diagnostic;
}

struct Applied {
  std::string text;
  std::size_t count = 0;

  friend bool operator==(const Applied&, const Applied&) = default;
};

std::ostream& operator<<(std::ostream& out, const Applied& applied) {
  return out << applied.count << " in " << applied.text;
}

Applied applied(std::string_view text, const std::vector<Diagnostic>& findings) {
  std::vector<const Diagnostic*> pointers;
  for (const Diagnostic& one : findings) pointers.push_back(&one);
  const recto::FixedText fixed = recto::apply_fixes(text, pointers);
  return {fixed.text, fixed.applied};
}

}  // namespace

TEST_CASE("fix: edits are made where they say, in whatever order the findings come") {
  const auto first = finding({{{0, 3}, "one"}});
  const auto last = finding({{{8, 8}, "!"}});
  CHECK(applied("abc def ", {first, last}) == Applied{"one def !", 2});
  CHECK(applied("abc def ", {last, first}) == Applied{"one def !", 2});
}

TEST_CASE("fix: of two that overlap or touch, the later one waits") {
  CHECK(applied("abcdef", {finding({{{0, 3}, "X"}}), finding({{{2, 4}, "Y"}})}) ==
        Applied{"Xdef", 1});
  CHECK(applied("abcdef", {finding({{{0, 3}, "X"}}), finding({{{3, 4}, "Y"}})}) ==
        Applied{"Xdef", 1});
  CHECK(applied("abcdef", {finding({{{0, 2}, "X"}}), finding({{{3, 4}, "Y"}})}) ==
        Applied{"XcYef", 2});
}

TEST_CASE("fix: all edits of a fix are made or none") {
  const auto both = finding({{{1, 2}, "B"}, {{4, 5}, "E"}});
  CHECK(applied("abcdef", {both}) == Applied{"aBcdEf", 1});
  CHECK(applied("abcdef", {finding({{{0, 1}, "A"}}), both}) == Applied{"Abcdef", 1});
}

TEST_CASE("fix: what a rule adds at one place stands in the order of the source") {
  const auto second = finding({{{2, 2}, "\nb: 2"}}, "front-matter/missing-key", 20);
  const auto first = finding({{{2, 2}, "\na: 1"}}, "front-matter/missing-key", 10);
  CHECK(applied("x:\n", {second, first}) == Applied{"x:\na: 1\nb: 2\n", 2});
  const auto other = finding({{{2, 2}, "\nc: 3"}}, "front-matter/renamed-key", 30);
  CHECK(applied("x:\n", {first, other}) == Applied{"x:\na: 1\n", 1});
}

TEST_CASE("fix: what changes nothing, or lies outside the text, is not applied") {
  CHECK(applied("abc", {finding({{{0, 1}, "a"}})}) == Applied{"abc", 0});
  CHECK(applied("abc", {finding({{{2, 9}, "z"}})}) == Applied{"abc", 0});
  CHECK(applied("abc", {finding({{{2, 3}, "z"}, {{0, 1}, "y"}})}) == Applied{"abc", 0});
}

TEST_CASE("fix: lines end as they do in the file, and so does the last one") {
  const auto two_lines = finding({{{3, 3}, "b\nc\r\n"}});
  CHECK(applied("a\r\nd\r\n", {two_lines}).text == "a\r\nb\r\nc\r\nd\r\n");
  CHECK(applied("aa\nd\n", {two_lines}).text == "aa\nb\nc\nd\n");
  CHECK(applied("a\n```\n", {finding({{{2, 6}, "b"}})}).text == "a\nb\n");
  CHECK(applied("a\n```", {finding({{{2, 5}, "b"}})}).text == "a\nb");
}

TEST_CASE("fix: very many fixes take no long time") {
  const std::size_t count = 200'000;
  std::vector<Diagnostic> findings;
  for (std::uint32_t i = 0; i < count; ++i)
    findings.push_back(finding({{{3 * i, 3 * i + 1}, "b"}}));
  CHECK(applied(std::string(3 * count, 'a'), findings).count == count);
}
