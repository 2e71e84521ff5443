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
