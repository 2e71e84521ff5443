// One mistake is one finding, as loud as it is sure.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "harness.h"

using namespace recto;
using namespace recto::testing;

namespace {

/// `error code/changed`, one a finding.
std::vector<std::string> told(const Pair& pair) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics(pair)) {
    lines.push_back(name_of(diagnostic.severity) + ' ' + diagnostic.rule);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a file that the whole post calls by another name is a hint in code") {
  const Pair pair{
      "Write a file named `kettle.js` for the tea.\n\n```sh\nnode kettle.js\n```\n",
      "Schreiben Sie eine Datei namens `kessel.js` für den Tee.\n\n```sh\nnode kessel.js\n```\n"};
  const auto found = diagnostics(pair);
  CHECK(told(pair) == Lines{"hint inline-code/changed", "hint code/changed"});
  REQUIRE(found.back().fix);
  CHECK(found.back().fix->safety == Safety::unsafe);
}

TEST_CASE("a command that the whole post calls by another name is an error, with no safe fix") {
  const Pair pair{"Install `tea-kettle` before you boil anything.\n\n```sh\nnpx tea-kettle\n```\n",
                  "Installieren Sie `tee-kessel`, bevor Sie etwas kochen.\n\n```sh\nnpx "
                  "tee-kessel\n```\n"};
  const auto found = diagnostics(pair);
  REQUIRE(!found.empty());
  CHECK(found.back().rule == "code/changed");
  CHECK(found.back().severity == Severity::error);
  REQUIRE(found.back().fix);
  CHECK(found.back().fix->safety == Safety::unsafe);
}

TEST_CASE("a lost end of a line and the code that it leads to is one finding") {
  const std::string begin =
      "The kettle holds twelve litres of water.\n\nIt boils in ten minutes.\n";
  CHECK(told({begin + "\nCheck it by this command:\n\n```sh\nkettle check\n```\n",
              "Der Kessel fasst zwölf Liter Wasser.\n\nEr kocht in zehn Minuten.\n"}) ==
        Lines{"error text/truncated"});
}

TEST_CASE("a link whose definition stood at the lost end is a part of that finding") {
  CHECK(told({"The [kettle][k] holds twelve litres of water.\n\nIt boils in ten minutes.\n\nThen "
              "pour the tea into the cups.\n\nWash the cups in the evening.\n\n[k]: "
              "https://example.org/k\n",
              "Der [Kessel][k] fasst zwölf Liter Wasser.\n"}) == Lines{"error text/truncated"});
}

TEST_CASE("a sentence that is said twice with feeling, or for two of the source, is no slip") {
  CHECK(told({"Never, never give up on the tea!",
              "Gib den Tee niemals auf! Gib den Tee niemals auf!"}) == Lines{});
  CHECK(told({"Wait until the light is green. Wait till the light is green.",
              "Warten Sie, bis das Licht grün ist. Warten Sie, bis das Licht grün ist."}) ==
        Lines{"hint text/repeated"});
}

TEST_CASE("steps in another order are no glossary that is sorted by its titles") {
  const auto steps = [](const std::string& step, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
      text += "## " + step + ' ' + std::to_string(i + 1) + "\n\n`" + names[i] + "_a`, `" +
              names[i] + "_b`, `" + names[i] + "_c`.\n\n";
    }
    return text;
  };
  const Lines lines =
      told({steps("Step", {"open", "close", "fill", "boil", "pour", "drink", "wash"}),
            steps("Schritt", {"open", "pour", "drink", "wash", "close", "fill", "boil"})});
  CHECK(std::count(lines.begin(), lines.end(), "error heading/reordered") == 1);
}

TEST_CASE("a text that the translation adds in two places is no repetition of the source's") {
  const std::string asked = "Wer ihn sucht, fragt bitte die Hausmeisterin im Erdgeschoss.\n\n";
  const std::string source =
      "## The kettle\n\nIt holds 12 litres and was made in Leeds.\n\n## The cup\n\nIt holds 3 "
      "spoons and was made in York.\n";
  const std::string kettle = "## Der Kessel\n\nEr fasst 12 Liter und wurde in Leeds gebaut.\n\n";
  const std::string cup = "## Die Tasse\n\nSie fasst 3 Löffel und wurde in York gebaut.\n\n";
  CHECK(told({source, kettle + asked + cup + asked}) ==
        Lines{"warning block/extra", "warning block/extra"});
  CHECK(told({source, kettle + cup}) == Lines{});
}

TEST_CASE("Han characters in quotes, in names of editions and in the source may be in any form") {
  const auto in_simplified = [](const std::string& source, const std::string& text) {
    return told({source, text, "zh-Hans"});
  };
  CHECK(in_simplified("He once wrote a book about the snow.",
                      "他曾经写过一本原名「雪國」的关于雪的书。") == Lines{});
  CHECK(in_simplified("The notes are there in Traditional Chinese (Taiwan), too.",
                      "这些说明也有繁體中文（台灣）版本可以看。") == Lines{});
  CHECK(in_simplified("The sign on the door says 輪 in red.", "门上的牌子用红色写着輪这个字。") ==
        Lines{});
  CHECK(in_simplified("The sign on the door says 輪 in red.", "門上的牌子用红色写着輪这个字。") ==
        Lines{"warning text/wrong-script"});
}

TEST_CASE("escaped asterisks that no words stand beside are signs") {
  CHECK(told({"**Write** 2 ** 3 and 3 ** 4 on the lid.",
              "Schreiben Sie 2 \\*\\* 3 und 3 \\*\\* 4 auf den Deckel."}) ==
        Lines{"hint markup/lost-emphasis"});
}

TEST_CASE("lost code and the line that leads to it is one finding") {
  CHECK(told({"The kettle holds twelve litres.\n\nCheck it by this command:\n\n```sh\nkettle "
              "check\n```\n\nThen pour the tea into the cups.\n",
              "Der Kessel fasst zwölf Liter.\n\nDann gießen Sie den Tee in die Tassen.\n"}) ==
        Lines{"error code/missing"});
}

TEST_CASE("a line that leads to code may stand at the end of the paragraph before it") {
  CHECK(told({"A kettle that nobody watches is the one that boils.\n\nExample:\n\n```sh\nkettle "
              "boil\n```\n",
              "Ein Kessel, den niemand beobachtet, ist der, der kocht.\nBeispiel:\n```sh\nkettle "
              "boil\n```\n"}) == Lines{});
}

TEST_CASE("a text that stands twice in the source may stand twice") {
  const std::string note =
      "**Note:** nobody may lift the lid while the kettle boils on the fire.\n";
  const std::string theirs =
      "**Hinweis:** Solange der Kessel auf dem Feuer kocht, hebe niemand "
      "den Deckel.\n";
  CHECK(told({note + "\nThe first cup is for the guests.\n\n" + note + "\nThe rest is for us.\n",
              theirs + "\nDie erste Tasse ist für die Gäste.\n\n" + theirs + "\n" + theirs}) !=
        Lines{});
  CHECK(told({note + "\nThe first cup is for the guests.\n\n" + note + "\nThe rest is for us.\n",
              theirs + "\nDie erste Tasse ist für die Gäste.\n\n" + theirs +
                  "\nDer Rest ist für uns.\n"}) == Lines{});
}

TEST_CASE("the link to an anchor is mended with the id that sites make, accents and all") {
  const auto found =
      diagnostics({"# Tea\n\n## The main kettle\n\nSee [the kettle](#the-main-kettle).\n",
                   "# Herbata\n\n## Główny kocioł\n\nZobacz [kocioł](#the-main-kettle).\n", "pl"});
  REQUIRE(found.size() == 1);
  CHECK(found.front().rule == "link/broken-anchor");
  CHECK(found.front().expected == "główny-kocioł");
}

TEST_CASE("code that is only written in another style is a hint") {
  CHECK(told({"Call the `.boil()` method, then `pour()`, and read `Pot#fill()`.\n",
              "Rufen Sie die Methode `boil()` auf, dann `pour`, und lesen Sie `Pot.fill()`.\n"}) ==
        Lines{"hint inline-code/changed", "hint inline-code/changed", "hint inline-code/changed"});
  CHECK(told({"Pass `tea: 1, cup: 2` to it.\n", "Übergeben Sie `tea: 1,cup: 2`.\n"}) ==
        Lines{"hint inline-code/changed"});
  CHECK(told({"Boil it:\n\n```js\nlet cups = 8;\n```\n",
              "Kochen Sie es:\n\n```js\nlet cups = 8\n```\n"}) == Lines{"hint code/changed"});
}

TEST_CASE("code that does something else is an error") {
  CHECK(told({"Call the `.boil()` method.\n", "Rufen Sie die Methode `bowl()` auf.\n"}) ==
        Lines{"error inline-code/changed"});
  CHECK(told({"Boil it:\n\n```js\nlet cups = 8;\n```\n",
              "Kochen Sie es:\n\n```js\nlet cups = 9\n```\n"}) == Lines{"error code/changed"});
}

TEST_CASE("a command that moved from a block into its paragraph, or out of it, is a hint") {
  const std::string block =
      "Then run this on the stove:\n\n```sh\nboil water\n```\n\nWait for it.\n";
  const std::string line = "Führen Sie dann `boil water` auf dem Herd aus.\n\nWarten Sie darauf.\n";
  CHECK(told({block, line}) == Lines{"hint code/missing"});
  CHECK(told({"Then run `boil water` on the stove.\n\nWait for it.\n",
              "Führen Sie dann dies auf dem Herd aus:\n\n```sh\nboil water\n```\n\nWarten Sie "
              "darauf.\n"}) == Lines{"hint inline-code/changed", "hint code/extra"});
  CHECK(told({block, "Führen Sie dann dies auf dem Herd aus:\n\nWarten Sie darauf.\n"}) ==
        Lines{"error code/missing"});
}

TEST_CASE("code is known by what it says, wherever it stands") {
  const std::string kettle = "```js\nconst kettle = new Kettle(2);\nkettle.boil();\n```\n\n";
  const std::string cup = "```js\nconst cup = new Cup();\ncup.fill(kettle);\n```\n\n";
  const std::string fill = "```js\nwell.fetch({pints: 2, from: 'the north'});\n```\n\n";
  // What was added before the first block is no change of it.
  CHECK(told({"# Tea\n\nBoil:\n\n" + kettle + "Then fill the cup:\n\n" + cup,
              "# Tee\n\nKochen:\n\n" + fill + kettle + "Dann füllen Sie die Tasse:\n\n" + cup}) ==
        Lines{"error code/extra"});
  // What moved below the next heading is neither lost nor new.
  CHECK(told({"# Tea\n\nBoil it first, and wait.\n\n" + kettle +
                  "## The cup\n\nThen fill the cup with it.\n\n",
              "# Tee\n\nKochen Sie es erst, und warten Sie.\n\n## Die Tasse\n\nFüllen Sie dann die "
              "Tasse damit.\n\n" +
                  kettle}) == Lines{});
}

TEST_CASE("a label that became a heading is one hint") {
  CHECK(told({"# Tea\n\nBoil the water first.\n\nHINTS\n\nUse the north well for it.\n",
              "# Tee\n\nKochen Sie erst das Wasser.\n\n## Hinweise\n\nNehmen Sie dazu den "
              "nördlichen Brunnen.\n"}) == Lines{"hint heading/extra"});
  CHECK(told({"# Tea\n\nBoil the water first.\n\nHe waits for the tea.\n\nUse the north well.\n",
              "# Tee\n\nKochen Sie erst das Wasser.\n\n## Hinweise\n\nNehmen Sie den "
              "nördlichen Brunnen.\n"}) == Lines{"error heading/extra", "error block/missing"});
}

TEST_CASE("a lost divider is no error") {
  CHECK(told({"Boil the water first.\n\n---\n\nUse the north well for it.\n",
              "Kochen Sie erst das Wasser.\n\nNehmen Sie dazu den nördlichen Brunnen.\n"}) ==
        Lines{"warning block/missing"});
}

