#include "checks/words.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "checks/clitics.h"
#include "checks/source_words.h"
#include "checks/tables.h"
#include "checks/word_list.h"

using namespace recto;

namespace {

using Words = std::vector<std::string>;

Post post(const std::string& tag, const std::string& text) {
  return parse_post("post.md", *parse_locale(tag), Dialect::docusaurus, text);
}

/// The distinct words of a post, each where it stands.
Words words(const std::string& tag, const std::string& text) {
  const Post parsed = post(tag, text);
  Words result;
  for (const WordUse& use : spellable_words(parsed, preset_policy("docusaurus")))
    result.push_back(use.word);
  return result;
}

bool has(const Words& found, const std::string& word) {
  return std::find(found.begin(), found.end(), word) != found.end();
}

}  // namespace

TEST_CASE("words: a word list has one word a line and comments", "[words]") {
  CHECK(words_of_list("# names\nOpenAI\n\n  C# \r\ncaf\u0065\u0301 # drink\n") ==
        Words{"OpenAI", "C#", "café"});
  CHECK(words_of_list("").empty());
}

TEST_CASE("words: a list takes new words in order and keeps its comments", "[words]") {
  CHECK(with_words("", {"b", "a", "B", "a"}) == "B\na\n");
  CHECK(with_words("# ours\nkite\n# of the team\nAda # Lovelace\nsieve", {"Bree"}) ==
        "# ours\n# of the team\nAda # Lovelace\nBree\nkite\nsieve\n");
  // A word that is there in any case is no new one; line ends stay.
  CHECK(with_words("kite\r\nsieve\r\n", {"Kite", "loom"}) == "kite\r\nloom\r\nsieve\r\n");
  // Words join the last of several groups.
  CHECK(with_words("# names\nZoe\nAda\n\n# words\nkite\n# the end\n", {"apron"}) ==
        "# names\nAda\nZoe\n\n# words\napron\nkite\n# the end\n");
  CHECK(with_words("# only a comment\n\n", {"kite"}) == "# only a comment\n\nkite\n");
}

TEST_CASE("words: accepted words match in any case", "[words]") {
  AcceptedWords accepted;
  accepted.folded.insert("blockchain");
  CHECK(accepted.holds("Blockchain"));
  CHECK_FALSE(accepted.holds("blockchains"));
}

TEST_CASE("words: prose is read, code and addresses are not", "[words]") {
  const Words found = words("fr",
                            "voici `codeur` et https://example.org/chemin puis "
                            "[texte](https://example.org/cible) moi@exemple.fr src/dossier/fichier "
                            "fichier.txt #motclef @personne <span>gras</span> {propriete}\n\n"
                            "```js\nfonction();\n```\n");
  CHECK(found == Words{"voici", "puis", "texte", "gras"});
}

TEST_CASE("words: translated front matter is read, other keys are not", "[words]") {
  const Words found = words("fr",
                            "---\ntitle: \"Un titre\"\nslug: adresse\ntags: [étiquette, \"deux "
                            "mots\"]\nauthors: [personne]\n---\n\ntexte\n");
  CHECK(found == Words{"titre", "étiquette", "deux", "mots", "texte"});
}

TEST_CASE("words: names, capitals, mixed case and digits are left out", "[words]") {
  CHECK(words("fr", "Nous allons vers Paris avec OTAN, iPhone et GPT4.") ==
        Words{"Nous", "allons", "vers", "avec"});
  // A name stays a name at the beginning of a sentence.
  CHECK(words("fr", "Lyon brille. J’aime Lyon.") == Words{"brille", "aime"});
  // In German every noun has a capital.
  CHECK(has(words("de", "Wir lesen das Messgerät."), "Messgerät"));
}

TEST_CASE("words: elided articles and endings of names are split off", "[words]") {
  CHECK(words("fr", "l’outil jusqu'ici d'OpenAI aujourd’hui qu’elle") ==
        Words{"outil", "ici", "aujourd'hui", "elle"});
  CHECK(words("tr", "burada GitHub'ın depoları").size() == 2);
}

TEST_CASE("words: only the script of the locale is judged", "[words]") {
  CHECK(words("ru", "обычный text и PMы") == Words{"обычный"});
  CHECK(words("ar", "كتاب Docker جديد") == Words{"كتاب", "جديد"});
  CHECK(words("ko", "OpenAI의 모델") == Words{"모델"});
  CHECK(words("vi", "chuỗi khối container") == Words{"chuỗi", "khối", "container"});
  CHECK(words("ru", "готовая GPU-платформа") == Words{"готовая", "платформа"});
}

