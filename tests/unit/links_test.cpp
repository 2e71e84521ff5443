#include <algorithm>
#include <catch2/catch.hpp>

#include "harness.h"

// Links, keys and placeholders as users see findings about them.

namespace {

using recto::Severity;
using recto::testing::diagnostics;
using recto::testing::rule_names;

using Names = std::vector<std::string>;

Names found(const std::string& source, const std::string& translation,
            const std::string& locale = "fr") {
  return rule_names(diagnostics({source, translation, locale, ""}));
}

/// A sentence of two links, as the source and as the translation write them.
Names found_for(const std::string& source, const std::string& translation) {
  return found(
      "The [battery](/docs/battery) feeds the [box](" + source + ") for ten years.\n",
      "La [pile](/docs/battery) alimente le [boîtier](" + translation + ") pendant dix ans.\n");
}

TEST_CASE("two long keys that have nothing in common are no renamed key") {
  const Names names = found(
      "---\ntitle: The box\nphotographer_name: Mira\n---\n\nIt is shut.\n",
      "---\ntitle: Der Kasten\nlayout_of_page: wide\nweather_forecast: Regen\n---\n\nEr ist zu.\n",
      "de");
  CHECK(std::count(names.begin(), names.end(), "front-matter/renamed-key") == 0);
  CHECK(std::count(names.begin(), names.end(), "front-matter/missing-key") == 1);
}

TEST_CASE("two ways to write one target are the same link") {
  for (const auto& [source, translation] : std::vector<std::pair<std::string, std::string>>{
           {"/docs/box", "/fr/docs/box"},
           {"/docs/box", "/docs/box/"},
           {"/docs/box#lid", "/fr/docs/box#couvercle"},
           {"../box.md", "../../en/box.md"},
           {"./box.md", "box"},
           {"https://example.org/box", "http://www.example.org/box/"},
           {"https://example.org/a%20b", "https://example.org/a%20b/"},
           {"https://example.org/caf%C3%A9", "https://example.org/café"},
           {"https://en.wikipedia.org/wiki/Box", "https://fr.wikipedia.org/wiki/Bo%C3%AEte"},
           {"https://example.org/en-us/box", "https://example.org/fr-fr/box"},
           {"https://example.org/box.html", "https://example.org/box-fr-FR.html"},
           {"https://example.org/box_en.pdf", "https://example.org/box_en.pdf/"},
           {"/docs/box.en", "/docs/box.fr"},
           {"https://example.org/box/en.md", "https://example.org/box/fr.md"},
           {"https://example.org/box", "https://fr.example.org/box"},
           {"https://example.org/box?hl=en", "https://example.org/box?hl=fr"},
           {"https://example.com/box", "https://example.fr/boite"},
           {"#lid", "translation.md#couvercle"},
           {"https://example.org/box#lid", "../../nowhere/box#lid"},
           {"source.md#lid", "#couvercle"},
           {"./#lid", "./#couvercle"},
           {"https://example.org/docs/box#lid", "../docs/box#lid"},
           {"https://example.org/box", "https://example.org/box "},
           {"https://example.org/share?text=A%20box",
            "https://example.org/share?text=Une%20boîte"}}) {
    INFO(source << " " << translation);
    CHECK(found_for(source, translation) == Names{});
  }
}

TEST_CASE("a link that leads elsewhere is changed, not lost and added") {
  for (const auto& [source, translation] : std::vector<std::pair<std::string, std::string>>{
           {"/docs/box", "/docs/boxes"},
           {"/docs/box", "/fr/docs/boite"},
           {"https://example.org/box", "https://example.net/box"},
           {"https://example.org/box#lid", "https://example.org/box#lif"},
           {"https://example.org/box?page=1", "https://example.org/box?page=2"},
           {"mailto:box@example.org", "mailto:box@example.com"}}) {
    INFO(source << " " << translation);
    CHECK(found_for(source, translation) == Names{"link/changed"});
  }
}

TEST_CASE("the order of links is free, and a reference is a link as any other") {
  CHECK(found("See [one](/a) and [two](/b).\n", "Voir [deux](/b) et [un](/a).\n") == Names{});
  CHECK(found("See [one][x] and [two](/b).\n\n[x]: /a\n",
              "Voir [un](/a) et [deux][y].\n\n[y]: /b\n") == Names{});
}

TEST_CASE("the fix of a changed link keeps the locale that the translation writes") {
  const auto all = diagnostics({"See the [plan of the box](/docs/plan).\n",
                                "Voir le [plan du boîtier](/fr/docs/plam).\n", "fr", ""});
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].fix.has_value());
  CHECK(all[0].fix->safety == recto::Safety::safe);
  REQUIRE(all[0].fix->edits.size() == 1);
  CHECK(all[0].fix->edits[0].text == "/fr/docs/plan");
}

TEST_CASE("placeholders are compared by their code, not by their text") {
  CHECK(found("Press <Key code=\"a\" title=\"The key\" /> now.\n",
              "Appuyez sur <Key title=\"La touche\" code=\"a\" /> maintenant.\n") == Names{});
  CHECK(found("Press <Key code=\"a\" /> now.\n", "Appuyez sur <Key code=\"b\" /> maintenant.\n") ==
        Names{"placeholder/changed"});
  CHECK(found("Line one<br>line two of it.\n", "Première ligne<br />deuxième ligne.\n") == Names{});
  CHECK(found("It has {count} cables.\n", "Il a des câbles.\n") == Names{"placeholder/changed"});
}

