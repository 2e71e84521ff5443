#include "checks/terms.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace {

using recto::occurrences;
using recto::parse_locale;
using recto::parse_terms;

std::size_t count(std::string_view text, std::string_view term, std::string_view locale,
                  bool match_case = false) {
  return occurrences(text, term, *parse_locale(locale), match_case).size();
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

TEST_CASE("a rendering with another ending is there all the same") {
  CHECK(recto::is_rendered("Die Werte des Regenmessers", "Regenmesser", *parse_locale("de")));
  CHECK_FALSE(recto::is_rendered("Die Werte des Kessels", "Regenmesser", *parse_locale("de")));
  CHECK_FALSE(recto::is_rendered("mã nguồn", "mã nguồn mở", *parse_locale("vi")));
}

}  // namespace
