#include "align/align.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "align/likeness.h"
#include "align/ordinal.h"
#include "corpus.h"
#include "harness.h"

namespace {

using recto::align;
using recto::Alignment;
using recto::Block;
using recto::BlockKind;
using recto::Match;
using recto::opens_item;
using recto::parse_post;
using recto::Post;

Post post(const std::string& text, const std::string& language = "en") {
  return parse_post("post.md", {.language = language}, recto::Dialect::docusaurus, text);
}

const std::string kEnglish =
    "Before the first heading.\n\n"
    "## The kettle\n\nIt holds 12 litres and was made in Leeds.\n\n"
    "## The cups\n\n- 40 cups from Mira\n- 3 of them leak\n\n"
    "## The guests\n\nOn Sundays 25 guests come, Jonas among them.\n\n"
    "## The garden\n\nThe `/garden` page shows 7 beds.\n";

const std::string kGerman =
    "Vor der ersten Überschrift.\n\n"
    "## Der Kessel\n\nEr fasst 12 Liter und wurde in Leeds gebaut.\n\n"
    "## Die Tassen\n\n- 40 Tassen von Mira\n- 3 davon lecken\n\n"
    "## Die Gäste\n\nSonntags kommen 25 Gäste, darunter Jonas.\n\n"
    "## Der Garten\n\nDie Seite `/garden` zeigt 7 Beete.\n";

std::string without(std::string text, const std::string& part) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.erase(at, part.size());
}

/// What of the source has no match, as text.
std::vector<std::string> dropped(const Post& source, const Alignment& alignment) {
  std::vector<std::string> texts;
  for (const Match& match : alignment) {
    if (match.translation.count > 0) continue;
    texts.push_back(plain_text(source, source.blocks[match.source.first]));
  }
  return texts;
}

std::vector<std::string> added(const Post& translation, const Alignment& alignment) {
  std::vector<std::string> texts;
  for (const Match& match : alignment) {
    if (match.source.count > 0) continue;
    texts.push_back(plain_text(translation, translation.blocks[match.translation.first]));
  }
  return texts;
}

bool is_one_to_one(const Alignment& alignment) {
  std::size_t next = 0;
  return std::all_of(alignment.begin(), alignment.end(), [&](const Match& match) {
    return match.source == recto::Run{next, 1} && match.translation == recto::Run{next++, 1} &&
           !match.moved;
  });
}

TEST_CASE("a post aligned with itself is the identity") {
  const Post source = post(kEnglish);
  CHECK(is_one_to_one(align(source, source)));
}

TEST_CASE("a good translation is aligned block by block") {
  CHECK(is_one_to_one(align(post(kEnglish), post(kGerman, "de"))));
}

TEST_CASE("a section that was left out is dropped, and nothing else") {
  const std::string cups = "## Die Tassen\n\n- 40 Tassen von Mira\n- 3 davon lecken\n\n";
  const Post source = post(kEnglish);
  const Post translation = post(without(kGerman, cups), "de");
  const Alignment alignment = align(source, translation);
  CHECK(dropped(source, alignment) ==
        std::vector<std::string>{"The cups", "40 cups from Mira", "3 of them leak"});
  CHECK(added(translation, alignment).empty());
}

TEST_CASE("a heading that was lost leaves its section in place") {
  const Post source = post(kEnglish);
  const Post translation = post(without(kGerman, "## Die Tassen\n\n"), "de");
  const Alignment alignment = align(source, translation);
  CHECK(dropped(source, alignment) == std::vector<std::string>{"The cups"});
}

TEST_CASE("headings that all stand a level deeper are paired as they would be where they belong") {
  const std::string english =
      "# Tea\n\nRead this first.\n\n## Boil\n\nFill it with water.\n\n### Kettle\n\nTake the big "
      "one.\n\n"
      "### Pot\n\nWarm it.\n\n## Serve\n\nPour slowly.\n\n- one cup here\n- another cup "
      "there\n\n### Guests\n\n"
      "They come first.\n\n## Clean\n\nRinse all of it.\n";
  const std::string german =
      "# Tee\n\nLies das zuerst.\n\n### Kochen\n\nFülle Wasser ein.\n\n#### Kessel\n\nNimm den "
      "großen.\n\n"
      "#### Kanne\n\nWärme sie vor.\n\n### Servieren\n\nGieße langsam.\n\n- eine Tasse hier\n- "
      "eine weitere dort\n\n"
      "#### Gäste\n\nSie kommen zuerst.\n\n### Putzen\n\nSpüle alles ab.\n";
  CHECK(is_one_to_one(align(post(english), post(german, "de"))));
}

