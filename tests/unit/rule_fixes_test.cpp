// What rules would write into a translation.

#include <algorithm>
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

TEST_CASE("no heading is safely moved beside one that may be meant, no text lost with a URL") {
  const Pair headings{
      "# Kettle\n\n## Water\n\nIt holds `two`.\n\n## Safety\n\nRun `scan` on port 8080 and see "
      "`ok`.\n\n## End\n\nGo home with `it`.\n",
      "# Kessel\n\n## Wasser\n\nEr fasst `two`.\n\n## Sicherheit\n\n### Vier Stufen\n\nDie erste "
      "ist "
      "heiß.\n\n### Prüfung\n\nLass `scan` auf Port 8080 laufen und sieh `ok`.\n\n## Ende\n\nGeh "
      "heim "
      "mit `it`.\n"};
  CHECK(mended(headings, "heading/wrong-level").find("\n## Prüfung") != std::string::npos);
  for (const Diagnostic& found : diagnostics(headings)) {
    CHECK((!found.fix || found.fix->safety != Safety::safe));
  }
  const auto links =
      diagnostics({"See https://example.org/kettle-to-buy/ (for the kettle).\n",
                   "Siehe https://example.org/kettle-%20to-buy/（für den Kessel）.\n"});
  REQUIRE(!links.empty());
  CHECK(links[0].rule == "link/changed");
  CHECK(!links[0].fix);
}

