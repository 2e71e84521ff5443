// What rules would write into a translation.

#include <catch2/catch.hpp>
#include <string>

#include "harness.h"

using namespace recto;
using namespace recto::testing;

namespace {

/// The translation of `pair` after the only finding of `rule` was mended; empty where it has no
/// fix.
std::string mended(const Pair& pair, const std::string& rule) {
  for (const Diagnostic& found : diagnostics(pair)) {
    if (found.rule != rule || !found.fix) continue;
    const auto size = static_cast<std::uint32_t>(pair.translation.size());
    return edited(pair.translation, {0, size}, found.fix->edits);
  }
  return {};
}

}  // namespace

TEST_CASE("a key that is put in leaves the comment behind the key before it") {
  const std::string body = "---\n\nThe kettle.\n";
  const Pair pair{"---\nslug: kettle\nauthors: anna\n" + body,
                  "---\nslug: kettle # nicht ändern\n" + body};
  CHECK(mended(pair, "front-matter/missing-key") ==
        "---\nslug: kettle # nicht ändern\nauthors: anna\n" + body);
}

TEST_CASE("commas between which nothing stands are left to people") {
  const std::string body = "---\n\nThe kettle.\n";
  const std::string source = "---\ntags: [one, two, three]\n" + body;
  CHECK(mended({source, "---\ntags: [eins， zwei， drei]\n" + body}, "front-matter/list-length") ==
        "---\ntags: [eins, zwei, drei]\n" + body);
  CHECK(
      mended({source, "---\ntags: [eins， ，drei]\n" + body}, "front-matter/list-length").empty());
}
TEST_CASE("what closes a shortcode is mended where what opens it is right") {
  const Pair pair{"{{< alert >}}The kettle is hot.{{< /alert >}}\n",
                  "{{< alert >}}Der Kessel ist heiß.{{< /warnung >}}\n"};
  const std::string right = "{{< alert >}}Der Kessel ist heiß.{{< /alert >}}\n";
  CHECK(mended(pair, "placeholder/changed") == right);
  const auto found =
      diagnostics({pair.source, "{{< warnung >}}Der Kessel ist heiß.{{< /warnung >}}\n"});
  REQUIRE(found.size() == 2);
  CHECK(found[1].fix->safety == Safety::shown);
}

TEST_CASE("no half of a tag is put in the place of the other") {
  const Pair pair{"<b>A</b><sup>1</sup> kettle and<sup>2</sup> tea.\n",
                  "<b>Ein</b><sup>1<sup> Kessel und<sup>2</sup> Tee.\n"};
  for (const Diagnostic& found : diagnostics(pair)) CHECK(!found.fix);
}

namespace {

/// Whether the only finding of `rule` has a fix that is safe.
bool is_safe(const Pair& pair, const std::string& rule) {
  for (const Diagnostic& found : diagnostics(pair)) {
    if (found.rule == rule) return found.fix && found.fix->safety == Safety::safe;
  }
  FAIL("no finding of " + rule);
  return false;
}

}  // namespace

TEST_CASE("code in a line is mended where it is a slip of one word") {
  struct Case {
    std::string ours;
    std::string theirs;
    bool is_safe;
  };
  const Case cases[] = {
      {"app.setKettle()", "app.setKetle()", true},  // no letter lost twice
      {"app.teaPath", "app. teaPath", true},
      {"new TeaKettle()", "新 TeaKettle()", true},
      {"--trace-tea", "- trace-tea", true},
      {"kettle.boil(cup)", "kettle.boil(mug)", false},  // another word
      {"port_3000", "port_3001", false},
      {"cups <= tea", "cups >= tea", false},
      {"LANG=en_US", "LANG=fr_FR", false},
      {"config_en.yaml", "config_fr.yaml", false},
      {"date_format: MM/DD", "date_format: DD/MM", false},
  };
  for (const Case& example : cases) {
    INFO(example.theirs);
    const Pair pair{"Ask for `" + example.ours + "` here.\n",
                    "Demandez `" + example.theirs + "` ici.\n", "fr"};
    CHECK(is_safe(pair, "inline-code/changed") == example.is_safe);
  }
}

TEST_CASE("code is not mended away from where else it stands") {
  const Pair in_code{"Call `boilWater()`.\n\n```js\nboilWater();\n```\n",
                     "Appelez `boilWatre()`.\n\n```js\nboilWatre();\n```\n", "fr"};
  CHECK_FALSE(is_safe(in_code, "inline-code/changed"));
  const Pair in_source{"Call `boilWatre()`. It is `boilWater()` that boils.\n",
                       "Appelez `boilWater()`. C'est `boilWater()` qui bout.\n", "fr"};
  CHECK_FALSE(is_safe(in_source, "inline-code/changed"));
}
