#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "checks/check.h"
#include "checks/misspelling.h"
#include "text/unicode.h"

using namespace recto;

namespace recto::checks {
CheckKind unknown_words();
}

namespace {

/// A locale whose dictionary holds exactly some words.
struct Blog {
  std::string tag;
  std::set<std::string> dictionary;
  AcceptedWords accepted = {};
  std::vector<std::pair<std::string, std::string>> posts = {};  // source and translation

  std::vector<SiteFinding> findings(const ParamMap& with = {}) const {
    Params params(with);
    const auto check = std::get<SiteCheck>(checks::unknown_words().make(params));
    const Locale locale = *parse_locale(tag);
    std::vector<PairFacts> pairs;
    for (const auto& [english, translated] : posts) {
      const Post source = parse_post("s", *parse_locale("en"), Dialect::docusaurus, english);
      const Post translation = parse_post("t", locale, Dialect::docusaurus, translated);
      const Vocabulary source_words(source, source.locale);
      const Vocabulary translation_words(translation, source.locale);
      const Subject subject{source, translation, {},       {},           {},
                            {},     {},          accepted, source_words, translation_words};
      pairs.push_back({"s", "t", true, check.contribute(subject)});
    }
    const WordJudge judge{
        .has_dictionary = true,
        .knows =
            [this](std::string_view word) {
              return dictionary.contains(std::string(word)) || dictionary.contains(folded(word));
            },
        .has_simple =
            [this](std::string_view word) { return dictionary.contains(std::string(word)); },
        .neighbours = [](std::string_view, const auto& look) { return look(); }};
    return check.judge({locale, pairs, accepted, judge});
  }
};

std::string word_of(const SiteFinding& finding) {
  return finding.finding.fields.at("word");
}

}  // namespace

TEST_CASE("spelling: a slip of a German noun is a warning with the noun", "[spelling]") {
  Blog blog{.tag = "de", .dictionary = {"die", "sind", "Voraussetzungen"}};
  blog.posts = {{"These are conditions.\n", "Die Vorausetzungen sind die.\n"}};
  const auto findings = blog.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().finding.certainty == Certainty::sure);
  CHECK(findings.front().finding.fields.at("expected") == "Voraussetzungen");
}

TEST_CASE("spelling: a slip of a known word is a warning with the right word", "[spelling]") {
  Blog blog{.tag = "fr", .dictionary = {"la", "rentabilité", "compte"}};
  blog.posts = {{"Profit counts.\n", "La rendabilité compte, la rendabilité.\n"}};
  const auto findings = blog.findings();
  REQUIRE(findings.size() == 1);
  const Finding& finding = findings[0].finding;
  CHECK(finding.fields.at("word") == "rendabilité");
  CHECK(finding.fields.at("count") == "2");
  CHECK(finding.fields.at("suggestions") == "rentabilité");
  CHECK(slice(blog.posts[0].second, finding.span) == "rendabilité");
  CHECK(finding.certainty == Certainty::sure);
}

TEST_CASE("spelling: a letter that is left out three times is meant, other slips may be habits",
          "[spelling]") {
  const auto certainty = [](const std::string& text) {
    Blog blog{.tag = "fr", .dictionary = {"la", "rentabilité", "compte"}};
    blog.posts = {{"Profit counts.\n", text}};
    const auto findings = blog.findings();
    REQUIRE(findings.size() == 1);
    return findings[0].finding.certainty;
  };
  CHECK(certainty("La rentablité, la rentablité, la rentablité.\n") == Certainty::unsure);
  CHECK(certainty("La rendabilité, la rendabilité, la rendabilité.\n") == Certainty::sure);
  CHECK(certainty("La rentabilite, la rentabilite, la rentabilite.\n") == Certainty::sure);
  CHECK(certainty("La rentabillité, la rentabillité, la rentabillité.\n") == Certainty::sure);
  CHECK(certainty("La rentabliité, la rentabliité, la rentabliité.\n") == Certainty::sure);
}

TEST_CASE("spelling: any other unknown word is a hint", "[spelling]") {
  Blog blog{.tag = "fr", .dictionary = {"compte"}};
  blog.posts = {{"It counts.\n", "la neuromorphologie compte.\n"}};
  const auto findings = blog.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].finding.certainty == Certainty::unsure);
  CHECK(findings[0].finding.variant == "no_suggestion");
}

