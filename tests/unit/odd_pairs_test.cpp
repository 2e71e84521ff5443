// Pairs that ended a run, or lost what was found in it.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "harness.h"

using namespace recto;
using namespace recto::testing;

TEST_CASE("a section that moved, and a paragraph that was put into an item, are both told") {
  const Pair pair{
      "# Tea\n\n## Alpha {#a}\n\nThe alpha has 42 cups.\n\n- one item, 7\n- two items, 8\n\n"
      "## Beta {#b}\n\nThe beta has 99 cups.\n\n"
      "## Gamma {#c}\n\nThe gamma has 123 cups.\n\nAnother gamma has 77 cups.\n",
      "# Tee\n\n## Gamma {#c}\n\nDas Gamma hat 123 Tassen.\n\n"
      "Ein neuer Absatz, den die Quelle nicht kennt und der auch lang ist.\n\n"
      "Ein anderes Gamma hat 77 Tassen.\n\n## Alpha {#a}\n\nDas Alpha hat 42 Tassen.\n\n"
      "- ein Punkt, 7\n\n  Ein neuer Absatz in dem Punkt, der in der Quelle nirgends steht.\n\n"
      "- zwei Punkte, 8\n\n## Beta {#b}\n\nDas Beta hat 99 Tassen.\n"};
  const auto found = diagnostics(pair);
  const auto is_told = [&](const std::string& rule) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Diagnostic& diagnostic) { return diagnostic.rule == rule; });
  };
  CHECK(is_told("heading/reordered"));
  CHECK(is_told("block/extra"));
}

TEST_CASE("the number of a heading that begins with code stands in the code") {
  const auto found = diagnostics({"# Tea\n\n## `1. setup` a", "# Tee\n\n## `2. setup` a"});
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].rule == "heading/renumbered");
  CHECK(found[0].at.column == 5);
}
