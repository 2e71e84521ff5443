#include <catch2/catch.hpp>

#include "base/error.h"
#include "checks/terms_csv.h"
#include "checks/terms_tbx.h"
#include "checks/terms_yaml.h"

namespace {

using recto::Locale;
using recto::Rendering;
using recto::Term;
using recto::Terms;

const Locale kEnglish{.language = "en"};

Terms from_csv(std::string_view text, const std::string& locale = {}) {
  return recto::terms_of_csv(text, "g.csv", kEnglish, locale);
}

Terms from_tbx(std::string_view text) {
  return recto::terms_of_tbx(text, "g.tbx", kEnglish);
}

const Terms kTerms = {
    {.source = "open source",
     .note = "licence sense, \"free\" <or> not: #1",
     .by_locale = {{"ja", {.use = {"オープンソース", "OSS"}, .reject = {}}},
                   {"vi", {.use = {"mã nguồn mở"}, .reject = {"nguồn mở", "mở, nguồn"}}}}},
    {.source = "DeepSeek", .keep = true, .match_case = true},
    {.source = "null", .by_locale = {{"it", {.use = {"~"}, .reject = {"Null", "NULL"}}}}},
    {.source = "yes", .by_locale = {{"pt-BR", {.use = {"não"}, .reject = {}}}}},
};

TEST_CASE("terms that were written as YAML are read as the same terms") {
  std::string text;
  for (const Term& term : kTerms) text += recto::yaml_entry(term);
  CHECK(recto::parse_terms(text, "terms.yaml") == kTerms);
}

TEST_CASE("control characters of a term survive a termbase, where they are spelt out") {
  for (const char* source :
       {"a\tb\x01 c\n", "a\u202Eb", "a\u009Bb", "\U000E0041", "می\u200Cخواهم"}) {
    const Terms terms = {{.source = source, .keep = true, .match_case = true}};
    const std::string text = recto::yaml_entry(terms.front());
    CHECK(recto::parse_terms(text, "terms.yaml") == terms);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(text.find("\u009B") == std::string::npos);
  }
  CHECK(recto::yaml_entry({.source = "می\u200Cخواهم", .keep = true}).find('"') ==
        std::string::npos);
}

TEST_CASE("terms that were exported as CSV are imported as the same terms") {
  CHECK(from_csv(recto::csv_of(kTerms, kEnglish)) == kTerms);
}

TEST_CASE("terms that were exported as TBX are imported as the same terms") {
  CHECK(from_tbx(recto::tbx_of(kTerms, kEnglish)) == kTerms);
}

TEST_CASE("the glossary columns of DeepL, Crowdin and Weblate are understood") {
  const Terms expected = {{.source = "rain gauge", .by_locale = {{"vi", {.use = {"vũ kế"}}}}}};
  CHECK(from_csv("rain gauge,vũ kế\n", "vi") == expected);
  CHECK(from_csv("rain gauge\tvũ kế\n", "vi") == expected);
  CHECK(from_csv("rain gauge,vũ kế,EN,VI,noun\r\n") == expected);
  CHECK(from_csv("\uFEFFTerm [en];Part of speech [en];Term [vi]\n\"rain gauge\";noun;vũ kế\n") ==
        expected);
  CHECK(from_csv("en,vi\nrain gauge,vũ kế\n") == expected);
  const Terms weblate = from_csv(
      "source,target,context,flags\nrain gauge,vũ kế,,\nrain gauge,đo mưa,,forbidden\n"
      "LeafLedger,LeafLedger,,read-only\n",
      "vi");
  REQUIRE(weblate.size() == 2);
  CHECK(weblate[0].by_locale.at("vi") == Rendering{{"vũ kế"}, {"đo mưa"}});
  CHECK(weblate[1].keep);
}

TEST_CASE("what Crowdin calls not recommended is rejected") {
  const Terms terms = from_csv(
      "Term [en],Term [vi],Status [vi]\nopen data,dữ liệu mở,preferred\n"
      "open data,dữ liệu công khai,not recommended\n");
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].by_locale.at("vi") == Rendering{{"dữ liệu mở"}, {"dữ liệu công khai"}});
}