TEST_CASE("sections that changed places are moved, not dropped") {
  const std::string guests = "## Die Gäste\n\nSonntags kommen 25 Gäste, darunter Jonas.\n\n";
  std::string text = without(kGerman, guests);
  text.insert(text.find("## Der Kessel"), guests);
  const Post source = post(kEnglish);
  const Alignment alignment = align(source, post(text, "de"));
  CHECK(dropped(source, alignment).empty());
  std::vector<std::string> moved;
  for (const Match& match : alignment) {
    if (match.moved) moved.push_back(plain_text(source, source.blocks[match.source.first]));
  }
  CHECK(moved == std::vector<std::string>{"The guests"});
}

TEST_CASE("sections that are sorted by their titles are paired by what they hold") {
  const std::string english =
      "## Apple\n\n- `a`: peel it\n- `b`: slice it\n- `c`: cook it\n\n"
      "## Boat\n\n- `d`: row it\n- `e`: sail it\n- `f`: moor it\n\n"
      "## Cloud\n\n- `g`: look at it\n- `h`: wait for it\n- `i`: paint it\n\n"
      "## Desert\n\n- `j`: cross it\n- `k`: leave it\n- `l`: map it\n\n"
      "## Egg\n\n- `m`: boil it\n- `n`: crack it\n- `o`: eat it\n";
  const std::string chinese =
      "## 云\n\n- `g`：看它\n- `h`：等它\n- `i`：画它\n\n## 沙漠\n\n- `j`：穿过它\n- "
      "`k`：离开它\n- `l`：画它的图\n\n"
      "## 船\n\n- `d`：划它\n- `e`：开它\n- `f`：停它\n\n## 苹果\n\n- `a`：削它\n- `b`：切它\n- "
      "`c`：煮它\n\n"
      "## 蛋\n\n- `m`：煮它\n- `n`：打它\n- `o`：吃它\n";
  const Post source = post(english);
  const Post translation = post(chinese, "zh");
  const Alignment alignment = align(source, translation);
  CHECK(dropped(source, alignment).empty());
  CHECK(added(translation, alignment).empty());
  for (const Match& match : alignment) {
    const Block& ours = source.blocks[match.source.first];
    if (ours.kind == BlockKind::heading) continue;
    const Block& theirs = translation.blocks[match.translation.first];
    CHECK(slice(source, ours.inlines[0].span) == slice(translation, theirs.inlines[0].span));
  }
}

TEST_CASE("neighbouring sections that changed places are found by the shape of what they hold") {
  const Post source = post(
      "## Cooking\n\nRead what the packet says.\n\n1. Boil the water.\n2. Pour it over the tea.\n\n"
      "## Serving\n\nThe guests sit down and wait for it.\n\n> Whoever waits drinks best.\n\n"
      "Then everybody drinks.\n");
  const Post crossed = post(
      "## Servieren\n\nDie Gäste setzen sich und warten darauf.\n\n> Wer wartet, trinkt am "
      "besten.\n\n"
      "Dann trinken alle.\n\n"
      "## Kochen\n\nLies, was auf der Packung steht.\n\n1. Koche das Wasser.\n"
      "2. Gieße es über den Tee.\n",
      "de");
  const Alignment alignment = align(source, crossed);
  CHECK(std::count_if(alignment.begin(), alignment.end(), [](const Match& match) {
          return match.moved && match.source.first == 4;
        }) == 1);
  CHECK(dropped(source, alignment).empty());
  CHECK(added(crossed, alignment).empty());
}

