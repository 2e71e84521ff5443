#include "checks/terms.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "checks/locale_terms.h"
#include "text/phrases.h"
#include "text/unicode.h"

namespace {

using recto::parse_locale;
using recto::parse_terms;

std::size_t count(const std::string& text, const std::string& term, std::string_view locale,
                  bool match_case = false) {
  return recto::WordFinder({{term, match_case}}, *parse_locale(locale)).places(text).size();
}

bool has_form(std::string_view text, std::string_view rendering, std::string_view locale) {
  const recto::Locale parsed = *parse_locale(locale);
  return recto::LazyWords(text, parsed).hold_a_form_of(rendering);
}

TEST_CASE("a termbase is read with all its forms") {
  const auto terms = parse_terms(
      "- source: open source\n  note: licence sense only\n"
      "  vi: {use: mã nguồn mở, not: [nguồn mở]}\n  ja: {use: [オープンソース, OSS]}\n"
      "- source: DeepSeek\n  keep: true\n",
      "terms.yaml");
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].rendering(*parse_locale("vi"))->reject == std::vector<std::string>{"nguồn mở"});
  CHECK(terms[0].rendering(*parse_locale("ja"))->use.size() == 2);
  CHECK(terms[0].rendering(*parse_locale("fr")) == nullptr);
  CHECK(terms[1].keep);
  CHECK(terms[1].match_case);
}

TEST_CASE("a termbase with an unknown key is refused with its line") {
  CHECK_THROWS_WITH(parse_terms("- source: a\n  kep: true\n", "terms.yaml"),
                    Catch::Contains("terms.yaml:2: unknown key `kep`"));
  CHECK_THROWS_AS(parse_terms("- note: a\n", "terms.yaml"), recto::Error);
}

TEST_CASE("keep and case of a term take true or false, and nothing else") {
  CHECK(parse_terms("- {source: a, keep: True}\n", "terms.yaml")[0].keep);
  CHECK_FALSE(parse_terms("- {source: a, keep: FALSE}\n", "terms.yaml")[0].keep);
  CHECK_THROWS_WITH(parse_terms("- source: a\n  keep: yes\n", "terms.yaml"),
                    Catch::Contains("terms.yaml:2: `keep` takes true or false"));
  CHECK_THROWS_WITH(parse_terms("- source: a\n  vi:\n", "terms.yaml"),
                    Catch::Contains("terms.yaml:2: `vi` takes a text or a list"));
}

TEST_CASE("a term is found as a word, in the way of its language") {
  CHECK(count("Open source is free.", "open source", "en") == 1);
  CHECK(count("reopened", "open", "en") == 0);
  CHECK(count("The gauges are full.", "gauge", "en") == 1);
  CHECK(count("随着ChatGPT迅速发展", "ChatGPT", "zh", true) == 1);
  CHECK(count("OpenAI의 모델", "OpenAI", "ko", true) == 1);
  CHECK(count("d’OpenAI", "OpenAI", "fr", true) == 1);
  CHECK(count("雨量計を読む", "雨量計", "ja") == 1);
  CHECK(count("والبيانات المفتوحة", "بيانات", "ar") == 1);
  CHECK(count("deepseek", "DeepSeek", "vi", true) == 0);
}

TEST_CASE("a term is found in any normal form, and its place is that in the text") {
  const std::string composed = "Đây là mã nguồn mở.";
  const std::string decomposed = "Đây là mã nguồn mở.";
  REQUIRE(composed != decomposed);
  for (const std::string& text : {composed, decomposed}) {
    const auto places = recto::WordFinder({{"MÃ NGUỒN MỞ"}}, *parse_locale("vi")).places(text);
    REQUIRE(places.size() == 1);
    CHECK(recto::nfc(slice(text, places[0].span)) == "mã nguồn mở");
  }
}

TEST_CASE("many terms are found in one pass, those inside others too") {
  const recto::Phrases phrases({"he", "she", "his", "hers", "", "he", "e r"});
  std::vector<std::string> found;
  for (const auto& [phrase, span] : phrases.places("usher shis")) {
    found.push_back(std::to_string(phrase) + "@" + std::to_string(span.begin));
  }
  CHECK(found == std::vector<std::string>{"1@1", "0@2", "5@2", "2@7"});
  CHECK(recto::Phrases(std::vector<std::string>{}).places("he").empty());
}

TEST_CASE("what the automaton finds is what looking for each phrase finds") {
  std::vector<std::string> phrases;
  for (unsigned i = 1; i < 300; ++i) {
    std::string phrase;
    for (unsigned rest = i * 2654435761U % 2187; rest > 0; rest /= 3) phrase += "ab\xC3"[rest % 3];
    phrases.push_back(phrase);
  }
  std::string text;
  for (unsigned i = 0; i < 2000; ++i) text += "ab\xC3"[(i * i + i / 7) % 3];
  std::size_t expected = 0;
  for (const std::string& phrase : phrases) {
    if (phrase.empty()) continue;
    for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
      ++expected;
    }
  }
  const auto places = recto::Phrases(phrases).places(text);
  CHECK(places.size() == expected);
  for (const auto& place : places) CHECK(slice(text, place.span) == phrases[place.phrase]);
}

TEST_CASE("a rendering with another ending is there all the same") {
  CHECK(has_form("Die Werte des Regenmessers", "Regenmesser", "de"));
  CHECK_FALSE(has_form("Die Werte des Kessels", "Regenmesser", "de"));
  CHECK(has_form("والبيانات المفتوحة", "بيانات مفتوحة", "ar"));
  CHECK_FALSE(has_form("mã nguồn", "mã nguồn mở", "vi"));
}

}  // namespace