TEST_CASE("a CSV that cannot be understood is refused with its line") {
  CHECK_THROWS_WITH(from_csv("a,b\nc,\"d\n", "vi"), Catch::Contains("g.csv:2: a quote is never"));
  CHECK_THROWS_WITH(from_csv("a,b\nc,d\n"), Catch::Contains("g.csv:1: nothing says the language"));
  CHECK_THROWS_WITH(from_csv("a,b\nc\n", "vi"), Catch::Contains("g.csv:2: a term and its"));
  CHECK_THROWS_WITH(from_csv("a,\"b\"c\n", "vi"), Catch::Contains("g.csv:1: text stands behind"));
  CHECK_THROWS_WITH(from_csv("a,b\n,d\n", "vi"), Catch::Contains("g.csv:2: the source term"));
  CHECK_THROWS_AS(from_csv("a,\xFF\n", "vi"), recto::Error);
}

TEST_CASE("TBX of 2008 is read: nested terms, lower-case tags, states") {
  const Terms terms = from_tbx(
      "<?xml version='1.0'?><!DOCTYPE martif SYSTEM \"TBXcdv04.dtd\">"
      "<martif type='TBX' xml:lang='en'><text><body><termEntry id='1'>"
      "<langSet xml:lang='en-us'><ntig><termGrp><term>open data</term></termGrp></ntig></langSet>"
      "<langSet xml:lang='zh-cn'><tig><term>开放数据</term></tig></langSet>"
      "<langSet xml:lang='vi'><tig><term>dữ liệu &amp; mở</term></tig><tig><term>sai</term>"
      "<termNote type='partOfSpeech'>noun</termNote>"
      "<termNote type='administrativeStatus'>deprecatedTerm</termNote></tig></langSet>"
      "</termEntry></body></text></martif>");
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].source == "open data");
  CHECK(terms[0].by_locale.at(recto::parse_locale("zh-cn")->tag()).use ==
        std::vector<std::string>{"开放数据"});
  CHECK(terms[0].by_locale.at("vi") == Rendering{{"dữ liệu & mở"}, {"sai"}});
}

TEST_CASE("the first note on a term stays") {
  const Terms terms = recto::terms_of_csv("en,de,note\nkettle,Kessel,For water\nkettle,Topf,\n",
                                          "g.csv", *recto::parse_locale("en"), "");
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].note == "For water");
}

TEST_CASE("a hostile TBX is refused with its line") {
  CHECK_THROWS_WITH(from_tbx("<!DOCTYPE tbx [\n<!ENTITY a 'aaaa'>\n]><tbx>&a;</tbx>"),
                    Catch::Contains("g.tbx:2: the document declares entities"));
  std::string deep = "<tbx>\n";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK_THROWS_WITH(from_tbx(deep), Catch::Contains("g.tbx:2: elements are nested too deeply"));
  CHECK_THROWS_WITH(from_tbx("<tbx>\n<a></tbx>"), Catch::Contains("g.tbx:2: "));
  CHECK_THROWS_WITH(from_tbx("<html/>"), Catch::Contains("is no TBX file"));
  CHECK_THROWS_AS(from_tbx(""), recto::Error);
}

TEST_CASE("a TBX entry of hundreds of terms is refused: each would get all renderings") {
  std::string text = "<tbx><conceptEntry><langSec xml:lang='en'>";
  for (int i = 0; i < 201; ++i) text += "<term>a</term>";
  text += "</langSec></conceptEntry></tbx>";
  CHECK_THROWS_WITH(from_tbx(text), "g.tbx: has an entry of more than 200 terms");
}

TEST_CASE("only what the termbase lacks is new") {
  Terms found = kTerms;
  found[0].by_locale["fr"].use = {"code ouvert"};
  const Terms added = recto::new_terms(found, kTerms);
  REQUIRE(added.size() == 1);
  CHECK(added[0].source == "open source");
  CHECK(added[0].by_locale.size() == 1);
  CHECK(recto::new_terms(kTerms, kTerms).empty());
}

}  // namespace