TEST_CASE("words: compounds stay whole", "[words]") {
  CHECK(words("fr", "un rendez-vous inter\u2011sites") == Words{"rendez-vous", "inter-sites"});
}

TEST_CASE("words: a word that emphasis cuts in two is left out", "[words]") {
  CHECK(words("fr", "un m**erveill**eux jour et **tout** va") == Words{"jour", "tout"});
}

TEST_CASE("words: a word has its first place and its count", "[words]") {
  const Post parsed = post("fr", "rouge, l’orange ; orange et Orange");
  const auto uses = spellable_words(parsed, preset_policy("docusaurus"));
  REQUIRE(uses.size() == 2);
  CHECK(uses[1].word == "orange");
  CHECK(slice(parsed, uses[1].span) == "orange");
  CHECK(uses[1].count == 2);
}

TEST_CASE("words: decomposed letters and soft hyphens do not matter", "[words]") {
  CHECK(words("vi", "kho\u0301a mo\u00ADdem") == Words{"khóa", "modem"});
}

TEST_CASE("words: any bytes are survived", "[words]") {
  std::string bytes;
  for (int round = 0; round < 8; ++round) {
    for (int value = 1; value < 256; ++value) {
      bytes += static_cast<char>((value * 37 + round * 11) % 256);
      if (value % 17 == 0) bytes += ' ';
    }
  }
  for (const char* tag : {"vi", "fr", "ar", "ko", "ja"}) CHECK_NOTHROW(words(tag, bytes));
}

TEST_CASE("words: what the source holds, and what grows from it, is no mistake", "[words]") {
  const SourceWords source(post("en", "GPUs for hacking, tokens and the verbose `useState`.\n"));
  for (const char* word : {"gpus", "Hacking", "hacker", "token", "tokenise", "usestate"}) {
    INFO(word);
    CHECK(source.holds(word));
  }
  for (const char* word : {"hackbrett", "rendabilité", "to", "forum"}) {
    INFO(word);
    CHECK_FALSE(source.holds(word));
  }
}

TEST_CASE("words: forms of a region are known by the usual ones, slips are none", "[words]") {
  const auto has_form = [](const std::string& word, const std::string& tag,
                           const std::string& form) {
    return has(usual_forms(word, *parse_locale(tag)), form);
  };
  CHECK(has_form("querés", "es", "querer"));
  CHECK(has_form("favourites", "en", "favorites"));
  CHECK(has_form("organised", "en-GB", "organized"));
  CHECK(usual_forms("favourites", *parse_locale("en-US")).empty());
  CHECK(usual_forms("querés", *parse_locale("es-ES")).empty());
  for (const char* word : {"numbre", "compilled", "infourmation", "sise", "beautifull"}) {
    INFO(word);
    CHECK(usual_forms(word, *parse_locale("en")).empty());
  }
}

TEST_CASE("words: little words written onto others come off", "[words]") {
  const auto has_rest = [](const std::string& word, const std::string& tag,
                           const std::string& rest) {
    return has(without_clitics(word, *parse_locale(tag)), rest);
  };
  CHECK(has_rest("والبلوكشين", "ar", "بلوكشين"));
  CHECK(has_rest("للمنصة", "ar", "منصة"));
  CHECK(has_rest("definirla", "es", "definir"));
  CHECK(has_rest("decláralo", "es", "declara"));
  CHECK(has_rest("darle", "es", "dar"));
  CHECK(has_rest("descargables", "es", "descargar"));
  CHECK(without_clitics("dandole", *parse_locale("es")).empty());  // for dándole
  CHECK(without_clitics("porlos", *parse_locale("es")).empty());
  CHECK(without_clitics("tempatkan", *parse_locale("id")) == std::vector<std::string>{"tempat"});
  CHECK(without_clitics("definirla", *parse_locale("de")).empty());
  CHECK(has_rest("использований", "ru", "использование"));
  CHECK(has_rest("анимаций", "ru", "анимация"));
  CHECK(has_rest("apparait", "fr", "apparaît"));
}

TEST_CASE("words: the front matter that the site calls translated is read", "[words]") {
  const Post parsed = post("fr", "---\nteaser: une belle journée\nslug: porte\n---\n");
  KeyPolicy policy;
  policy.translate = {"teaser"};
  CHECK(spellable_words(parsed, policy).size() == 3);
  CHECK(spellable_words(parsed, {}).empty());
}