TEST_CASE("a paragraph that was split is one match with two on a side") {
  const std::string english =
      "The first sentence is about Leeds and 12 kettles. The second one is about Jonas and his 7 "
      "beds of tea.\n\nThe end comes soon.\n";
  const std::string german =
      "Der erste Satz handelt von Leeds und 12 Kesseln.\n\nDer zweite von Jonas und seinen 7 "
      "Teebeeten hinter dem Haus.\n\nDas Ende kommt bald.\n";
  const Alignment alignment = align(post(english), post(german, "de"));
  REQUIRE(alignment.size() == 2);
  CHECK(alignment.front().source == recto::Run{0, 1});
  CHECK(alignment.front().translation == recto::Run{0, 2});
}

TEST_CASE("a paragraph whose sentences became paragraphs is one match with three on a side") {
  const Post english = post(
      "The first sentence is about Leeds and 12 kettles. The second one is about Jonas and his 7 "
      "beds of tea. The third one is about Clara and what she paid for 3 spoons.\n\n"
      "The end comes soon.\n");
  const Post german = post(
      "Der erste Satz handelt von Leeds und 12 Kesseln.\n\nDer zweite von Jonas und seinen 7 "
      "Teebeeten hinter dem Haus.\n\nDer dritte von Clara und was sie für 3 Löffel zahlte.\n\n"
      "Das Ende kommt bald.\n",
      "de");
  const Alignment split = align(english, german);
  REQUIRE(split.size() == 2);
  CHECK(split.front().source == recto::Run{0, 1});
  CHECK(split.front().translation == recto::Run{0, 3});
  const Alignment merged = align(german, english);
  REQUIRE(merged.size() == 2);
  CHECK(merged.front().source == recto::Run{0, 3});
  CHECK(merged.front().translation == recto::Run{0, 1});
}

TEST_CASE("an item that names something else stands for no paragraph") {
  recto::Evidence paragraph{.length = 60, .text = 1, .tokens = {1, 2}};
  recto::Evidence item{.container = recto::ContainerKind::item,
                       .length = 60,
                       .text = 2,
                       .opens_item = true,
                       .may_be_item = true};
  CHECK(recto::likeness(paragraph, item, 1) < recto::kAlone);
  item.tokens = {1, 2};
  CHECK(recto::likeness(paragraph, item, 1) > recto::kAlone);
  paragraph.tokens = item.tokens = {};
  CHECK(recto::likeness(paragraph, item, 1) > recto::kAlone);
}

TEST_CASE("items without any name may have become paragraphs") {
  const Post source = post(
      "## Tea\n\nThis is how you make it at home.\n\n- boil the water in the large kettle\n- warm "
      "the pot with a little of it\n- add the tea and wait a while\n\nThen drink it slowly.\n");
  const Post translation = post(
      "## Tee\n\nSo macht man ihn zu Hause.\n\nKoche das Wasser im großen Kessel.\n\nWärme die "
      "Kanne "
      "mit ein wenig davon.\n\nGib den Tee hinzu und warte eine Weile.\n\nDann trinke ihn "
      "langsam.\n",
      "de");
  CHECK(is_one_to_one(align(source, translation)));
}

TEST_CASE("tags in one line stand for tags in lines of their own") {
  const auto plain = [](const std::string& text, const std::string& language) {
    return parse_post("post.md", {.language = language}, recto::Dialect::markdown, text);
  };
  const Post lines = plain("## Tea\n\n<img src='/kettle.png'>\n<img src='/cup.png'>\n", "en");
  const Post line = plain("## Tee\n\n<img src='/kettle.png' /> <img src='/cup.png' />\n", "de");
  const Post prose = plain("## Tee\n\nEin Kessel und eine Tasse stehen da.\n", "de");
  CHECK(dropped(lines, align(lines, line)).empty());
  CHECK(!dropped(lines, align(lines, prose)).empty());
  const Post tags = plain("## Tea\n\n<Kettle/> <Cup/>\n", "en");
  const Post named = plain("## Tee\n\n<Kettle/> und <Cup/>\n", "de");
  CHECK(dropped(tags, align(tags, named)).empty());
}