TEST_CASE("a bold line that became a heading takes the place of no other") {
  const std::string code = "```js\nconst kettle = new Kettle(2);\nkettle.boil();\n```\n";
  CHECK(told({"# Tea\n\nTea takes time.\n\n## Task\n\nWrite a `pour` function that fills two "
              "cups.\n\n**Begin with this:**\n\n" +
                  code,
              "# Tee\n\nTee braucht Zeit.\n\n## Aufgabe\n\nSchreiben Sie eine Funktion `pour`, die "
              "zwei Tassen füllt.\n\n## Der Anfang\n\n" +
                  code}) == Lines{"hint heading/extra"});
}

TEST_CASE("a line of the table of contents goes with its section") {
  const std::string source =
      "- [The kettle](#the-kettle)\n- [The cup](#the-cup)\n\n## The kettle\n\nIt is hot.\n\n";
  const std::string translation =
      "- [Der Kessel](#der-kessel)\n\n## Der Kessel\n\nEr ist heiß.\n\n";
  CHECK(told({source + "## The cup\n\nIt is full of tea.\n\n## The end\n\nRun `tea --stop` then, "
                       "and rest for 20 minutes.\n",
              translation +
                  "## Das Ende\n\nRufen Sie dann `tea --stop` auf, und ruhen Sie 20 Minuten.\n"}) ==
        Lines{"error heading/missing"});
  CHECK(told({source, translation}) == Lines{"error list/missing-item"});
}

TEST_CASE("code blocks that changed places are told, whatever else is lost") {
  const std::string fill = "```sh\nkettle --fill from-the-well\n```\n";
  const std::string pour = "```sh\nkettle --pour into-the-cup\n```\n";
  const std::string rest = "```sh\nkettle --rest for-a-while\n```\n";
  const auto found =
      told({"Fill it:\n\n" + fill + "\nThen pour:\n\n" + pour + "\nThen rest:\n\n" + rest,
            "Füllen:\n\n" + pour + "\nDann gießen:\n\n" + fill + "\nDann ruhen.\n"});
  CHECK(found == Lines{"warning code/missing", "error code/changed", "hint block/extra"});
}

TEST_CASE("headings left between two pairs, as many on both sides, stand for each other") {
  const std::string source =
      "## Gate\n\nIt opens and closes by itself, and it says so.\n\n"
      "#### Advice\n\n- Mount it where the wind does not push it, or it will shut while somebody "
      "is still walking through.\n- Give it light, at noon as well as at night, and in the rain, "
      "so that all who come can see what it does.\n\n"
      "#### Note\n\n- Do not stand in its way, neither when it opens nor when it shuts.\n- Keep "
      "the lamp clean, for it is all that tells you whether the box knows what the gate has done."
      "\n\n### Keys\n\n| Key | What it sets | Type |\n| --- | --- | --- |\n";
  const std::string translation =
      "## 大门\n\n它会自己开关，并且会告诉您。\n\n"
      "### 建议\n\n- 把它装在风不会推动的地方，否则有人还在走过时它就会关上。\n- 光。\n\n"
      "### 注意\n\n- 无论开关，都不要挡住它。\n- 灯。\n\n"
      "### 键\n\n| 键 | 作用 | 类型 |\n| --- | --- | --- |\n";
  std::string ours;
  std::string theirs;
  for (const std::string key : {"width", "side", "light", "open"}) {
    ours += "| " + key + " | what the gate does with it when the box moves | `" + key + "` |\n";
    theirs += "| " + key + " | 盒子移动时大门用它做什么 | `" + key + "` |\n";
  }
  CHECK(told({source + ours, translation + theirs, "zh"}).front() == "error heading/wrong-level");
}

TEST_CASE("a source that ends in an open bracket is read to its end and no further") {
  const Lines found =
      told({"# A\n\nLost (here:\n\n- lost item of some length that nobody knows\n"
            "- `gate` opens (the north :(\n",
            "# B\n\n- `gate` öffnet 2) den Norden\n"});
  CHECK(!found.empty());
}

TEST_CASE("what only looks like style is an error") {
  CHECK(told({"Run it:\n\n```sh\n$HOME/bin/kettle\n```\n",
              "Starten:\n\n```sh\nHOME/bin/kettle\n```\n"}) == Lines{"error code/changed"});
  CHECK(told({"Call `fill(...cups_of_tea)` then.\n", "Rufen Sie `fill(cups_of_tea)` auf.\n"}) ==
        Lines{"error inline-code/changed"});
  CHECK(told({"Style `#main_box` so.\n", "Gestalten Sie `.main_box` so.\n"}) ==
        Lines{"error inline-code/changed"});
}

TEST_CASE("a letter of another script in code is an error, however alike it looks") {
  CHECK(told({"Call `kettle.pour` then.\n", "Вызовите тогда `kеttle.pour`.\n", "ru"}) ==
        Lines{"error inline-code/changed"});
}

TEST_CASE("a link is safe to mend where a letter was mistyped, not where the page is another") {
  const auto safety = [](const std::string& source, const std::string& translation) {
    const auto found = diagnostics({"See the [kettle](" + source + ") of the house.\n",
                                    "Siehe den [Kessel](" + translation + ") des Hauses.\n"});
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].fix);
    return found[0].fix->safety;
  };
  CHECK(safety("https://example.org/kettle", "https://example.org/ketlte") == Safety::safe);
  CHECK(safety("https://example.org/v2/tea", "https://example.org/v1/tea") == Safety::unsafe);
  CHECK(safety("/cli", "/api") == Safety::unsafe);
}

TEST_CASE("a list that prose says without its marks is a hint") {
  CHECK(
      told(
          {"You need:\n\n- A kettle of good steel that holds two pints.\n- Two cups with "
           "handles.\n- "
           "Fresh water from the well.\n\nThen begin with the water.\n",
           "Sie brauchen einen Kessel aus gutem Stahl, der zwei Pinten fasst, dazu zwei Tassen mit "
           "Henkeln und frisches Wasser aus dem Brunnen.\n\nBeginnen Sie dann mit dem "
           "Wasser.\n"}) == Lines{"hint list/not-a-list"});
}

TEST_CASE("a lost link and the code in its text is one finding") {
  CHECK(
      told({"Call `boil_tea()` first. To read more, see [`pour_tea()`](https://example.org/tea).\n",
            "Rufen Sie zuerst `boil_tea()` auf.\n"}) == Lines{"error link/missing"});
}

TEST_CASE("text that became code, and a title in code that is translated, are hints") {
  CHECK(told({"Open the lid like this:\n\nlid.open('north gate')\nlid.wait(30)\n\nThen pour "
              "the tea into 40 cups.\n",
              "Öffnen Sie den Deckel so:\n\n```js\nlid.open('north gate')\nlid.wait(30)\n```\n\n"
              "Gießen Sie dann den Tee in 40 Tassen.\n"}) ==
        Lines{"hint code/extra", "hint block/missing"});
  CHECK(told({"The program writes `Answer =======` above it.\n",
              "Das Programm schreibt `Antwort =======` darüber.\n"}) ==
        Lines{"hint inline-code/changed"});
}

