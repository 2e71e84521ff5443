#include "run/repeats.h"

#include <catch2/catch.hpp>

using namespace recto;

namespace {

Diagnostic at(std::size_t line, const std::string& message, std::uint32_t edited = 0) {
  Diagnostic diagnostic;
  diagnostic.at = {.path = "fr/a.md", .line = line};
  diagnostic.rule = "code/changed";
  diagnostic.message = message;
  if (edited > 0) {
    diagnostic.fix = Fix{.safety = Safety::safe, .edits = {{{edited, edited + 1}, "x"}}};
    diagnostic.edited = {diagnostic.at};
  }
  return diagnostic;
}

std::vector<std::string> messages(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics) result.push_back(diagnostic.message);
  return result;
}

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("what is said of several places of a post is said once, with their lines") {
  CHECK(messages(without_repeats({at(3, "a"), at(4, "b"), at(9, "a")})) ==
        Messages{"a (also at line 9)", "b"});
  CHECK(messages(without_repeats({at(3, "a"), at(3, "a"), at(3, "a")})) == Messages{"a (3 times)"});
  CHECK(messages(without_repeats({at(1, "a"), at(2, "a"), at(3, "a"), at(4, "a"), at(5, "a"),
                                  at(6, "a"), at(7, "a"), at(8, "a")})) ==
        Messages{"a (also at lines 2, 3, 4, 5, 6 and 2 more)"});
}

TEST_CASE("another post, rule or severity is another finding") {
  Diagnostic other_post = at(3, "a");
  other_post.at.path = "fr/b.md";
  Diagnostic hint = at(3, "a");
  hint.severity = Severity::hint;
  Diagnostic other_rule = at(3, "a");
  other_rule.rule = "code/missing";
  CHECK(without_repeats({at(3, "a"), other_post, hint, other_rule}).size() == 4);
}

TEST_CASE("one fix mends all places, in the order of the text; what overlaps stays apart") {
  const auto joined = without_repeats({at(3, "a", 30), at(5, "a", 10), at(7, "a", 20)});
  REQUIRE(joined.size() == 1);
  REQUIRE(joined[0].fix);
  REQUIRE(joined[0].fix->edits.size() == 3);
  CHECK(joined[0].fix->edits[0].span.begin == 10);
  CHECK(joined[0].fix->edits[2].span.begin == 30);
  CHECK(joined[0].edited[0].line == 5);
  CHECK(joined[0].count == 3);
  CHECK(messages(without_repeats({at(3, "a", 30), at(5, "a", 30)})) == Messages{"a", "a"});
  CHECK(messages(without_repeats({at(3, "a", 30), at(5, "a")})) == Messages{"a", "a"});
}
