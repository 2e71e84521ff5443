#include "align/causes.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

using recto::align;
using recto::Cause;
using recto::CauseKind;
using recto::Causes;
using recto::parse_post;
using recto::Post;
using recto::Run;

Post post(const std::string& text, const std::string& language = "en",
          recto::Dialect dialect = recto::Dialect::docusaurus) {
  return parse_post("post.md", {.language = language}, dialect, text);
}

Causes causes(const std::string& source, const std::string& translation) {
  const Post ours = post(source);
  const Post theirs = post(translation, "de");
  return causes_of(ours, theirs, align(ours, theirs));
}

const std::string kKettle = "## The kettle\n\nIt holds 12 litres and was made in Leeds.\n\n";
const std::string kCups = "## The cups\n\nThere are 40 cups, and 3 of them leak.\n\n";
const std::string kGuests = "## The guests\n\nOn Sundays 25 guests come, Jonas among them.\n\n";
const std::string kGarden = "## The garden\n\nThe page `/garden` shows 7 beds.\n";

const std::string kKessel = "## Der Kessel\n\nEr fasst 12 Liter und wurde in Leeds gebaut.\n\n";
const std::string kTassen = "## Die Tassen\n\nEs gibt 40 Tassen, und 3 davon lecken.\n\n";
const std::string kGaeste = "## Die Gäste\n\nSonntags kommen 25 Gäste, darunter Jonas.\n\n";
const std::string kGarten = "## Der Garten\n\nDie Seite `/garden` zeigt 7 Beete.\n";

TEST_CASE("a good translation needs no explanation") {
  CHECK(causes(kKettle + kCups + kGuests + kGarden, kKessel + kTassen + kGaeste + kGarten).empty());
}

TEST_CASE("what is missing at the end is one cause, sections and all") {
  const Causes found = causes(kKettle + kCups + kGuests + kGarden, kKessel + kTassen);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::truncated);
  CHECK(found[0].source == Run{4, 4});
  CHECK(found[0].translation == Run{4, 0});
}

TEST_CASE(
    "a translation that stops within a paragraph ends there, though a later one is more like it") {
  const std::string long_text =
      "The lid is of brass and the handle of oak, and when the water boils it whistles a tune that "
      "the children sing along with all day long.\n\n";
  const Causes found = causes(kKettle + kCups + long_text + kGuests + "Jonas pours the tea.\n",
                              kKessel + kTassen + "Der Deckel ist aus Messing und\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::truncated);
  CHECK(found[0].source == Run{4, 4});
}

TEST_CASE("a last paragraph that breaks off belongs to no later one that ends its sentence") {
  const std::string tea =
      "Tea is poured at four, and whoever comes late washes the cups himself, which has happened "
      "to "
      "each of them more than once, so that nobody laughs any more when one looks for a towel.\n\n";
  const std::string late = "Nobody minds.\n\n";
  const std::string last =
      "At nine the lamp is put out, and the house is quiet until the morning.\n";
  const Causes found =
      causes(kKettle + kCups + tea + late + last,
             kKessel + kTassen +
                 "Um vier wird Tee eingeschenkt, und wer zu spät kommt, der spült seine\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::truncated);
  CHECK(found[0].source == Run{4, 3});
  // With a whole sentence at the end, a translation leaves paragraphs out before it.
  CHECK(causes(kKettle + kCups + tea + late + last,
               kKessel + kTassen +
                   "Um neun wird die Lampe gelöscht, und das Haus ist still bis zum Morgen.\n")
            .empty());
}

TEST_CASE("one paragraph less at the end is no truncation") {
  CHECK(causes(kKettle + kCups + kGuests + kGarden + "\nCome and see.\n",
               kKessel + kTassen + kGaeste + kGarten)
            .empty());
}

TEST_CASE("a section that was left out explains its heading and what stands under it") {
  const Causes found = causes(kKettle + kCups + kGuests + kGarden, kKessel + kTassen + kGarten);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::missing_section);
  CHECK(found[0].source == Run{4, 2});
  CHECK(explains_source(found, 5));
  CHECK(!explains_source(found, 6));
  CHECK(!explains_translation(found, 4));
}

TEST_CASE("a section that only the translation has explains its blocks") {
  const Causes found = causes(kKettle + kCups + kGarden, kKessel + kTassen + kGaeste + kGarten);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::extra_section);
  CHECK(found[0].translation == Run{4, 2});
}

TEST_CASE("a heading that was lost explains nothing: its text is there") {
  const std::string cups = "Es gibt 40 Tassen, und 3 davon lecken.\n\n";
  CHECK(causes(kKettle + kCups + kGuests, kKessel + cups + kGaeste).empty());
}

TEST_CASE("a fence around the whole post explains all of it, the front matter too") {
  const std::string source = "---\ntitle: Tea\n---\n\n" + kKettle + kCups;
  const std::string translation =
      "```markdown\n---\ntitle: Tee\n---\n\n" + kKessel + kTassen + "```\n";
  const Causes found = causes(source, translation);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::fenced_post);
  CHECK(found[0].source == Run{0, 4});
  CHECK(hides_front_matter(found, post(translation)));
}

TEST_CASE("a front matter that is there is not hidden by another one in the body") {
  const std::string source = "---\ntitle: Tea\n---\n\n" + kKettle + kCups;
  const std::string translation =
      "---\ntitle: Tee\n---\n\n" + kKessel + "---\ntitle: Tee\n---\n\n" + kTassen;
  const Causes found = causes(source, translation);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::pasted_front_matter);
  CHECK(!hides_front_matter(found, post(translation)));
}

TEST_CASE("a fence that is never closed explains what it swallows") {
  const std::string code = "```sh\nboil --litres 12\n```\n\n";
  const Causes found = causes(kKettle + code + kCups + kGuests,
                              kKessel + "```sh\nboil --litres 12\n\n" + kTassen + kGaeste);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == CauseKind::swallowed);
  CHECK(found[0].source == Run{2, 5});
}

TEST_CASE("a post of nothing but mistakes has so many causes and no more") {
  std::string fences;
  for (int i = 0; i < 3000; ++i) fences += "---\na: b\n";
  CHECK(causes(fences, fences).size() == 400);
}

TEST_CASE("tabs that are lost with all that is in them are one cause, with a label left alone") {
  const auto tab = [](const std::string& label, const std::string& option) {
    return "=== \"" + label + "\"\n\n    ```sh\n    kettle --" + option + "\n    ```\n\n";
  };
  const Post ours = post("Boil the water:\n\n" + tab("With gas", "gas") + tab("With wood", "wood") +
                             tab("With the sun", "sun") + "Then pour the tea.\n",
                         "en", recto::Dialect::mkdocs);
  const auto found = [&](const std::string& tabs) {
    const Post theirs = post("Kochen Sie das Wasser:\n\n" + tabs + "Gießen Sie dann den Tee ein.\n",
                             "de", recto::Dialect::mkdocs);
    return causes_of(ours, theirs, align(ours, theirs));
  };
  const Causes lost = found(tab("Mit Gas", "gas"));
  REQUIRE(lost.size() == 1);
  CHECK(lost[0].kind == CauseKind::missing_box);
  CHECK(lost[0].source == Run{3, 4});
  // The last tab's code stands there without tabs, and its label has no place.
  const Causes alone = found("```sh\nkettle --sun\n```\n\n");
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].source.first == 1);
  CHECK(alone[0].source.count == 5);
}

}  // namespace