TEST_CASE("spelling: what the source holds or several posts use is right", "[spelling]") {
  Blog blog{.tag = "fr", .dictionary = {"une", "idée", "avec"}};
  blog.posts = {{"One shiller idea.\n", "une idée shiller avec moissonnage\n"},
                {"Two ideas.\n", "une idée avec moissonnage\n"},
                {"Three ideas.\n", "avec moissonnage\n"}};
  CHECK(blog.findings().empty());
  ParamMap with;
  with["used_in"] = Param{.values = {"4"}, .is_list = false, .path = {}, .line = 0};
  CHECK(blog.findings(with).size() == 3);
  blog.accepted.folded.insert("moissonnage");
  CHECK(blog.findings(with).empty());
}

TEST_CASE("spelling: compounds are judged by their parts", "[spelling]") {
  Blog blog{.tag = "fr", .dictionary = {"éducatif", "socio"}};
  blog.posts = {{"Text.\n", "socio-éducatif socio-éduquatif\n"}};
  const auto findings = blog.findings();
  REQUIRE(findings.size() == 1);
  CHECK(word_of(findings[0]) == "éduquatif");
  CHECK(slice(blog.posts[0].second, findings[0].finding.span) == "éduquatif");
}

TEST_CASE("spelling: what is made of a known word is right, and never suggested", "[spelling]") {
  Blog blog{.tag = "es", .dictionary = {"soportar", "soporte", "descargar"}};
  blog.posts = {{"Text.\n", "descargables soportarlo soportarlp\n"}};
  const auto findings = blog.findings();
  REQUIRE(findings.size() == 1);
  CHECK(word_of(findings[0]) == "soportarlp");
  CHECK(findings[0].finding.certainty == Certainty::unsure);
}

TEST_CASE("spelling: two known words written as one may be a new compound", "[spelling]") {
  Blog blog{.tag = "nb", .dictionary = {"nettverk", "funksjonene", "nettversfunksjonene"}};
  blog.posts = {{"Text.\n", "nettverksfunksjonene nettverkfuksjonene\n"}};
  blog.dictionary.insert("nettverkfunksjonene");
  std::map<std::string, Certainty> certainty;
  for (const SiteFinding& found : blog.findings()) {
    certainty[word_of(found)] = found.finding.certainty;
  }
  CHECK(certainty.at("nettverksfunksjonene") == Certainty::unsure);
  CHECK(certainty.at("nettverkfuksjonene") == Certainty::sure);
  blog.tag = "fr";
  REQUIRE(blog.findings().size() == 2);
  CHECK(blog.findings()[0].finding.certainty == Certainty::sure);
}

TEST_CASE("spelling: Vietnamese slips are found among its syllables", "[spelling]") {
  Blog blog{.tag = "vi", .dictionary = {"ngành", "được", "người", "nghe"}};
  blog.posts = {{"Text.\n", "nghành đuợc ngừoi container\n"}};
  std::map<std::string, Finding> by_word;
  for (const SiteFinding& finding : blog.findings()) by_word[word_of(finding)] = finding.finding;
  CHECK(by_word.at("nghành").fields.at("suggestions") == "ngành");
  CHECK(by_word.at("đuợc").fields.at("suggestions") == "được");
  CHECK(by_word.at("container").certainty == Certainty::unsure);
}

TEST_CASE("spelling: several accents at once are found when posts write the word", "[spelling]") {
  Blog blog{.tag = "vi", .dictionary = {"người"}};
  blog.posts = {{"Text.\n", "người ngừoi\n"}};
  const auto findings = blog.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].finding.fields.at("suggestions") == "người");
}

TEST_CASE("spelling: languages of many endings give hints only", "[spelling]") {
  CHECK_FALSE(has_telling_neighbours(*parse_locale("tr")));
  CHECK_FALSE(has_telling_neighbours(*parse_locale("ar")));
  CHECK(has_telling_neighbours(*parse_locale("vi")));
  CHECK(has_telling_neighbours(*parse_locale("ru")));
}

TEST_CASE("spelling: reformed spellings are no slips of the old ones", "[spelling]") {
  Blog blog{.tag = "fr", .dictionary = {"compléteront", "développement"}};
  blog.posts = {{"Text.\n", "complèteront developpement\n"}};
  std::map<std::string, Certainty> certainty;
  for (const SiteFinding& found : blog.findings()) {
    certainty[word_of(found)] = found.finding.certainty;
  }
  CHECK(certainty.at("complèteront") == Certainty::unsure);
  CHECK(certainty.at("developpement") == Certainty::sure);
}

TEST_CASE("spelling: without a dictionary nothing is said", "[spelling]") {
  Params params{ParamMap{}};
  const auto check = std::get<SiteCheck>(checks::unknown_words().make(params));
  const Locale locale = *parse_locale("fr");
  Facts facts;
  facts.add({.key = "xyzzy"});
  const std::vector<PairFacts> pairs = {{"s", "t", true, facts}};
  CHECK(check.judge({locale, pairs, {}, {}}).empty());
}