TEST_CASE("text of which a part is left is quoted from there") {
  const auto found =
      diagnostics({"The kettle is blue. The water in it has been boiling since the "
                   "morning and nobody has drunk any of it so far.\n",
                   "Der Kessel ist blau. The water in it has been boiling since the "
                   "morning and nobody has drunk any of it so far.\n"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.find("a part of this text") == 0);
  CHECK(found[0].message.find("Kessel") == std::string::npos);
}

TEST_CASE("a table for one that the source's slip turns into a paragraph is a hint") {
  const Lines found = told({"The kettles:\n\n| Name | Litres |\n| ---- |: ---- :|\n| big | 12 |\n",
                            "Die Kessel:\n\n| Name | Liter |\n| --- | --- |\n| groß | 12 |\n"});
  CHECK(std::count(found.begin(), found.end(), "hint table/wrong-shape") == 1);
  CHECK(std::none_of(found.begin(), found.end(),
                     [](const std::string& line) { return line.starts_with("error"); }));
}

namespace {

std::string joined(const std::vector<std::string>& sections) {
  std::string text;
  for (const std::string& section : sections) text += section;
  return text;
}

}  // namespace

TEST_CASE("sections that stand twice are one finding, wherever they were pasted") {
  const std::vector<std::string> source = {
      "## The kettle\n\nIt holds 12 litres of water and was made in Leeds.\n\n- blue lid\n- short "
      "spout\n\nIt is filled in the morning and again at noon.\n\nNobody remembers who bought it, "
      "but everybody likes it and takes good care of it all year.\n\n",
      "## The cups\n\nThere are 40 of them, all white, in the kitchen.\n\n- one handle\n- thin "
      "rim\n\nThey are washed by hand after each meal.\n\nTwo of them broke last winter, when a "
      "shelf came down in the night, and were never replaced.\n\n",
      "## The tea\n\nIt comes from Assam in boxes of 5 kilograms.\n\n- black leaves\n- no "
      "sugar\n\nA box lasts from March until October.\n\nIn the months between we drink what "
      "guests bring along, which is most often peppermint.\n\n"};
  const std::vector<std::string> own = {
      "## Der Kessel\n\nEr fasst 12 Liter Wasser und wurde in Leeds gebaut.\n\n- blauer Deckel\n- "
      "kurze Tülle\n\nEr wird am Morgen und noch einmal am Mittag gefüllt.\n\nNiemand weiß mehr, "
      "wer ihn gekauft hat, aber alle mögen ihn und pflegen ihn das ganze Jahr.\n\n",
      "## Die Tassen\n\nEs sind 40, alle weiß, und sie stehen in der Küche.\n\n- ein Henkel\n- "
      "dünner Rand\n\nNach jeder Mahlzeit werden sie von Hand gespült.\n\nZwei zerbrachen im "
      "letzten Winter, als nachts ein Regal herunterkam, und wurden nie ersetzt.\n\n",
      "## Der Tee\n\nEr kommt aus Assam in Kisten von 5 Kilogramm.\n\n- schwarze Blätter\n- kein "
      "Zucker\n\nEine Kiste reicht von März bis Oktober.\n\nIn den Monaten dazwischen trinken wir, "
      "was Gäste mitbringen, und das ist meistens Pfefferminze.\n\n"};
  for (const auto& order : std::vector<std::vector<std::size_t>>{
           {0, 1, 1, 2}, {0, 1, 2, 1}, {0, 0, 1, 2}, {2, 0, 1, 2}}) {
    std::vector<std::string> sections;
    for (const std::size_t i : order) sections.push_back(own[i]);
    const auto found = diagnostics({joined(source), joined(sections), "de"});
    INFO(joined(sections));
    CHECK(told({joined(source), joined(sections), "de"}) == Lines{"warning text/repeated"});
    if (found.empty()) continue;
    INFO(found.front().message);
    CHECK(found.front().message.starts_with("6 blocks from here on say again"));
  }
}

TEST_CASE("what the source says twice in other words may be said twice") {
  const std::string tea =
      "It comes from Assam in boxes of 5 kilograms.\n\n- black leaves\n- no "
      "sugar\n\nA box lasts from March until October";
  const std::string tee =
      "Er kommt aus Assam in Kisten von 5 Kilogramm.\n\n- schwarze Blätter\n- kein Zucker\n\nEine "
      "Kiste reicht von März bis Oktober, und in den Monaten dazwischen trinken wir gern etwas "
      "anderes, was Gäste mitbringen, die uns besuchen.\n\n";
  CHECK(told({"## Morning\n\nTea is drunk.\n\n" + tea + ".\n\n## Evening\n\nTea is drunk.\n\n" +
                  tea + ", too.\n",
              "## Morgen\n\nMan trinkt Tee.\n\n" + tee + "## Abend\n\nMan trinkt Tee.\n\n" +
                  tee}) == Lines{});
}

TEST_CASE("HTML elsewhere in the post hides nothing that is lost") {
  const Lines found = told(
      {"The kettle holds 12 litres.\n\nNobody remembers who bought it, but everybody takes good "
       "care of it.\n\nOn Sundays Jonas polishes it until it shines.\n",
       "<p align=\"center\">Übersetzt von Jonas</p>\n\nDer Kessel fasst 12 Liter.\n\nSonntags "
       "poliert Jonas ihn, bis er glänzt.\n"});
  CHECK(std::count(found.begin(), found.end(), "error block/missing") == 1);
}

TEST_CASE("a paragraph that begins with a bar is lost like any other where no table is new") {
  const Lines found =
      told({"The gauge is blue.\n\n|x| is never negative, which is why the board uses it "
            "for the distance of the float.\n\nThe board is green and has 4 holes.\n",
            "Der Messer ist blau.\n\nDie Platine ist grün und hat 4 Löcher.\n"});
  CHECK(std::count(found.begin(), found.end(), "error block/missing") == 1);
}

TEST_CASE("a heading above text that was left is a part of that text") {
  const Pair left{
      "The kettle holds twelve litres of water.\n\n## How to fill the kettle with water\n\nThis is "
      "what you should do when the kettle is empty.\n",
      "Der Kessel fasst zwölf Liter Wasser.\n\n## How to fill the kettle with water\n\nThis is "
      "what "
      "you should do when the kettle is empty.\n"};
  const auto found = diagnostics(left);
  REQUIRE(found.size() == 1);
  CHECK(found.front().message ==
        "still in English from here, 2 blocks in a row: \"How to fill the kettle with water\"");
}

TEST_CASE("a heading that was left makes what may be a name below it no surer") {
  CHECK(told({"Our kettle holds twelve litres.\n\n## What the kettle is called here\n\nThe Big "
              "Red One\n\nIt boils in ten minutes.\n",
              "Unser Kessel fasst zwölf Liter.\n\n## What the kettle is called here\n\nThe Big Red "
              "One\n\nEr kocht in zehn Minuten.\n"}) == Lines{"warning heading/untranslated"});
}

TEST_CASE("a lost divider is a warning, and a hint where a heading follows it") {
  CHECK(told({"The kettle holds twelve litres.\n\n---\n\nIt boils in ten minutes.\n",
              "Der Kessel fasst zwölf Liter.\n\nEr kocht in zehn Minuten.\n"}) ==
        Lines{"warning block/missing"});
  CHECK(told({"The kettle holds twelve litres.\n\n---\n\n## Boiling\n\nIt boils in ten minutes.\n",
              "Der Kessel fasst zwölf Liter.\n\n## Kochen\n\nEr kocht in zehn Minuten.\n"}) ==
        Lines{"hint block/missing"});
}

TEST_CASE("a heading that an added one was put above is no finding of its own") {
  const std::string source =
      "## The kettle\n\nIt holds twelve litres.\n\n## Boiling it in winter\n\nTen minutes will "
      "do.\n";
  CHECK(told({source,
              "## Der Kessel\n\nEr fasst zwölf Liter.\n\n## Gebrauch\n\n### Kochen im Winter\n\n"
              "Zehn Minuten genügen.\n"}) == Lines{"error heading/extra"});
  CHECK(told({source,
              "## Der Kessel\n\nEr fasst zwölf Liter.\n\n### Kochen im Winter\n\nZehn Minuten "
              "genügen.\n"}) == Lines{"error heading/wrong-level"});
}

TEST_CASE("a type in prose with other capitals is a hint, a tag is an error") {
  CHECK(told({"It takes a List<String> of the guests.\n",
              "Es nimmt eine List<string> der Gäste.\n"}) == Lines{"hint placeholder/changed"});
  CHECK(told({"Look at <Kettle/> before tea.\n", "Schauen Sie vor dem Tee auf <kettle/>.\n"}) ==
        Lines{"error placeholder/changed"});
}

TEST_CASE("a French capital without its accent is a hint, any other letter a warning") {
  CHECK(told({"Write the name of the kettle.\n", "Ecrivez le nom de la bouilloire.\n", "fr"}) ==
        Lines{"hint spelling/unknown-word"});
  CHECK(told({"Please write the name of the kettle.\n",
              "Veuillez ecrire le nom de la bouilloire.\n", "fr"}) ==
        Lines{"warning spelling/unknown-word"});
}

TEST_CASE("a list that stands as often on both sides is no copy") {
  std::string source;
  std::string translation;
  for (int i = 1; i <= 6; ++i) {
    const std::string number = std::to_string(i);
    source += "## Kettle " + number + "\n\n";
    translation += "## Kessel " + number + "\n\n";
    for (const char* name : {"lid", "spout", "handle", "base", "whistle", "cord"}) {
      source += std::string("- `") + name + "` is a part that you can take off and wash\n";
      translation +=
          std::string("- `") + name + "` ist ein Teil, den man abnehmen und spülen kann\n";
    }
    source += '\n';
    translation += '\n';
  }
  CHECK(told({source, translation}) == Lines{});
}

TEST_CASE("items that are nothing but addresses are known by where they lead") {
  CHECK(told({"## Links\n\n- https://example.org/en/wells\n- https://example.org/kettles\n",
              "## Links\n\n- https://example.com/brunnen\n- https://example.org/de/wells\n"
              "- https://example.org/kettles\n"}) == Lines{"warning list/extra-item"});
}

TEST_CASE(
    "code with translated comments is known wherever it stands, and never for code of another "
    "language") {
  const std::string source =
      "# Tea\n\nFill the kettle first:\n\n```js\n// fetches two pints of water\nwell.fetch({pints: "
      "2});\nkettle.fill();\n```\n\nThen look whether it is full, by this:\n\n```sh\nkettle check "
      "--water\n```\n";
  CHECK(
      told({source,
            "# Tee\n\nFüllen Sie zuerst den Kessel.\n\nSehen Sie dann nach, ob er voll ist:\n\n"
            "```js\n// holt zwei Pints Wasser\nwell.fetch({pints: 2});\nkettle.fill();\n```\n"}) ==
      Lines{"error text/truncated"});
}

TEST_CASE("a longer translation of the first of two paragraphs takes nothing from the second") {
  CHECK(
      told({"## Hints\n\nTo fill a kettle, you should use the `well.fetch()` of the garden.\n\n"
            "We get a kettle full of water by adding the following line to the plan:\n\n"
            "```js\nfill(kettle);\n```\n",
            "## Conseils\n\nPour remplir une bouilloire, vous devez utiliser le `well.fetch()` du "
            "jardin, et votre plan doit dire aussi combien d'eau il vous faut pour elle.\n\nOn "
            "obtient une bouilloire remplie d'eau jusqu'en haut en ajoutant au plan de la maison "
            "la ligne que voici :\n\n```js\nfill(kettle);\n```\n",
            "fr"}) == Lines{});
}

TEST_CASE("a variable that the code calls by another name throughout is a hint") {
  const std::string english =
      "```js\nconst kettle = "
      "open('north');\nkettle.boil(2);\n```\n\nThen:\n\n```js\nkettle.pour();\n```\n";
  CHECK(told({english,
              "```js\nconst kessel = open('north');\nkessel.boil(2);\n```\n\nDann:\n\n"
              "```js\nkessel.pour();\n```\n"}) == Lines{"hint code/changed", "hint code/changed"});
  // The other name stands in one place only.
  CHECK(told({english,
              "```js\nconst kessel = open('north');\nkettle.boil(2);\n```\n\nDann:\n\n"
              "```js\nkettle.pour();\n```\n"}) == Lines{"error code/changed"});
  // Another difference hides behind it.
  CHECK(told({english,
              "```js\nconst kessel = open('north');\nkessel.boil(3);\n```\n\nDann:\n\n"
              "```js\nkessel.pour();\n```\n"}) == Lines{"error code/changed", "hint code/changed"});
}

TEST_CASE("what is the same on both sides does not part text that was left") {
  const std::string before = "The kettle holds twelve litres of the water that we fetch.\n\n";
  const std::string names = "[Red Kettle Maker Leeds](https://example.org)\n\n";
  const std::string after = "This is what you should do when the kettle is empty again.\n";
  const auto found = diagnostics({before + names + after, before + names + after});
  REQUIRE(found.size() == 1);
  CHECK(found.front().rule == "text/untranslated");
  CHECK(found.front().message.find("2 blocks in a row") != std::string::npos);
}

TEST_CASE("a line of code that is broken elsewhere is a hint where that says nothing") {
  const std::string kettle = "```js\nfunction boil(kettle) {}\nboil(north)\n```\n";
  CHECK(told({kettle, "```js\nfunction boil(kettle) {\n}\nboil(north)\n```\n"}) ==
        Lines{"hint code/changed"});
  CHECK(told({"```js\nboil({ litres: 12 })\n```\n", "```js\nboil({ litres:\n12 })\n```\n"}) ==
        Lines{"hint code/changed"});
  CHECK(told({kettle, "```js\nfunction boil(kettle) {} boil(north)\n```\n"}) ==
        Lines{"error code/changed"});
  CHECK(told({"```py\nboil(\n  north)\n```\n", "```py\nboil(north)\n```\n"}) ==
        Lines{"error code/changed"});
}

TEST_CASE("an operator is quoted as a whole") {
  const auto found =
      diagnostics({"```js\nkettle == full;\n```\n", "```js\nkettle === full;\n```\n"});
  REQUIRE(found.size() == 1);
  CHECK(found.front().message == "this js block says `===`, in the source `==`");
}

TEST_CASE("a URL that lost a mark of the text around it is a hint") {
  CHECK(told({"Look at <https://example.org/kettle\"> for more.\n",
              "Mehr steht unter <https://example.org/kettle>\".\n"}) ==
        Lines{"hint link/changed", "hint punctuation/differs"});
}

TEST_CASE("a sign that is named in words is a hint, a name of code an error") {
  CHECK(told({"Write a dash (`-`) before the name of the kettle.\n",
              "Schreiben Sie einen Strich vor den Namen des Kessels.\n"}) ==
        Lines{"hint inline-code/changed"});
  CHECK(told({"Write `--boil` before the name of the kettle.\n",
              "Schreiben Sie dies vor den Namen des Kessels.\n"}) ==
        Lines{"error inline-code/changed"});
}

TEST_CASE("a paragraph whose sentences became items is two hints") {
  CHECK(
      told({"## Tea\n\nWrite two lines:\n\nThe first line that you write should be the number of "
            "cups that you have seen. The second line should be the names of all the "
            "guests.\n\n---\n\n"
            "Then go home.\n",
            "## Tee\n\nSchreiben Sie zwei Zeilen:\n\n1. In der ersten steht, wie viele Tassen Sie "
            "gesehen haben.\n2. In der zweiten stehen die Namen aller Gäste.\n\n---\n\nGehen Sie "
            "dann "
            "heim.\n"}) == Lines{"hint list/extra-item", "hint block/missing"});
}

TEST_CASE("what a template puts in, beside no tag, is code with its key") {
  CHECK(told({"```jinja\nlisten {{ port }}\n```\n", "```jinja\nhören {{ port }}\n```\n"}) ==
        Lines{"error code/changed"});
}

TEST_CASE("code that says another text is other code, wherever it stands") {
  const std::string open = "```js\nkettle.configure('open', 'north');\n```\n\n";
  const std::string shut = "```js\nkettle.configure('shut', 'south');\n```\n\n";
  CHECK(told({"# Tea\n\nIn Leeds:\n\n" + open + "## Later {#later}\n\nDrink with Jonas.\n",
              "# Tee\n\nIn Leeds:\n\n## Später {#later}\n\nTrinken mit Jonas.\n\n" + shut}) ==
        Lines{"error code/missing", "error code/extra"});
}

TEST_CASE("headings below an added one are passed over together, and none below a second title") {
  CHECK(
      told({"# Tea {#tea}\n\n## The lid {#a}\n\nIt is blue.\n\n## The spout {#b}\n\nIt is short.\n",
            "# Tee {#tea}\n\n## Gebrauch\n\n### Der Deckel {#a}\n\nEr ist blau.\n\n### Die Tülle "
            "{#b}\n\nSie ist kurz.\n"}) == Lines{"error heading/extra"});
  CHECK(told({"---\ntitle: The kettle\n---\n\n# Boiling {#boil}\n\nTen minutes.\n\n# The lid "
              "{#lid}\n\nIt "
              "is blue.\n",
              "---\ntitle: Der Kessel\n---\n\n# Der Kessel\n\n## Kochen {#boil}\n\nZehn "
              "Minuten.\n\n# Der "
              "Deckel {#lid}\n\nEr ist blau.\n"}) ==
        Lines{"hint heading/extra", "error heading/wrong-level"});
}

TEST_CASE("a closing tag with other capitals is an error, whatever stands before it") {
  CHECK(told({"Look at <Kettle>tea</Kettle>.\n", "Siehe <Kettle>Tee</kettle>.\n"}) ==
        Lines{"error placeholder/changed"});
}

TEST_CASE("names that change places in a call are an error, whatever they are called") {
  const std::string english =
      "```js\nconst kettle = open('north');\nconst cup = open('south');\npour(kettle, cup);\n```\n";
  CHECK(told({english,
              "```js\nconst kessel = open('north');\nconst tasse = open('south');\npour(tasse, "
              "kessel);\n```\n"}) == Lines{"error code/changed"});
  CHECK(told({english,
              "```js\nconst kessel = open('north');\nconst kessel = open('south');\npour(kessel, "
              "kessel);\n```\n"}) == Lines{"error code/changed"});
  CHECK(told({"```cpp\nconst int water = 2;\n```\n", "```cpp\nconst long water = 2;\n```\n"}) ==
        Lines{"error code/changed"});
  CHECK(told({"```js\nconst kettle = 2;\nlog(`${kettle}`);\n```\n",
              "```js\nconst kessel = 2;\nlog(`${kettle}`);\n```\n"}) ==
        Lines{"error code/changed"});
  CHECK(told({"```js\nlet kettle\n```\n", "```js\nlet kessel\n```\n"}) ==
        Lines{"hint code/changed"});
}

TEST_CASE("a step said in two items, or two in one, is no item too many or too few") {
  const std::string two =
      "1. Right-click the kettle and choose **Empty it**.\n2. Wait until all of the water has run "
      "into the basin.\n";
  const std::string three =
      "1. Right-click the kettle.\n2. Choose **Empty it**.\n3. Wait until all of the water has run "
      "into the basin.\n";
  const std::string zwei =
      "1. Den Kessel rechts anklicken und **Leeren** wählen.\n2. Warten, bis das ganze Wasser ins "
      "Becken gelaufen ist.\n";
  const std::string drei =
      "1. Den Kessel rechts anklicken.\n2. **Leeren** wählen.\n3. Warten, bis das ganze Wasser ins "
      "Becken gelaufen ist.\n";
  CHECK(told({two, drei}) == Lines{"hint markup/lost-emphasis", "hint list/extra-item"});
  CHECK(told({three, zwei}) == Lines{"hint list/missing-item"});
  CHECK(told({three,
              "1. Den Kessel rechts anklicken.\n2. Warten, bis das ganze Wasser ins Becken "
              "gelaufen ist.\n"}) == Lines{"error list/missing-item"});
}

TEST_CASE("what only places the text or raises an ordinal may come and go") {
  CHECK(told({"The 2<sup>nd</sup> kettle holds water.\n", "Der zweite Kessel hält Wasser.\n"})
            .empty());
  CHECK(told({"It is x<sup>2</sup> wide.\n", "Es ist x2 breit.\n"}) ==
        Lines{"error placeholder/changed"});
  CHECK(told({"A kettle.\n\n&nbsp;&nbsp;\n\nA lid of iron.\n",
              "Ein Kessel.\n\nEin Deckel aus Eisen.\n"})
            .empty());
  CHECK(told({"<table><tr><th width=\"110px\">Kettle</th></tr></table>\n",
              "<table><tr><th width=\"80px\">Kessel</th></tr></table>\n"})
            .empty());
}

TEST_CASE("code in another style, for another language or translated for its readers is a hint") {
  const Lines changed{"hint inline-code/changed"};
  CHECK(told({"Needs `kettle>=0.3`.\n", "Braucht `kettle >= 0.3`.\n"}) == changed);
  CHECK(told({"Needs `water >= 3`.\n", "Braucht `water > = 3`.\n"}) ==
        Lines{"error inline-code/changed"});
  CHECK(told({"Run `kettle --lang English`.\n", "Führe `kettle --lang German` aus.\n"}) == changed);
  CHECK(told({"Fill the `TeaPot` with water.\n", "Fülle den teapot mit Wasser.\n"}) == changed);
  CHECK(told({"```html\n<pot\n  :name=\"a\"\n  :key=\"b\"\n/>\n```\n",
              "```html\n<pot\n  :key=\"b\"\n  :name=\"a\"\n/>\n```\n"}) ==
        Lines{"hint code/changed"});
  CHECK(told({"```js\nlet a = { 'Big note': 2 };\n```\n",
              "```js\nlet a = { 'Großer Zettel': 2 };\n```\n"}) == Lines{"hint code/changed"});
  CHECK(told({"```example\npot\n```\n", "```\npot\n```\n"}) == Lines{"hint code/relabelled"});
  CHECK(told({"|a|b|\n|-|-|\n|1|2|\n", "|a|b|\n|-|-|\n|1|2|-|\n"}).empty());
}

TEST_CASE("who made a change, whose the text is and what a discussion is called may be kept") {
  const Lines hint{"hint text/untranslated"};
  CHECK(
      told({"Copyright 2025 © the people of the kettle, and this text is under the licence.\n",
            "Copyright 2025 © the people of the kettle, and this text is under the licence.\n"}) ==
      hint);
  const std::string line =
      "- [fix: do not open the lid of the kettle while there is water in it and it is hot, as it "
      "was before](https://example.org/kettle/pull/7)\n";
  CHECK(told({line, line}) == hint);
}

TEST_CASE("what looks like style, a size or an edition and is none is told") {
  CHECK(told({"10<sup>e</sup> and x<sup>a</sup> are large.\n", "10e und xa sind groß.\n"}) ==
        Lines{"error placeholder/changed"});
  CHECK(told({"<Chart width=\"wide\" />\n\nText of it.\n",
              "<Chart width=\"breit\" />\n\nText davon.\n"}) == Lines{"error placeholder/changed"});
  CHECK(told({"```sh\nBASE=\"/srv\"\nCOPY=\"$BASE/copy\"\n```\n",
              "```sh\nCOPY=\"$BASE/copy\"\nBASE=\"/srv\"\n```\n"}) == Lines{"error code/changed"});
  CHECK(told({"Set `API_URL` before you begin.\n", "Setze api_url, bevor du anfängst.\n"}) ==
        Lines{"error inline-code/changed"});
  CHECK(told({"See [it](https://example.org/learn-go).\n",
              "Sieh [es](https://example.org/learn-de).\n"}) == Lines{"error link/changed"});
  CHECK(told({"See [it](https://example.org/learn-en).\n",
              "Sieh [es](https://example.org/learn-de).\n"})
            .empty());
}

TEST_CASE("paragraphs that were joined are no loss, whatever they link to") {
  const std::string three =
      "Fill the kettle with water.\n\nThen read [the guide](https://a.example/guide).\n\nAfter "
      "that, "
      "pour the tea into the cups.\n";
  CHECK(told({three,
              "Fülle den Kessel mit Wasser. Dann lies [die Anleitung](https://a.example/guide)."
              "\n\nDanach gieße den Tee in die Tassen.\n"})
            .empty());
}

TEST_CASE(
    "a component on one line is the same on three, and none is lost that stands within a line") {
  const std::string one = "Text.\n\n<Note>Mind the gap, and do not fall.</Note>\n\nMore of it.\n";
  CHECK(told({one,
              "Text.\n\n<Note>\nAchte auf den Spalt, und falle nicht.\n</Note>\n\nMehr davon.\n"})
            .empty());
  CHECK(told({one, "Text.\n\n<Note>Achte auf den Spalt,\nund falle nicht.</Note>\n\nMehr davon.\n"})
            .empty());
  CHECK(told({one, "Text.\n\nAchte auf den Spalt, und falle nicht.\n\nMehr davon.\n"}) ==
        Lines{"error block/missing", "hint block/missing"});
}

TEST_CASE("headings are components with a title only where the same stands below both") {
  const std::string source =
      "Text.\n\n<Card title=\"One\">\n\nFill `a`.\n\n</Card>\n\n<Card title=\"Two\">\n\nFill "
      "`b`.\n\n"
      "</Card>\n\n<Card title=\"Three\">\n\nFill `c`.\n\n</Card>\n";
  CHECK(told({source,
              "Text.\n\n## Eins\n\nFülle `a`.\n\n## Zwei\n\nFülle `b`.\n\n## Drei\n\nFülle "
              "`c`.\n"}) == Lines{"error heading/extra"});
  const Lines other = told({source,
                            "Text.\n\nFülle `a`.\n\n## Werbung\n\nFülle `b`.\n\nFülle `c`.\n\n## "
                            "Impressum\n\nAnna.\n"});
  CHECK(other.size() > 2);
}

TEST_CASE("a mention of another item is no item that runs on") {
  CHECK(
      told({"- `options` for the kettle\n- `heat` in degrees\n- `lid` of the kettle, which is "
            "blue\n",
            "- `options` für den Kessel, siehe auch `heat` weiter unten\n- `lid` des Kessels, der "
            "blau ist\n"}) == Lines{"error list/missing-item"});
}

TEST_CASE("a quoted path that has other names is a hint in code within a line") {
  const std::string english = "Look at `open('/path/to/kettle')` for it.\n";
  CHECK(told({english, "Sehen Sie dazu `open('/pfad/zum/kettle')` an.\n"}) ==
        Lines{"hint inline-code/changed"});
  CHECK(told({english, "Sehen Sie dazu `opne('/path/to/kettle')` an.\n"}) ==
        Lines{"error inline-code/changed"});
}

TEST_CASE("a label that became a heading and a line below it is no error") {
  CHECK(
      told(
          {"# Tea\n\nBoil the water.\n\n**Follow this boilerplate:**\n\n```js\nboil(water);\n```\n",
           "# Tee\n\nKochen Sie das Wasser.\n\n## Grundlage\n\nNehmen Sie dies als Anfang:\n\n"
           "```js\nboil(water);\n```\n"}) ==
      Lines{"hint heading/extra", "hint markup/lost-emphasis"});
}

TEST_CASE("a post of which nothing is translated is one finding, whatever of it is unsure") {
  const std::string post =
      "## Kettle FAQ\n\nFill the big kettle first today.\n\n## How to fill the kettle with "
      "water\n\n"
      "This is what you should do when the kettle is empty.\n\n[Red Kettle "
      "Maker](https://example.org)\n\n"
      "Then wait for it as long as it takes.\n";
  const auto found = diagnostics({post, post});
  REQUIRE(found.size() == 1);
  CHECK(found.front().severity == Severity::error);
  CHECK(found.front().message.starts_with("the post is still in English, all "));
}

TEST_CASE("two headings in a row above text that was left are parts of it") {
  const std::string before = "Der Kessel fasst zwölf Liter Wasser, und er kocht sehr schnell.\n\n";
  const std::string left =
      "## How to fill the kettle with water\n\n### What you should do with the lid\n\nThis is what "
      "you "
      "should do when the kettle is empty.\n";
  const auto found =
      diagnostics({"The kettle holds twelve litres of water, and it boils very fast.\n\n" + left,
                   before + left});
  REQUIRE(found.size() == 1);
  CHECK(found.front().message.find("3 blocks in a row") != std::string::npos);
}

TEST_CASE("markup that is broken elsewhere around translated text is a hint") {
  CHECK(told({"```html\n<p name='tea'>The kettle is blue.</p>\n```\n",
              "```html\n<p name='tea'>\n  Der Kessel ist blau.\n</p>\n```\n"}) ==
        Lines{"hint code/changed"});
}

TEST_CASE("line ends, strings and operators that matter are errors") {
  const auto is_error = [](const std::string& language, const std::string& english,
                           const std::string& german) {
    return told({"```" + language + "\n" + english + "\n```\n",
                 "```" + language + "\n" + german + "\n```\n"}) == Lines{"error code/changed"};
  };
  CHECK(is_error("js", "open('north');", "open('nroth');"));
  CHECK(is_error("js", "'use strict'\nopen(north)", "open(north)"));
  CHECK(is_error("js", "return 'north'", "return\n'north'"));
  CHECK(is_error("c", "#define KETTLE {\nint x;", "#define KETTLE { int x;"));
  CHECK(is_error("html", "<p>\nThe kettle is blue.\nThe lid is red.\n</p>",
                 "<p>\nDer Kessel ist blau.\n</p>"));
  CHECK(is_error("py", "def pour(kettle, hot=True):", "def pour(kettle, hot=False):"));
  CHECK(is_error("ts", "function pour(x: string) {}", "function pour(x: number) {}"));
  CHECK(is_error("go", "func Pour(x int) {}", "func Pour(x int64) {}"));
}

TEST_CASE("a bracket that a URL needs is no stray mark") {
  CHECK(told({"See <https://example.org/wiki/Kettle_(tea)> for more.\n",
              "Siehe <https://example.org/wiki/Kettle_(tea> für mehr.\n"}) ==
        Lines{"error link/changed"});
}

TEST_CASE("moved code whose text was translated is no finding") {
  const std::string begin = "# Tea {#tea}\n\nIn Leeds:\n\n";
  CHECK(
      told({begin +
                "```js\nkettle.say('The tea is ready', 3);\n```\n\n## Later {#later}\n\nDrink with "
                "Jonas.\n",
            "# Tee {#tea}\n\nIn Leeds:\n\n## Später {#later}\n\nTrinken mit Jonas.\n\n```js\n"
            "kettle.say('Der Tee ist fertig', 3);\n```\n"}) == Lines{});
}

TEST_CASE("lines are marked in code that is another: the code is the finding") {
  CHECK(told({"## Tea\n\n```py hl_lines=\"1\"\nboil(water)\npour(tea)\n```\n",
              "## Tee\n\n```py hl_lines=\"2\"\nboil(milk)\npour(tea)\n```\n"}) ==
        Lines{"hint code/relabelled", "error code/changed"});
}

TEST_CASE("a translation in a third language is one finding, its short headings included") {
  CHECK(told({"## Water\n\nFill the kettle with water from the well.\n\n## Fire\n\nPut the wood "
              "into the stove and light it.\n",
              "## पानी\n\nकेतली को कुएँ के पानी से भरें और ढक्कन बंद करें।\n\n## आग\n\nलकड़ी को "
              "चूल्हे में डालें और उसे जला दें।\n",
              "id"}) == Lines{"error text/wrong-language"});
}

TEST_CASE("what a translator adds to help is a hint: a page of the site, a note in brackets") {
  const std::string source =
      "The lid is falsy when the kettle is empty, and blue when it is full.\n";
  CHECK(told({source,
              "当水壶空着时，盖子是假值（译者注：参考[这里](https://example.org/"
              "falsy)），满时是蓝色的。\n",
              "zh"}) == Lines{"hint link/extra"});
  CHECK(told({source,
              "Der Deckel ist [falsy](../lids.md), wenn der Kessel leer ist, und blau, wenn "
              "er voll ist.\n"}) == Lines{"hint link/extra"});
  CHECK(told({source,
              "Der Deckel ist [falsy](https://example.org/lids), wenn der Kessel leer ist, "
              "und blau, wenn er voll ist.\n"}) == Lines{"warning link/extra"});
  CHECK(told({source + "\nIt boils in ten minutes.\n",
              "Le couvercle est faux quand la bouilloire est vide, et bleu quand elle est "
              "pleine.\n\n> **N. d. T.** : les couvercles rouges ne se vendent plus.\n\nElle bout "
              "en dix minutes.\n",
              "fr"}) == Lines{"hint block/extra"});
}

TEST_CASE("what a program says in code swallows nothing") {
  const std::string command = "```console\n$ gate open\n\nOpening...\n";
  const Lines lines =
      told({"Open the gate with this command.\n\n" + command +
                "```\n\nThe command opens the gate on the side of the sea at once.\n",
            "Ouvrez la porte avec cette commande.\n\n" + command +
                "\nLooking for the gates of the harbour\n\nGate seven has been opened by "
                "gatekeeper\n```\n",
            "fr"});
  CHECK(std::count(lines.begin(), lines.end(), "error code/unclosed") == 0);
  CHECK(std::count(lines.begin(), lines.end(), "error block/missing") == 1);
}

TEST_CASE("a note that stands twice in the language of the source is left, and no repetition") {
  const std::string note = "_This section has changed a lot and needs a new translation._\n\n";
  const Lines lines =
      told({"The ferry leaves the harbour at six in the morning, if the tide is "
            "high.\n\n## Return\n\nIt comes back in the evening with those who "
            "worked on the other side of the bay.\n",
            "Le ferry quitte le port à six heures du matin, si la marée est "
            "haute.\n\n" +
                note + "## Retour\n\n" + note,
            "fr"});
  CHECK(std::count(lines.begin(), lines.end(), "error text/untranslated") > 0);
  CHECK(std::count(lines.begin(), lines.end(), "warning text/repeated") == 0);
}

TEST_CASE("a heading whose parent is lost stands where it should, a level higher") {
  CHECK(
      told(
          {"## Tea\n\nThe kettle holds 12 litres.\n\n## On water and fire\n\n### Water\n\nIt comes "
           "from `well 7` behind the house.\n\n## Cups\n\nThere are 40 cups.\n",
           "## Tee\n\nDer Kessel fasst 12 Liter.\n\n## Wasser\n\nEs kommt aus `well 7` hinter dem "
           "Haus.\n\n## Tassen\n\nEs gibt 40 Tassen.\n"}) == Lines{"error heading/missing"});
}

TEST_CASE("what a block that was left untranslated lacks in code is no second finding") {
  CHECK(told({"Call `openGate()` before the captain rings the bell, and `closeGate()` after it.\n",
              "Call it before the captain rings the bell, and do not forget it when you go.\n"}) ==
        Lines{"error text/untranslated"});
}

TEST_CASE("code that stands in another place is one warning, neither lost nor added") {
  const std::string kettle =
      "## The kettle\n\nIt holds 12 litres.\n\n```sh\nkettle --fill\n```\n\n";
  const std::string stove = "## The stove\n\nIt burns 3 logs.\n\n```sh\nstove --light\n```\n\n";
  const std::string kessel = "## Der Kessel\n\nEr fasst 12 Liter.\n\n";
  const std::string ofen =
      "## Der Ofen\n\nEr verbrennt 3 Scheite.\n\n```sh\nstove --light\n```\n\n";
  const Pair pair{kettle + stove, kessel + ofen + "```sh\nkettle --fill\n```\n"};
  CHECK(told(pair) == Lines{"warning code/missing", "hint code/extra"});
  CHECK(diagnostics(pair).front().message ==
        "a sh block of the source stands in another place here; its first line is `kettle --fill`");
  CHECK(told({kettle + stove, kessel + ofen}) == Lines{"error code/missing"});
}

TEST_CASE("an anchor that nothing in its post leads to is lost without harm") {
  const std::string text = "The kettle holds twelve litres of water.\n\n";
  const std::string theirs = "Der Kessel fasst zwölf Liter Wasser.\n\n";
  CHECK(told({"<a name=\"kettle\"></a>\n\n" + text, theirs}) == Lines{"hint block/missing"});
  CHECK(told({"<a name=\"kettle\"></a>\n\n" + text + "See [it](#kettle) there.\n",
              theirs + "Siehe [ihn](#kettle) dort.\n"}) == Lines{"error block/missing"});
}

TEST_CASE("another keyword that the program knows makes a box all the same") {
  CHECK(told({":::tip\n\nFill the kettle at the well.\n\n:::\n",
              ":::note\n\nFüllen Sie den Kessel am Brunnen.\n\n:::\n"}) ==
        Lines{"hint placeholder/changed"});
  CHECK(told({":::tip\n\nFill the kettle at the well.\n\n:::\n",
              ":::hinweis\n\nFüllen Sie den Kessel am Brunnen.\n\n:::\n"}) ==
        Lines{"error placeholder/changed"});
}

TEST_CASE("a tag that closes something goes with what it closes") {
  const std::string text = "The kettle holds twelve litres of water.\n\n";
  const std::string theirs = "Der Kessel fasst zwölf Liter Wasser.\n\n";
  const std::string end = "Then pour the tea.\n";
  CHECK(told({"<div class=\"a\">\n\n" + text + "</div>\n\n" + end,
              theirs + "Gießen Sie dann den Tee ein.\n"}) ==
        Lines{"error block/missing", "hint block/missing"});
  CHECK(told({"<div class=\"a\">\n\n" + text + "</div>\n\n" + end,
              "<div class=\"a\">\n\n" + theirs + "Gießen Sie dann den Tee ein.\n"}) ==
        Lines{"error block/missing"});
}

TEST_CASE("a block of code before a post that ends in one is no fence around the post") {
  const std::string code = "```yaml\nkettle: 12\n```\n\n";
  const std::string end = "```sh\npour tea\n```\n";
  CHECK(
      told({"The kettle holds twelve litres of water.\n\n" + code + "Then pour the tea.\n\n" + end,
            code + "Gießen Sie dann den Tee ein.\n\n" + end}) == Lines{"error block/missing"});
}

TEST_CASE("a conflict at the begin of a post is one") {
  CHECK(told({"The kettle holds twelve litres of water.\n",
              "<<<<<<< HEAD\nDer Kessel fasst zwölf Liter Wasser.\n=======\nDer Kessel fasst zwölf "
              "Liter.\n>>>>>>> theirs\n"}) == Lines{"error file/unmerged"});
}

TEST_CASE("an id in an example is no place for a link") {
  const std::string ours = "## Setup\n\nSee [it](#setup) there.\n\n";
  const std::string theirs = "## Aufbau\n\nSiehe [ihn](#setup) dort.\n\n";
  CHECK(told({ours, theirs}) == Lines{"error link/broken-anchor"});
  for (const std::string code : {"```md\n## Tea {#setup}\n```\n", "Write `## Tea {#setup}`.\n"})
    CHECK(told({ours + code, theirs + code}).front() == "error link/broken-anchor");
}

TEST_CASE("a heading in small letters may be what a program says") {
  const std::string ours = "\n\nPress it down.\n\n## The tea\n\nTea.\n\n## The cups\n\nCups.\n";
  const std::string theirs = "\n\nDrücken Sie.\n\n## Der Tee\n\nTee.\n\n## Die Tassen\n\nTassen.\n";
  for (const auto& [heading, line] : std::map<std::string, std::string>{
           {"## kettle is not closed and boils over at once", "hint heading/untranslated"},
           {"## macOS is not closed and boils over at once", "warning heading/untranslated"}}) {
    CHECK(told({heading + ours, heading + theirs}) == Lines{line});
  }
}

TEST_CASE("a slip that only the source has is a hint") {
  const std::string code = "```js\nimport { boilWater } from 'tea';\nboilWater(2);\n";
  CHECK(told({code + "boilWatre(12);\n```\n", code + "boilWater(12);\n```\n"}) ==
        Lines{"hint code/changed"});
  CHECK(told({code + "boilWater(12);\n```\n", code + "boilWatre(12);\n```\n"}) ==
        Lines{"error code/changed"});
}

TEST_CASE("bold marks that show are told in a paragraph of the translation's own, too") {
  const std::string ours = "Build a kite of 3 sticks.\n\nFly it before 7 in the evening.\n";
  const std::string theirs =
      "Bau einen Drachen aus 3 Stäben.\n\n**Achtung:**Nie bei Sturm.\n\nLass ihn vor 7 am Abend "
      "steigen.\n";
  const auto found = diagnostics({ours, theirs});
  REQUIRE(found.size() == 2);
  CHECK(found.front().message == "readers see the marks in `**Achtung:**`");
  CHECK(found.back().rule == "block/extra");
  const std::string marks = "Type **(kite)**flies.\n\n";
  CHECK(told({marks + ours, marks + theirs}) == Lines{"warning block/extra"});
}

TEST_CASE("what is the same on both sides is left only where it is in the source's letters") {
  const auto lines = [](const std::string& heading) {
    return told({.source = "## " + heading + "\n\n天气好的时候放风筝。\n",
                 .translation = "## " + heading + "\n\nFly the kite on a fine day.\n",
                 .locale = "en",
                 .source_locale = "zh"});
  };
  CHECK(lines("Kite Events of the Day") == Lines{});
  CHECK(lines("风筝") == Lines{"warning heading/untranslated"});
}

TEST_CASE("of a list the item that is lost is named") {
  const auto lost = [](const std::string& ours, const std::string& theirs) {
    return diagnostics({ours, theirs}).front().message;
  };
  CHECK(lost("1. Open the lid.\n2. Remove all screws.\n3. Close the lid.\n4. Go home now.\n",
             "1. Öffnen Sie den Deckel.\n3. Schließen Sie den Deckel.\n4. Gehen Sie heim.\n") ==
        "an item of the source's list is missing: Remove all screws.");
  CHECK(lost("- Click **Settings**.\n- Choose *Advanced*.\n",
             "- Klicken Sie auf **Einstellungen**.\n") ==
        "an item of the source's list is missing: Choose Advanced.");
}

TEST_CASE("what translators put at the top of a post is a hint at most") {
  const std::string title = "# Kites\n\n";
  const std::string ours = title + "A library of 3 kites, in C.\n\n## Use\n\nFly it at noon.\n";
  const auto lines = [&](const std::string& note) {
    return told({ours, title + note +
                           "Eine Bibliothek mit 3 Drachen, in C.\n\n## Benutzung\n\n"
                           "Lass ihn mittags steigen.\n"});
  };
  CHECK(lines("[English](source.md) | Deutsch\n\n") == Lines{});
  CHECK(lines("> Von Freiwilligen in ihrer freien Zeit geschrieben.\n\n") ==
        Lines{"hint block/extra"});
  CHECK(lines("Ein Absatz, den es in der Quelle an keiner Stelle gibt.\n\n") ==
        Lines{"warning block/extra"});
}

TEST_CASE("an example that was adapted to its readers is a hint") {
  const std::string source = "```ts\nconst tea = t({\n  en: \"tea\",\n  fr: \"thé\",\n});\n```\n";
  const auto told_of = [&](const std::string& translation) {
    return told({.source = source, .translation = translation, .locale = "pl"});
  };
  CHECK(told_of("```ts\nconst tea = t({\n  en: \"tea\",\n  fr: \"thé\",\n  pl: \"herbata\",\n"
                "});\n```\n") == Lines{"hint code/changed"});
  CHECK(told_of("```ts\nconst tea = t({\n  en: \"tea\",\n  pl: \"herbata\",\n});\n```\n") ==
        Lines{"hint code/changed"});
  CHECK(told_of("```ts\nconst tea = t({\n  en: \"tea\",\n  fr: \"thé\",\n  de: \"Tee\",\n"
                "});\n```\n") == Lines{"error code/changed"});
}

TEST_CASE("a lost line is told where a bracket follows it") {
  const Pair pair{"```jsx\n<Link\n  replace\n>\n  Gate\n</Link>\n```\n",
                  "```jsx\n<Link\n>\n  Gate\n</Link>\n```\n"};
  const auto found = diagnostics(pair);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "this jsx block lacks a line of the source's: `replace`");
}

