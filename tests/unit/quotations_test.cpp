// Messages and outputs that a translation keeps in quotes are no untranslated text.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "harness.h"

using namespace recto;
using namespace recto::testing;

namespace {

using Lines = std::vector<std::string>;

/// `error text/untranslated`, one a finding of that rule.
Lines told(const Pair& pair) {
  Lines lines;
  for (const Diagnostic& diagnostic : diagnostics(pair)) {
    if (diagnostic.rule != "text/untranslated") continue;
    lines.push_back(name_of(diagnostic.severity) + ": " + diagnostic.found);
  }
  return lines;
}

const std::string kSource =
    "Then print \"**The kettle has been on the stove for too long.**\" if the water is hot. "
    "Otherwise print 'I'm still waiting for the kettle to boil on the stove.'\n";

}  // namespace

TEST_CASE("what stands in quotes on both sides is a hint amid translated text") {
  const Lines expected = {"hint: The kettle has been on the stove for too long"};
  CHECK(told({kSource,
              "Geben Sie dann „**The kettle has been on the stove for too long.**“ aus, wenn das "
              "Wasser heiß ist, und sonst nichts.\n"}) == expected);
  CHECK(told({kSource,
              "Affichez alors « **The kettle has been on the stove for too long.** » si l'eau est "
              "chaude, et rien dans les autres cas.\n",
              "fr"}) == expected);
}

TEST_CASE("what the source has in quotes may stand in bold, or bare") {
  const Lines expected = {"hint: The kettle has been on the stove for too long"};
  CHECK(told({kSource,
              "水が熱ければ、**The kettle has been on the stove for too long.**を表示します。\n",
              "ja"}) == expected);
  CHECK(told({kSource,
              "물이 뜨거우면 The kettle has been on the stove for too long. 라고 출력합니다.\n",
              "ko"}) == expected);
}

TEST_CASE("bold that no quotes set off, other words in quotes and whole quotes are errors") {
  CHECK(
      told({"**The keeper lights the lamp when it is dark.** He then writes what he has seen.\n",
            "**The keeper lights the lamp when it is dark.** Dann schreibt er auf, was er gesehen "
            "hat.\n"}) == Lines{"error: The keeper lights the lamp when it is dark"});
  CHECK(told({kSource,
              "Geben Sie dann „The kettle was on the stove and it is now too hot.“ aus, wenn das "
              "Wasser heiß ist, und sonst nichts.\n"}) ==
        Lines{"error: The kettle was on the stove and it is now too hot"});
  CHECK(told({"He says I'm waiting for the ships that have not been here for years.\n",
              "He says I'm waiting for the ships that have not been here for years.\n"}) ==
        Lines{"error: He says I'm waiting for the ships that have not been here for years."});
}

TEST_CASE("what is emphasised on both sides may be a message, what is bold need not be") {
  CHECK(told({"You may know _the kettle is not on the stove_ from the manual of the kettle.\n",
              "Sie kennen vielleicht _the kettle is not on the stove_ aus der Anleitung für den "
              "Kessel.\n"}) == Lines{"hint: kennen vielleicht _the kettle is not on the stove"});
  const Lines bold =
      told({"You may know it. **The kettle is not on the stove when it is out.** It is hot.\n",
            "Sie kennen es vielleicht. **The kettle is not on the stove when it is out.** Er ist "
            "heiß.\n"});
  REQUIRE(bold.size() == 1);
  CHECK(bold[0].starts_with("error: "));
}