TEST_CASE("a list whose items are paragraphs is mended whole or not by itself") {
  const std::string source = "1) The kettle is on.\n\n2) The lid is shut.\n\n3) The tap is open.\n";
  CHECK(mended({source, "1）Der Kessel ist an.\n\n2）Der Deckel ist zu.\n\n3）Der Hahn ist auf.\n"},
               "list/not-a-list") ==
        "1. Der Kessel ist an.\n\n2. Der Deckel ist zu.\n\n3. Der Hahn ist auf.\n");
  const auto safety_of = [&](const std::string& translation) {
    for (const Diagnostic& found : diagnostics({source, translation})) {
      if (found.rule == "list/not-a-list") return found.fix->safety;
    }
    FAIL("no list/not-a-list");
    return Safety::shown;
  };
  CHECK(safety_of("Der Kessel ist an.\n\n2）Der Deckel ist zu.\n\n3）Der Hahn ist auf.\n") ==
        Safety::unsafe);
  CHECK(safety_of("1）Der Kessel ist an.\n\n![](a.png)\n\n2）Der Deckel ist zu.\n\n![](b.png)\n\n"
                  "3）Der Hahn ist auf.\n") == Safety::unsafe);
  // What the source has as text stays.
  CHECK(mended({"- The kettle is on.\n- The lid is shut.\n\n2.x is old and gone since May.\n",
                "• Der Kessel ist an.\n• Der Deckel ist zu.\n\n2.x ist alt und seit Mai fort.\n"},
               "list/not-a-list") ==
        "- Der Kessel ist an.\n- Der Deckel ist zu.\n\n2.x ist alt und seit Mai fort.\n");
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

/// Whether the first finding of `rule` has a fix that is safe.
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

TEST_CASE("a level is mended where one post tells that the translation is off") {
  const std::string text = "\n\nText of tea.\n\n";
  const auto post = [&](const std::string& first, const std::string& second) {
    return "# Tea" + text + first + " One" + text + second + " Two" + text;
  };
  CHECK(is_safe({post("##", "##"), post("##", "###")}, "heading/wrong-level"));
  CHECK_FALSE(is_safe({post("##", "###"), post("##", "##")}, "heading/wrong-level"));
}

TEST_CASE("an id is renamed in the links to it, too") {
  const Pair pair{"See [it](#parts).\n\n## Parts {#parts}\n\nTea.\n",
                  "Siehe [hier](#teile).\n\n## Teile {#teile}\n\nTee.\n"};
  CHECK(mended(pair, "heading/changed-id") ==
        "Siehe [hier](#parts).\n\n## Teile {#parts}\n\nTee.\n");
  CHECK(is_safe(pair, "heading/changed-id"));
  const Pair html{"See <a href=\"#parts\">it</a>.\n\n## Parts {#parts}\n\nTea.\n",
                  "Siehe <a href=\"#teile\">hier</a>.\n\n## Teile {#teile}\n\nTee.\n"};
  CHECK_FALSE(is_safe(html, "heading/changed-id"));
}

TEST_CASE("of two variables none is put in the place of the other") {
  const Pair pair{"Hello {name}, you have {count} cups of tea.\n",
                  "Bonjour {nom}, vous avez {nombre} tasses de thé.\n", "fr"};
  const auto found = diagnostics(pair);
  REQUIRE(found.size() == 2);
  for (const Diagnostic& diagnostic : found) {
    REQUIRE(diagnostic.fix);
    CHECK(diagnostic.fix->safety == Safety::shown);
  }
}

TEST_CASE("a fence is put around code that lost it, and before another fence by people") {
  const std::string code = "boilTheWater();\npourTheTea();\n";
  const std::string next = "```sh\npour cups\n```\n\n";
  const Pair lost{"Text.\n\n```sh\n" + code + "```\n\nMore text.\n\n" + next + "End.\n",
                  "Text hier.\n\n" + code + "\nMehr Text.\n\n" + next + "Ende.\n"};
  CHECK(mended(lost, "code/missing") ==
        "Text hier.\n\n```sh\n" + code + "```\n\nMehr Text.\n\n" + next + "Ende.\n");
  CHECK(is_safe(lost, "code/missing"));
  const Pair before_fence{lost.source, "Text hier.\n\n" + code + "```\n\nMehr Text.\n\n" + next};
  CHECK_FALSE(is_safe(before_fence, "code/missing"));
}

TEST_CASE(
    "an id stays with people where HTML or an encoded link has it, or other attributes follow") {
  const std::string links = "See [a][s], [b][s] and <a href=\"#teile\">c</a>.\n\n[s]: #teile\n";
  CHECK_FALSE(is_safe({"## Parts {#parts}\n\n" + links, "## Teile {#teile}\n\n" + links},
                      "heading/changed-id"));
  const Pair encoded{"## Tea {#tea}\n\nSee [it](#tea).\n",
                     "## Tee {#caf\u00e9}\n\nSiehe [hier](#caf%C3%A9).\n"};
  CHECK_FALSE(is_safe(encoded, "heading/changed-id"));
  CHECK(mended({"## Tea {#tea}\n", "## Tee {.big}\n"}, "heading/changed-id").empty());
}

TEST_CASE("ids in code and of two headings are left alone") {
  const std::string code = "```md\n[x](#teile)\n```\n";
  const Pair in_code{"## Parts {#parts}\n\n" + code, "## Teile {#teile}\n\n" + code};
  CHECK(mended(in_code, "heading/changed-id") == "## Teile {#parts}\n\n" + code);
  CHECK_FALSE(is_safe(in_code, "heading/changed-id"));
  const Pair twice{"See [it](#b).\n\n## Alpha {#a}\n\nTea.\n\n## Beta {#b}\n\nCups.\n",
                   "Siehe [hier](#b).\n\n## Alpha {#b}\n\nTee.\n\n## Beta {#b}\n\nTassen.\n"};
  CHECK(mended(twice, "heading/changed-id") ==
        "Siehe [hier](#b).\n\n## Alpha {#a}\n\nTee.\n\n## Beta {#b}\n\nTassen.\n");
}

TEST_CASE("the name of a language takes the place of another name, and of no code") {
  const std::string code = "\n<p>Tea</p>\n```\n";
  CHECK(is_safe({"```html" + code, "```htlm" + code}, "code/relabelled"));
  CHECK_FALSE(is_safe({"```html" + code, "```html<body>" + code}, "code/relabelled"));
}

TEST_CASE("marks that people need stay: between scripts, in Persian, where a word may break") {
  const auto has_fix = [](const std::string& text, const std::string& locale) {
    const auto found = diagnostics({"Tea and water.\n", text, locale});
    return std::any_of(found.begin(), found.end(), [](const Diagnostic& diagnostic) {
      return diagnostic.rule == "text/invisible-character" && diagnostic.fix &&
             diagnostic.fix->safety == Safety::safe;
    });
  };
  CHECK(has_fix("Tee\u200E und Wasser.\n", "de"));
  CHECK_FALSE(has_fix("Tee \u2067شاي\u2069 und Wasser.\n", "de"));
  CHECK_FALSE(has_fix("چای و API\u200Cها.\n", "fa"));
  CHECK_FALSE(has_fix("Tee\u00ADkessel und Wasser.\n", "de"));
}

TEST_CASE("a link to another locale is mended to the post's own") {
  CHECK(mended({"See [the gate](/gate/).\n", "Siehe [das Tor](/fr/gate/).\n", "de"},
               "link/changed") == "Siehe [das Tor](/gate/).\n");
  CHECK(mended({"See [the gate](/gate/) and [tea](/tea/).\n",
                "Siehe [das Tor](/fr/gate/) und [Tee](/de/tea/).\n", "de"},
               "link/changed") == "Siehe [das Tor](/de/gate/) und [Tee](/de/tea/).\n");
  CHECK(mended({"See [the gate](docs/en/gate.md).\n", "Siehe [das Tor](docs/fr/gate.md).\n", "de"},
               "link/changed") == "Siehe [das Tor](docs/en/gate.md).\n");
  // Other links show how the translation writes the paths of its locale.
  CHECK(mended({"See [the gate](https://example.org/docs/en/gate) and "
                "[tea](https://example.org/docs/en/tea).\n",
                "Siehe [das Tor](https://example.org/docs/{{locale}}/gate) und "
                "[Tee](https://example.org/docs/de/tea).\n"},
               "link/changed") ==
        "Siehe [das Tor](https://example.org/docs/de/gate) und "
        "[Tee](https://example.org/docs/de/tea).\n");
}

TEST_CASE("a URL that runs on ends before the parenthesis that encloses it") {
  const Pair pair{"See (https://example.org/docs/gate), it is short.\n",
                  "参见(https://example.org/docs/gate)，很短。\n", "zh"};
  CHECK(mended(pair, "markup/literal") ==
        "参见([https://example.org/docs/gate](https://example.org/docs/gate))，很短。\n");
}

TEST_CASE("a link to another site keeps the folder that both sides have") {
  const Pair pair{"See [a](https://site.org/en/a), [b](https://other.org/en/docs/page).\n",
                  "Siehe [a](https://site.org/de/a), [b](https://other.org/en/docs/pgae).\n"};
  CHECK(mended(pair, "link/changed") ==
        "Siehe [a](https://site.org/de/a), [b](https://other.org/en/docs/page).\n");
}