TEST_CASE("code is paired by the file that its fence names") {
  const std::string imports = "import tea from \"tea\";\nimport gate from \"gate\";\n";
  const Pair pair{"```tsx fileName=\"gate.tsx\"\n" + imports + "open(tea, gate);\n```\n",
                  "```tsx fileName=\"gate.tsx\"\nopen(tea, gate);\n```\n\n"
                  "```jsx fileName=\"gate.csx\"\n" +
                      imports + "module.exports = open(tea, gate);\n```\n"};
  CHECK(told(pair) == Lines{"error code/changed", "error code/extra"});
}

TEST_CASE("a comment of several lines that is longer than the source's swallows nothing") {
  const std::string code = "export const gate = () => {\n  return open(\"north\");\n};\n";
  const Pair pair{
      "The gate opens at noon, and it closes in the evening.\n\n```js\n" + code + "```\n",
      "```js\n/**\n * Öffnet das Tor am Mittag und schließt es am Abend.\n * Das Tor im Norden ist "
      "das "
      "größte der Tore, und die anderen öffnen nicht.\n */\n" +
          code + "// Das ist noch nicht der ganze Code\n```\n"};
  CHECK(told(pair) == Lines{"error block/missing"});
}

TEST_CASE("a fence that swallows paragraphs is found where their lines end in short words") {
  const std::string said =
      "Das Tor öffnet am Mittag, wenn die Glocke läutet, und es schließt spät am\nAbend.\n";
  const Pair pair{
      "Run it:\n\n```sh\ngate open\n```\n\nThe gate opens at noon, when the bell rings, and "
      "it closes late in the\nevening.\n\n```sh\ngate close\n```\n",
      "Starten Sie es:\n\n```sh\ngate open\n\n" + said + "\n```sh\ngate close\n```\n"};
  CHECK(told(pair) == Lines{"error code/unclosed"});
}