TEST_CASE("in a list of languages a post does not link to itself") {
  CHECK(found("Read this in [French](https://example.org/blob/main/translation.md).\n",
              "Lire ceci en [anglais](https://example.org/).\n") == Names{});
  CHECK(found("The box is shut.\n", "La boîte est fermée ([en anglais](source.md)).\n") == Names{});
  CHECK(found("Read the [note](https://example.org/note.md).\n",
              "Lire la [note](https://example.org/rien.md).\n") == Names{"link/changed"});
  CHECK(found("The box is shut.\n", "La boîte est fermée ([voir](docs/source.md)).\n") ==
        Names{"link/extra"});
}

TEST_CASE("a host may be called after the country of the language") {
  const auto told = [](const std::string& translation, const std::string& locale) {
    return found("The [box](https://example.org/box#lid) is shut.\n",
                 "[箱](" + translation + ")は閉まっている。\n", locale);
  };
  CHECK(told("https://jp.example.org/box#ふた", "ja") == Names{});
  CHECK(found("The [box](https://example.org/box) is shut.\n",
              "这个[盒子](https://cn.example.org/box)是关着的。\n", "zh") == Names{});
  CHECK(told("https://kr.example.org/box", "ja") == Names{"link/changed"});
}

TEST_CASE("a long table of contents leads to the translated headings") {
  std::string source = "<ul>\n";
  std::string translation = source;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const std::string name(3, letter);
    source += "<li><a href=\"#box-" + name + "\">Box " + name + "</a></li>\n";
    translation += "<li><a href=\"#boîte-" + name + "\">Boîte " + name + "</a></li>\n";
  }
  source += "</ul>\n";
  translation += "</ul>\n";
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const std::string name(3, letter);
    source += "\n## Box " + name + "\n\nIt is shut.\n";
    translation += "\n## Boîte " + name + "\n\nElle est fermée.\n";
  }
  CHECK(found(source, translation) == Names{});
}

TEST_CASE("of two links to one page in a text, one may be left out") {
  const auto one = diagnostics({"Open [the page](/page). [That page](/page) is new.\n",
                                "Öffnen Sie [die Seite](/page), sie ist neu.\n"});
  REQUIRE(one.size() == 1);
  CHECK(one[0].rule == "link/missing");
  CHECK(one[0].severity == Severity::hint);
}

TEST_CASE("what a post lists of its own languages need not be in a translation") {
  const std::string text = "The box is shut for the whole of the winter.\n";
  const std::string theirs = "La boîte est fermée pendant tout l'hiver.\n";
  const std::string list =
      "\n## Languages\n\n- [Français](source.fr.md)\n- [日本語](source.ja.md)\n- "
      "[Deutsch](https://example.org/blob/main/source.de.md)\n";
  const auto listed = diagnostics({text + list, theirs, "fr", ""});
  REQUIRE(listed.size() == 1);
  CHECK(listed[0].rule == "block/missing");
  CHECK(listed[0].severity == Severity::hint);
  const auto bar = diagnostics(
      {"[English](https://example.org) - [Français](source.fr.md) - "
       "[日本語](source.ja.md) - [Deutsch](source.de.md)\n\nRead [the shop](/shop) first: " +
           text,
       "Lisez d'abord [la boutique](/shop) : " + theirs, "fr", ""});
  REQUIRE(bar.size() == 1);
  CHECK(bar[0].severity == Severity::hint);
  CHECK(bar[0].message.starts_with("this list of languages of the source is missing here: "));
  CHECK(found(text + "\n- [The lid](source.lid.md)\n", theirs) == Names{"list/missing-item"});
}

TEST_CASE("a word that looks like a language is a part of the URL all the same") {
  for (const auto& [source, translation] : std::vector<std::pair<std::string, std::string>>{
           {"https://example.org/client-id", "https://example.org/client"},
           {"https://example.org/make-it.html", "https://example.org/make.html"},
           {"/docs/user_id", "/docs/user"}}) {
    INFO(source << " " << translation);
    const std::string locale = source.find("it.") == std::string::npos ? "id" : "it";
    CHECK(found("The [box](" + source + ") is shut.\n", "[Kotak](" + translation + ") tertutup.\n",
                locale) == Names{"link/changed"});
  }
}

TEST_CASE("a link of the post's own that went elsewhere is lost, whatever it is called") {
  const Names names =
      found("The [box](a/README.md) is shut.\n\nThe lid is blue and new.\n",
            "La boîte est fermée.\n\nLe [couvercle](b/README.md) est bleu et neuf.\n");
  CHECK(std::count(names.begin(), names.end(), "link/missing") == 1);
  CHECK(std::count(names.begin(), names.end(), "link/extra") == 1);
}

TEST_CASE("a link that stands twice is extra, an address that the source shows is none") {
  CHECK(found("Read the [guide](https://example.org/guide) first.\n",
              "Lire le [guide](https://example.org/guide) d'abord, le "
              "[guide](https://example.org/guide).\n") == Names{"link/extra"});
  CHECK(found("Ask `https://example.org/gauge` for it.\n",
              "Demandez à `https://example.org/gauge` "
              "(https://example.org/gauge).\n") == Names{});
}

}  // namespace