TEST_CASE("an empty line in HTML makes two blocks of it, and one match") {
  const auto plain = [](const std::string& text, const std::string& language) {
    return parse_post("post.md", {.language = language}, recto::Dialect::markdown, text);
  };
  const Post together = plain(
      "# Tea\n\n<p align='center'>\n<img src='/kettle.png'>\n</p>\n<h3>How to boil</h3>\n\nThe "
      "end.\n",
      "en");
  const Post apart = plain(
      "# Tee\n\n<p align='center'>\n<img src='/kettle.png'>\n</p>\n\n<h3>Wie man "
      "kocht</h3>\n\nEnde.\n",
      "de");
  const Post shorter =
      plain("# Tee\n\n<p align='center'>\n<img src='/kettle.png'>\n</p>\n\nEnde.\n", "de");
  CHECK(added(apart, align(together, apart)).empty());
  CHECK(dropped(apart, align(apart, together)).empty());
  CHECK(!dropped(apart, align(apart, shorter)).empty());
}

TEST_CASE("deleting any one block of real posts drops just that block") {
  const auto corpus = recto::testing::corpus_folder();
  if (!corpus) return;
  const Post source = post(recto::testing::file_content(
      *corpus / "docusaurus/blog/2025-01-13-google-agent-whitepaper.md"));
  for (std::size_t i = 0; i < source.blocks.size(); ++i) {
    Post translation = source;
    translation.blocks.erase(translation.blocks.begin() + static_cast<long>(i));
    const Alignment alignment = align(source, translation);
    INFO(plain_text(source, source.blocks[i]));
    std::vector<std::string> lost = dropped(source, alignment);
    REQUIRE(lost.size() == 1);
    CHECK(lost.front() == plain_text(source, source.blocks[i]));
  }
}

TEST_CASE("the number of a heading is an ordinal only with a mark behind it") {
  const auto value = [](std::string_view text) {
    const auto ordinal = recto::leading_ordinal(text);
    return ordinal ? ordinal->value : 0;
  };
  CHECK(value("3. Install") == 3);
  CHECK(value("3) Install") == 3);
  CHECK(value("١٢. التثبيت") == 12);
  CHECK(value("II. Setup") == 2);
  CHECK(value("二、安装") == 2);
  CHECK(value("十二、安装") == 12);
  CHECK(value("第3章 インストール") == 3);
  CHECK(value("2025 in review") == 0);
  CHECK(value("2025: a year") == 0);
  CHECK(value("7 core tenets") == 0);
  CHECK(value("24/7 support") == 0);
  CHECK(value("3.5 million") == 0);
  CHECK(value("10x faster") == 0);
}

TEST_CASE("items of names are known by the name that each begins with") {
  const Post source = post(
      "- cairo\n- pixbuf (optional: images of other kinds for the tray of the bar)\n- backdrop "
      "(optional: wallpaper)\n- scdoc (optional: man pages)\n");
  const Post translation =
      post("- cairo\n- pixbuf (opcjonalnie: pasek)\n- scdoc (opcjonalnie: strony pomocy)\n", "pl");
  CHECK(dropped(source, align(source, translation)) ==
        std::vector<std::string>{"backdrop (optional: wallpaper)"});
}

TEST_CASE("code is known by the files that it includes") {
  const auto including = [](const std::string& file) {
    return "```py\n{!> ../../src/" + file + "!}\n```\n\n";
  };
  const Post source = post("Boil the water.\n\n" + including("boil_310.py") + including("boil.py"));
  const Post translation =
      post("Kochen Sie das Wasser.\n\n```py\n{!../../src/boil.py!}\n```\n", "de");
  CHECK(dropped(source, align(source, translation)).size() == 1);
  const Alignment alignment = align(source, translation);
  CHECK(std::any_of(alignment.begin(), alignment.end(), [](const Match& match) {
    return match.source.first == 2 && match.translation.count == 1;
  }));
}

}  // namespace

TEST_CASE("a text stands for its copy, not for what has its place") {
  const Post source =
      post("Open it.\n\n```js\nlid.open();\n```\n\nShut it.\n\n```js\nlid.shut();\n```\n");
  const Post translation =
      post("Füllen.\n\n```js\ncup.fill();\n```\n\nÖffnen.\n\n```js\nlid.open();\n```\n", "de");
  const Alignment alignment = align(source, translation);
  const auto match = std::find_if(alignment.begin(), alignment.end(), [](const Match& candidate) {
    return candidate.source.count == 1 && candidate.source.first == 1;
  });
  REQUIRE(match != alignment.end());
  CHECK(match->translation.count == 1);
  CHECK(match->translation.first == 3);
}