TEST_CASE("steps that the source counts twice are counted on") {
  const auto steps = [](const std::string& word, const std::vector<int>& numbers) {
    const std::vector<std::string> names{"gate", "mill", "weir", "field"};
    std::string post;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      post += "## " + word + ' ' + std::to_string(numbers[i]) + ": `" + names[i] + "`\n\n";
      post += "```sh\nopen " + names[i] + "\n```\n\n";
    }
    return post;
  };
  CHECK(told({steps("Step", {1, 2, 2, 3}), steps("Schritt", {1, 2, 3, 4})}) ==
        Lines{"hint heading/renumbered"});
}

TEST_CASE("how long the mask of a key is says nothing") {
  CHECK(told({"The key looks like `sk_xxxxxxxxxx` here.\n",
              "Der Schlüssel sieht hier wie `sk_xxxxxxxxxxxx` aus.\n"}) ==
        Lines{"hint inline-code/changed"});
}

TEST_CASE("a title stands for the title, whatever stands below it") {
  const Pair pair{"# Calling the gate\n\nTODO\n",
                  "# Das Tor rufen\n\nSo rufen Sie das Tor.\n\n## Am Tag\n\nMit der Glocke.\n\n### "
                  "Ergebnis\n\nTODO\n"};
  CHECK(told(pair) == Lines{"warning block/extra", "error heading/extra"});
}

