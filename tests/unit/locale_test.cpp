#include "base/locale.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace recto;

TEST_CASE("a language tag is read in any case and written in the canonical one") {
  const std::vector<std::pair<std::string, std::string>> tags = {
      {"vi", "vi"},           {"VI", "vi"},           {"pt-br", "pt-BR"},
      {"pt_BR", "pt-BR"},     {"sr-latn", "sr-Latn"}, {"es-419", "es-419"},
      {"zh-hant", "zh-Hant"}, {"yue", "yue"},         {"SR-CYRL-RS", "sr-Cyrl-RS"}};
  for (const auto& [given, tag] : tags) {
    INFO(given);
    REQUIRE(parse_locale(given));
    CHECK(parse_locale(given)->tag() == tag);
  }
}

TEST_CASE("the Chinese regions imply their script") {
  CHECK(parse_locale("zh-TW")->script == "Hant");
  CHECK(parse_locale("zh-TW")->tag() == "zh-TW");
  CHECK(parse_locale("zh-Hant-TW")->tag() == "zh-TW");
  CHECK(parse_locale("zh-hk")->tag() == "zh-HK");
  CHECK(parse_locale("zh_CN")->tag() == "zh-CN");
  CHECK(parse_locale("zh-Hans-TW")->tag() == "zh-Hans-TW");
  CHECK(parse_locale("zh")->tag() == "zh");
}

TEST_CASE("a country that stands for its language is read as that") {
  CHECK(parse_locale("jp")->tag() == "ja");
  CHECK(parse_locale("kr")->tag() == "ko");
  CHECK(parse_locale("cn")->tag() == "zh-CN");
  CHECK(parse_locale("UA")->tag() == "uk");
  CHECK(parse_locale("ir")->tag() == "fa");
  CHECK(parse_locale("tw")->tag() == "zh-TW");
  CHECK(parse_locale("iw-IL")->tag() == "he-IL");
  CHECK(parse_locale("br")->tag() == "br");  // Breton
}

TEST_CASE("what is no language tag is not read as one") {
  for (const char* tag : {"", "-", "x", "blog", "english", "v1", "en-", "-en", "en--US", "en-USA1",
                          "current", "2024", "en US", "é", "en-US-GB", "\xFF\xFE"}) {
    INFO(tag);
    CHECK_FALSE(parse_locale(tag));
  }
}

TEST_CASE("languages from right to left are known, and a script overrides them") {
  for (const char* tag : {"ar", "fa", "he", "ur", "ar-EG", "yi", "dv", "nqo"}) {
    CHECK(is_right_to_left(*parse_locale(tag)));
  }
  for (const char* tag : {"en", "vi", "ja", "hi"}) {
    CHECK_FALSE(is_right_to_left(*parse_locale(tag)));
  }
  CHECK(is_right_to_left(*parse_locale("az-Arab")));
  CHECK_FALSE(is_right_to_left(*parse_locale("ur-Latn")));
}

TEST_CASE("languages without blanks between words are known") {
  for (const char* tag : {"zh-Hant", "ja", "th", "km"}) {
    CHECK_FALSE(separates_words(*parse_locale(tag)));
  }
  for (const char* tag : {"ko", "vi", "en", "ar"}) CHECK(separates_words(*parse_locale(tag)));
}

TEST_CASE("locales are ordered values") {
  CHECK(*parse_locale("pt_br") == *parse_locale("pt-BR"));
  CHECK(*parse_locale("ar") < *parse_locale("vi"));
  CHECK(*parse_locale("pt") < *parse_locale("pt-BR"));
}