TEST_CASE(
    "what programs call `id` is no Indonesian, and a locale that the source names is none of "
    "ours") {
  const auto told_of = [](const std::string& source, const std::string& translation,
                          const std::string& locale) {
    return told({"```js\nt({\n  n: 5,\n" + source + "});\n```\n",
                 "```js\nt({\n  n: 5,\n" + translation + "});\n```\n", locale});
  };
  CHECK(told_of("", "  id: 24,\n", "id") == Lines{"error code/changed"});
  CHECK(told_of("", "  id: \"Selamat pagi\",\n", "id") == Lines{"hint code/changed"});
  CHECK(told_of("  l: de_DE(5),\n", "  l: de_AT(5),\n", "de") == Lines{"error code/changed"});
}

TEST_CASE("a word before a number is a step where it numbers several headings") {
  CHECK(told({"## Python 3: what is new\n\nMuch.\n", "## Was ist neu in Python 3\n\nViel.\n"})
            .empty());
  CHECK(told({"## The 10 rules: a guide\n\nA rule.\n",
              "## Die 12 Regeln: ein Leitfaden\n\nEine Regel.\n"}) ==
        Lines{"warning number/changed"});
  CHECK(told({"## (Optional) Step 1: Gate\n\nOne.\n\n## Step 2: Mill\n\nTwo.\n",
              "## (Optional) Schritt 1: Tor\n\nEins.\n\n## Schritt 3: Mühle\n\nZwei.\n"}) ==
        Lines{"warning heading/renumbered"});
}

TEST_CASE("a list that begins anew counts nothing twice") {
  CHECK(told({"## Part\n\n### 1. Gate\n\nOne.\n\n## Other\n\n### 1. Mill\n\nTwo.\n\n### 2. "
              "Weir\n\nThree.\n",
              "## Teil\n\n### 1. Tor\n\nEins.\n\n## Anderer\n\n### 1. Mühle\n\nZwei.\n\n### 3. "
              "Wehr\n\nDrei.\n"}) == Lines{"warning heading/renumbered"});
}

TEST_CASE("items of a list are known by a value that is not translated") {
  const auto told_of = [](const std::string& source, const std::string& translation) {
    return told({"---\ntitle: Gate\n" + source + "---\n\nIt opens.\n",
                 "---\ntitle: Tor\n" + translation + "---\n\nEs öffnet.\n"});
  };
  // A name that stays in one item, and is translated in the next.
  CHECK(told_of("features:\n  - {title: Wi-Fi, at: 1}\n  - {title: Speed, at: 2}\n",
                "features:\n  - {title: Wi-Fi, at: 1}\n  - {title: Tempo, at: 2}\n") ==
        Lines{"hint front-matter/changed-value"});
  const std::string one = "  - {version: 2.1.0, text: A}\n";
  const std::string two = "  - {version: 2.0.0, text: B}\n";
  CHECK(told_of("history:\n" + one + two, "history:\n" + two) ==
        Lines{"warning front-matter/list-length"});
  CHECK(told_of("history:\n" + one + two,
                "history:\n  - {version: 2.0.0, text: A}\n  - {version: 2.1.0, text: B}\n") ==
        Lines{"warning front-matter/changed-value", "warning front-matter/changed-value"});
}

TEST_CASE("entries in another order and names to be filled in are hints") {
  CHECK(told({"```ts\nt({\n  en: 'tea',\n  fr: 'thé',\n});\n```\n",
              "```ts\nt({\n  fr: 'thé',\n  en: 'tea',\n});\n```\n"}) == Lines{"hint code/changed"});
  CHECK(told({"```ts\nopen(gate);\nclose(gate);\n```\n",
              "```ts\nclose(gate);\nopen(gate);\n```\n"}) == Lines{"error code/changed"});
  CHECK(told({"```sh\nfetch -x 16 [gate_link]\n```\n", "```sh\nfetch -x 16 [门链接]\n```\n",
              "zh"}) == Lines{"hint code/changed"});
}

TEST_CASE("code that lost its marks and reads as a tag says so") {
  const auto lines = told(
      {"See `~/boats/<name>/` for it, or ask.\n", "Siehe dort boats/<name>/ oder fragen.\n", "de"});
  CHECK(std::find(lines.begin(), lines.end(), "error placeholder/changed") != lines.end());
}

TEST_CASE("what a command or a call says to people is a hint within a line") {
  CHECK(told({"Wrap it as `stop(\"no boat: %w\", err)` does.\n",
              "Einpacken, wie es `stop(\"kein Boot: %w\", err)` tut.\n"}) ==
        Lines{"hint inline-code/changed"});
  CHECK(told({"Run `/boat <which boat it is>` and see.\n",
              "Führen Sie `/boat <welches Boot es ist>` aus.\n"}) ==
        Lines{"hint inline-code/changed"});
}

TEST_CASE("the prompt of a shell and the words of a quoted argument are hints within a line") {
  CHECK(told({"The list is made by `$ gate log -n`.\n", "Die Liste macht `gate log -n`.\n"}) ==
        Lines{"hint inline-code/changed"});
  CHECK(told({"Run `gate build --about \"My gate is in the north\"` once.\n",
              "Führen Sie einmal `gate build --about \"Mein Tor ist im Norden\"` aus.\n"}) ==
        Lines{"hint inline-code/changed"});
}

TEST_CASE("a paragraph that was split is a hint") {
  CHECK(told({"Hello there, let us open the gate! What is it? It is a thing of wood that keeps the "
              "goats in the field.\n",
              "Guten Tag, öffnen wir das Tor!\n\nWas ist das? Es ist ein Ding aus Holz, das die "
              "Ziegen auf "
              "dem Feld hält.\n"}) == Lines{"hint block/extra"});
}

TEST_CASE("a paragraph with other code has not lost the mark of a quote") {
  CHECK(told({"> Call `open_gate` when the bell rings in the north.\n\nIt opens.\n",
              "Rufen Sie `close_mill` auf, wenn die Glocke im Norden läutet.\n\nEs öffnet.\n"})
            .front() == "hint block/missing");
}

/// The message of the first error about `pair`; empty without one.
std::string first_error(const Pair& pair) {
  const auto found = diagnostics(pair);
  const auto first = std::find_if(found.begin(), found.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
  return first == found.end() ? std::string() : first->message;
}

TEST_CASE("a row is known by its first cell, an item by its tags") {
  const std::string head = "| key | what | kind | usual |\n| --- | --- | --- | --- |\n";
  const Pair rows{
      head +
          "| mill | The mill that the gate belongs to | 'north' or none | -- |\n"
          "| shown | If the gate is shown | bool | yes |\n"
          "| skip | If the gate should be skipped | bool | no |\n"
          "| before | Rung when the miller opens and BEFORE the gate moves | (gate: Gate) => bell; "
          "| -- |\n"
          "| after | Rung when the miller opens and AFTER the gate moves | (gate: Gate) => bell; | "
          "-- |\n",
      head +
          "| mill | 门所属的磨坊，门可以加到北边，如果没有给出磨坊，则默认加到最近的那一座 | "
          "'north' or none | -- |\n"
          "| shown | 控制门是否显示，用于按需加载 | bool | yes |\n"
          "| skip | 是否跳过这扇门 | bool | no |\n"
          "| before | 打开之前响起的钟声 | (gate: Gate) => bell; | -- |\n",
      "zh"};
  CHECK(first_error(rows).find("| after |") != std::string::npos);
  const Pair items{"- Open the gate now.\n- Shut <b>the mill</b> now.\n",
                   "- Das Tor <i>jetzt</i> öffnen.\n"};
  CHECK(first_error(items).ends_with(": Shut the mill now."));
}

TEST_CASE("what readers of the locale fill in or link to, in their letters, is a hint") {
  CHECK(told({"It is in `{root}/gate-list`.", "它在 `{根目录}/gate-list` 里。", "zh-CN"}) ==
        Lines{"hint inline-code/changed"});
  CHECK(told({"It is `${gate.list(\"a\")}`.", "它是 `${mill.list(\"门\")}`。", "zh-CN"}) ==
        Lines{"error inline-code/changed"});
  const std::string linked = "[Gates](#gates1)\n\n## <a id=\"gates1\"></a>Gates\n\nA gate.\n";
  const auto left_out = [](const std::string& line) {
    return "```sh\ncat > notes <<END\n" + line + "\nEND\n```\n";
  };
  CHECK(told({left_out("... every gate + its bell ..."), left_out("... 每扇门 + 它的铃 ..."),
              "zh-CN"}) == Lines{"hint code/changed"});
  CHECK(told({linked, "[门](#门1)\n\n## <a id=\"门1\"></a>门\n\n一扇门。\n", "zh-CN"}) ==
        Lines{"hint heading/changed-id"});
  CHECK(told({linked, "[门](#门2)\n\n## <a id=\"门1\"></a>门\n\n一扇门。\n", "zh-CN"}).front() ==
        "error heading/changed-id");
}

TEST_CASE("words of a source in other letters that were left in a sentence are told") {
  const auto lines = [](const std::string& end) {
    return told({"这个版本主要关注大门和磨坊铃声。\n",
                 "This version is about the gate" + end + ".\n", "en", "", "zh-CN"});
  };
  CHECK(lines("和磨坊铃声") == Lines{"warning text/wrong-script"});
  CHECK(lines(" of 磨坊") == Lines{"hint text/wrong-script"});  // it may be the name of a firm
  CHECK(lines(" (磨坊铃声)").empty());
}

TEST_CASE("a name of code without code marks is the source's") {
  const auto lines = [](const std::string& name) {
    return told({"Then gate.openSide opens it. Set max_width, and see gates.js.\n",
                 "Dann öffnet " + name + " es. max_width setzen, und siehe gates.js.\n"});
  };
  CHECK(lines("gate.openSide").empty());
  CHECK(lines("gate.openSite") == Lines{"error inline-code/changed"});
  CHECK(lines("gate.openside") == Lines{"error inline-code/changed"});
  CHECK(lines("Gate.openSide").empty());   // begins a sentence
  CHECK(lines("gate.openSides").empty());  // an ending
  CHECK(told({"Gate.Open opens it, as gate.open does.\n", "gate.Open öffnet es, wie gate.open.\n"})
            .empty());
  const Pair unsure{"Call mill.Gate.open, not mill.gate.open.\n", "Rufe mill.Gate.Open auf.\n"};
  CHECK(told(unsure) == Lines{"hint inline-code/changed"});
}

TEST_CASE("long tags are quoted from where they differ") {
  const auto tag = [](const std::string& folder) {
    return "<picture><source media=\"(prefers-color-scheme: light)\" "
           "srcset=\"https://gate.example.org/" +
           folder + "/gate-of-the-mill.png\"><img src=\"a.png\"></picture>\n";
  };
  CHECK(first_error({tag("brand/2023"), tag("brand/wide")}) ==
        "...srcset=\"https://gate.example.org/brand/wide/gate-of-the-mill.png\"> stands for "
        "...srcset=\"https://gate.example.org/brand/2023/gate-of-the-mill.png\"> of the source");
}

TEST_CASE("code swallows no heading of which it has no mark") {
  const std::string source =
      "# Gates\n\nAll gates of 1990.\n\n## The list\n\nIt is in `gates.md`:\n\n```md\n---\n"
      "title: Gates\ngate_of: mill_north\n---\n```\n\n## In the house\n\nOpen it by the blue "
      "key.\n\n"
      "## The end\n\nIt ends at 9:30 by `gates.end`.\n";
  const auto lines = [&](const std::string& heading) {
    return told({source,
                 "# Tore\n\nAlle Tore von 1990.\n\n## Die Liste\n\nSie steht in `gates.md`:\n\n"
                 "```md\n---\ntitle: Tore\ngate_of: mill_north\nDas ist eine lange Zeile von Text "
                 "auf Deutsch für das Haus\nÖffnen Sie es mit dem blauen Schlüssel der Mühle\n" +
                     heading + "```\n\n## Das Ende\n\nEs endet um 9:30 mit `gates.end`.\n"});
  };
  CHECK(lines("") == Lines{"hint code/changed", "error heading/missing"});
  CHECK(lines("\n## Im Haus\n\n") == Lines{"error code/unclosed"});
}

TEST_CASE("where nothing tells which of two items is missing, the message says so") {
  const Pair alike{"- red boats\n- low boats\n- new boats\n", "- rote Boote\n- neue Boote\n"};
  CHECK(first_error(alike).starts_with(
      "an item of the source's list is missing, perhaps this one: "));
  const Pair known{"- red boats of 1990\n- low boats\n- new boats of 2020\n",
                   "- rote Boote von 1990\n- neue Boote von 2020\n"};
  CHECK(first_error(known) == "an item of the source's list is missing: low boats");
  // A number that the translation has nowhere is no worse a sign than the order of the items.
  const Pair timed{
      "- mends the weight\n- shut at 6:40 or later\n- drawing faster than now\n- adds the bell\n",
      "- 門の重さを修正\n- 以前よりも速く描く\n- 鈴を追加\n", "ja"};
  CHECK(first_error(timed) == "an item of the source's list is missing: shut at 6:40 or later");
}

TEST_CASE("steps are those of the source, however the translation counts them") {
  const auto steps = [](const std::string& one, const std::string& two) {
    return "## " + one + ": `gate`\n\nOpen.\n\n## " + two + ": `mill`\n\nShut.\n";
  };
  CHECK(told({steps("Phase 1", "Phase 2"), steps("Giai đoạn 1", "Giai đoạn 2"), "vi"}).empty());
  CHECK(told({steps("Step 1", "Step 2"), steps("Schritt 1", "Schritt 1")}) ==
        Lines{"warning heading/renumbered"});
}

TEST_CASE("what lies behind another mark than a key is no entry of a list") {
  const auto told_of = [](const std::string& language, const std::string& one,
                          const std::string& two) {
    const std::string fence = "```" + language + "\n";
    return told({fence + one + "\n" + two + "\n```\n", fence + two + "\n" + one + "\n```\n"});
  };
  CHECK(told_of("cpp", "std::lock(gate);", "std::unlock(gate);") == Lines{"error code/changed"});
  CHECK(told_of("yaml", "- run: build", "- run: deploy") == Lines{"error code/changed"});
}

TEST_CASE("what a translator adds for his readers is one hint") {
  CHECK(told({"Press <kbd>Ctrl</kbd> to search it.\n",
              "Drücken Sie <kbd>Strg</kbd> (<kbd>Cmd</kbd> auf dem Mac).\n"}) ==
        Lines{"hint placeholder/changed"});
  CHECK(told({"The gate is old.\n\nThe well is deep.\n",
              "Das Tor ist alt[^tr].\n\nDer Brunnen ist tief.\n\n[^tr]: Es ist neu.\n"}) ==
        Lines{"hint placeholder/changed"});
  CHECK(told({"The gate is old.\n\nThe well is deep.\n",
              "Das Tor ist alt.\n\nDer Brunnen ist tief.\n\n[^tr]: Es ist neu.\n"}) ==
        Lines{"warning block/extra"});
}

TEST_CASE("a good translation that says it in another form is silent") {
  for (const auto& [source, translation] : std::vector<std::pair<std::string, std::string>>{
           {"From 1 hour to 1 day.\n", "Von 1 Stunde bis zu einem Tag.\n"},
           {"It took 2 years and 2 months.\n", "Es dauerte zwei Jahre und 2 Monate.\n"},
           {"Since May 5 we use version 3.8.\n", "Seit dem 5.5. nutzen wir Version 3.8.\n"},
           {"See section 2.3. It was new on March 5.\n",
            "Siehe Abschnitt 2.3. Er war am 5.3. neu.\n"},
           {"```c\nprintf(\"%s has %d lids\", s, n);\n```\n",
            "```c\nprintf(\"%2$d Deckel hat %1$s\", s, n);\n```\n"},
           {"```js\nsay('It costs $USD now');\n```\n",
            "```js\nsay('Es kostet jetzt $EUR');\n```\n"},
           {"<Stat value=\"99%\" />\n\nText of it.\n",
            "<Stat value=\"99 % der Zeit\" />\n\nText davon.\n"},
           {"<a id=\"lid\"></a>\n\n## The lid\n\nText of it.\n",
            "<a id=\"deckel\"></a><a id=\"lid\"></a>\n\n## Der Deckel\n\nText davon.\n"},
           {":::note Good to know\n\nIt is heavy.\n\n:::\n",
            ":::note\n\n**Gut zu wissen.** Er ist schwer.\n\n:::\n"},
           {"!!! abstract \"Abstract\"\n\n    It is heavy.\n",
            "!!! abstract\n\n    Er ist schwer.\n"},
           {":::warning Caution!\n\nIt is heavy.\n\n:::\n",
            ":::warning\n\nEr ist schwer.\n\n:::\n"},
           {"```\nthe sum of prices = the total;\n```\n",
            "```\ndie Summe der Preise = alles;\n```\n"}}) {
    INFO(translation);
    CHECK(told({source, translation}).empty());
  }
}

TEST_CASE("what may be converted, or is the number of a place, is a hint where it differs") {
  const Lines hint{"hint number/changed"};
  CHECK(told({"It costs 1,200 dollars.\n", "Es kostet 1150 Euro.\n"}) == hint);
  CHECK(told({"It costs USD 1,200 today.\n", "Es kostet heute 1150 EUR.\n"}) == hint);
  CHECK(told({"It has 200 horsepower.\n", "Es hat 150 Kilowatt.\n"}) == hint);
  CHECK(told({"See page 213 of it.\n", "Siehe Seite 245 davon.\n"}) == hint);
  CHECK(told({"The dam serves 15,000 homes.\n", "Der Damm versorgt 12.500 Haushalte.\n"}) ==
        Lines{"warning number/changed"});
}

TEST_CASE("a tag that is added without its other half is no hint") {
  CHECK(told({"Press <kbd>Ctrl</kbd> now.\n", "Jetzt <kbd>Strg</kbd> (<kbd>Cmd) drücken.\n"}) ==
        Lines{"error placeholder/changed"});
}

TEST_CASE("a post in a third language is one finding, its short lines and spelling included") {
  const std::string source =
      "# The gate\n\nThe gate was built by the people of the village a long time ago.\n\nNobody "
      "knows who has the key to it now.\n\n- It is heavy and old.\n- It opens on Sundays for "
      "everyone.\n";
  const std::string french =
      "# La porte\n\nLa porte a été construite par les gens du village il y a longtemps.\n\nIl ne "
      "sait pas qui a la clé de la porte et du puits.\n\n- Elle est lourde et vieille.\n- Elle "
      "s'ouvre le dimanche pour tout le monde.\n";
  const auto found = diagnostics({source, french});
  REQUIRE(found.size() == 1);
  CHECK(found.front().message.starts_with("the post is in French, not in the language of `de`"));
}

TEST_CASE(
    "links that are only called by each other's names are a hint, by their targets an error") {
  CHECK(told({"See the [v1 docs](https://a.example/old) or the [v2 docs](https://a.example/new).\n",
              "Mehr in der [Doku vor v2](https://a.example/old), der [nach "
              "v1](https://a.example/new).\n"}) == Lines{"hint link/changed"});
  CHECK(told({"Get it [as SVG](/a.svg) or [as PNG](/b.png).\n",
              "Es gibt es [als SVG](/b.png) oder [als PNG](/a.svg).\n"}) ==
        Lines{"error link/changed"});
}

TEST_CASE("a divider below a text is parted from it at the beginning of its line") {
  const Pair pair{
      "# Old gates\n\nThe gate is old and heavy.\n\n---\n\nThe well is deep, and everyone likes "
      "it.\n",
      "# Alte Tore\n\nDas Tor ist alt und schwer.\n ---\n\nDer Brunnen ist tief, und alle mögen "
      "ihn.\n"};
  const auto found = diagnostics(pair);
  REQUIRE(found.size() == 1);
  REQUIRE(found.front().fix);
  const std::size_t line = pair.translation.find(" ---");
  CHECK(found.front().fix->edits.front().span.begin == line);
}

TEST_CASE("pictures that are mostly others are a post's own screens, and hints; one is a warning") {
  const std::string source =
      "![The gates](/img/7c1f.png)\n\n![The wells](/img/90be.png)\n\n![The map](/img/a2d4.png)\n";
  CHECK(told({source,
              "![Die Tore](/img/11aa.png)\n\n![Die Brunnen](/img/22bb.png)\n\n![Die "
              "Karte](/img/33cc.png)\n"}) == Lines(3, "hint image/changed"));
  CHECK(told({source,
              "![Die Tore](/img/11aa.png)\n\n![Die Brunnen](/img/90be.png)\n\n![Die "
              "Karte](/img/a2d4.png)\n"}) == Lines{"warning image/changed"});
}

TEST_CASE("fences within a fence are read as a translation spells out that CommonMark reads them") {
  const std::string source =
      "The gate says this:\n\n```text\n# Gates\n\n```cpp\nint a;\n```\n\nShut it "
      "so:\n\n```cpp\nint "
      "b;\n```\n```\n\nThe well says nothing.\n";
  CHECK(told({source,
              "Das Tor sagt das:\n\n````text\n# Gates\n\n```cpp\nint a;\n````\n\nSo schließt "
              "man es:\n\n```cpp\nint b;\n```\n\n```\n\nThe well says nothing.\n```\n"}) ==
        Lines{});
  CHECK(told({source,
              "Das Tor sagt das:\n\n````text\n# Gates\n\n```cpp\nint a;\n```\n\nShut it "
              "so:\n\n```cpp\nint b;\n```\n````\n\nDer Brunnen sagt nichts.\n"}) == Lines{});
}

TEST_CASE(
    "a line of words in a command block is a hint in the locale's letters, a command an error") {
  const auto code = [](const std::string& line) { return "```sh\n" + line + "\nnpm test\n```\n"; };
  const auto told_in_chinese = [&](const std::string& source, const std::string& translation) {
    return told({.source = code(source), .translation = code(translation), .locale = "zh-CN"});
  };
  CHECK(told_in_chinese("[Run each gate test]", "[运行每个门测试]") == Lines{"hint code/changed"});
  CHECK(told_in_chinese("├── other gate files", "├── 其他门文件") == Lines{"hint code/changed"});
  CHECK(told_in_chinese("git commit the gate", "git 提交门") == Lines{"error code/changed"});
}

TEST_CASE("words of a pattern in the locale's letters are hints, a translated name is an error") {
  const auto told_of = [](const std::string& ours, const std::string& theirs) {
    return told({.source = "Write `" + ours + "` below the lamp.",
                 .translation = "在灯下写 `" + theirs + "`。",
                 .locale = "zh-CN"});
  };
  CHECK(told_of("gate_name=maker/model", "门名=厂商/型号") == Lines{"hint inline-code/changed"});
  CHECK(told_of("{number} gate.width (optional)", "{number} gate.width（可选）") ==
        Lines{"hint inline-code/changed"});
  CHECK(told_of("GATE_MODE=production", "GATE_MODE=生产") == Lines{"error inline-code/changed"});
  CHECK(told_of("openGate", "打开门") == Lines{"error inline-code/changed"});
  CHECK(told_of("--gate_mode", "--门模式") == Lines{"error inline-code/changed"});
}

TEST_CASE("a value of a component in braces or in quotes is the same value") {
  CHECK(told({"<Video height=\"40\" kind={'wide'} src=\"/a.mp4\" />\n\nThe gate opens.\n",
              "<Video height={40} kind=\"wide\" src=\"/a.mp4\" />\n\nDas Tor geht auf.\n"}) ==
        Lines{});
  CHECK(told({"<Video height=\"40\" src=\"/a.mp4\" />\n\nThe gate opens.\n",
              "<Video height={41} src=\"/a.mp4\" />\n\nDas Tor geht auf.\n"}) ==
        Lines{"error placeholder/changed"});
}

TEST_CASE("a post that has hardly begun to be translated is one finding") {
  std::string source = "# Old gates\n\n";
  for (const char* gate : {"north", "south", "east", "west", "upper", "lower", "long"}) {
    source += std::string("## The ") + gate + " gate\n\nIt is as old as the [wall](/wall-" + gate +
              ") and opens at six, when the " + gate + " keeper has had his tea.\n\n";
    source += std::string("```sh\nopen ") + gate + "\n```\n\n";
  }
  const auto lines = told({source,
                           "# Alte Tore\n\nDiese Seite wird gerade übersetzt.\n\nBitte lesen "
                           "Sie solange das [Original](/original).\n"});
  CHECK(std::count(lines.begin(), lines.end(), "error text/truncated") == 1);
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& line) { return !line.starts_with("hint"); }) == 1);
}

TEST_CASE("a section in another place is a hint where much of the post has no counterpart") {
  const auto section = [](const std::string& title, const std::string& number, bool is_german) {
    return "## " + title + "\n\n" +
           (is_german ? "Jeder trägt die Nummer " : "Each of them has the number ") + number +
           (is_german ? " und kostet `" : " and costs `") + number + "0` coins.\n\n";
  };
  const std::string source = "# Town\n\n" + section("Lamps", "100", false) +
                             section("Wells", "101", false) + section("Walls", "102", false) +
                             section("Boats", "103", false);
  const std::string translation = "# Stadt\n\n" + section("Lampen", "100", true) +
                                  section("Mauern", "102", true) + section("Boote", "103", true) +
                                  section("Brunnen", "101", true);
  CHECK(told({source, translation}) == Lines{"error heading/reordered"});
  CHECK(told({source, translation + "## Neues\n\nDer Rat hat gestern getagt.\n\nEs gab nur Tee und "
                                    "kein Bier, aber alle kamen.\n\nDann gingen sie heim.\n"}) ==
        Lines{"hint heading/reordered", "error heading/extra"});
}

TEST_CASE("the only titles of two posts are each other's, whatever stands below") {
  CHECK(
      told({"# Gates and walls - old\n\n> Use the new gates, `gates-2`, instead.\n\n## The first "
            "text\n\nIt tells how the gates were built.\n\n## Opening\n\nThe gate opens at six.\n",
            "# Tore\n\nErzählt, wie die Tore gebaut wurden.\n\n## Öffnen\n\nDas Tor geht um sechs "
            "auf.\n"}) == Lines{"error block/missing", "error heading/missing"});
}

TEST_CASE("a localized picture that stands in another block is none of another name") {
  CHECK(told({"The gate opens by itself.\n![](/img/gate_1_en.png)\n\nThe well is deep, and has a "
              "lid.\n\n![](/img/gate_2_en.png)\n",
              "Das Tor geht von selbst auf.\n\n![](/img/gate_1_de.png)\n\nDer Brunnen ist tief und "
              "hat einen Deckel.\n![](/img/gate_2_de.png)\n"}) ==
        Lines{"hint block/missing", "hint block/extra"});
}

TEST_CASE("a country in a path or a route of a link names the language") {
  const auto told_of = [](const std::string& ours, const std::string& theirs) {
    return told({.source = "See [the gate](" + ours + ").",
                 .translation = "请看[大门](" + theirs + ")。",
                 .locale = "zh-CN"});
  };
  CHECK(told_of("https://a.example/#/gate", "https://a.example/#/cn/gate") == Lines{});
  CHECK(told_of("https://a.example/docs/gate", "https://a.example/cn/docs/gate") == Lines{});
  CHECK(told_of("https://a.example/#/gate", "https://a.example/#/fr/gate") ==
        Lines{"error link/changed"});
}

TEST_CASE("items are known by the names of code that they hold in bold") {
  const Pair pair{
      "- Old walls -> **wall-keeper**\n- Long ropes / rope checks -> **rope-keeper**\n- "
      "Cost of all lamps -> **lamp-keeper**\n",
      "- Alte Mauern -> **wall-keeper**\n- Weite Wege in der Stadt -> **way-keeper**\n- "
      "Lange Seile / Prüfung der Seile -> **rope-keeper**\n- Kosten aller Lampen -> "
      "**lamp-keeper**\n"};
  const auto found = diagnostics(pair);
  REQUIRE(found.size() == 1);
  CHECK(found.front().message ==
        "this item has none in the source's list: Weite Wege in der Stadt -> "
        "way-keeper");
}

TEST_CASE("the number of an issue that is lost is a warning, another number a hint") {
  CHECK(told({"The gate is mended, see #17908.", "Das Tor ist repariert."}) ==
        Lines{"warning number/changed"});
  CHECK(told({"The gate is mended for 17908 people.", "Das Tor ist repariert."}) ==
        Lines{"hint number/changed"});
}

TEST_CASE("a line of commands to which the translation adds words is told") {
  CHECK(told({.source = "```sh\nopen gate\nnpm test\n```\n",
              .translation = "```sh\nopen gate 大门\nnpm test\n```\n",
              .locale = "zh-CN"}) == Lines{"error code/changed"});
}
