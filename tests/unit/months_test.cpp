#include "text/months.h"

#include <catch2/catch.hpp>
#include <string>

using namespace recto;

namespace {

/// The months of the dates in `text`: `May=5`, separated by blanks.
std::string told(const std::string& text, const std::string& locale) {
  std::string all;
  for (const NamedMonth& named : months_of_dates(text, *parse_locale(locale), Digits::read)) {
    if (!all.empty()) all += ' ';
    all += std::string(slice(text, named.span)) + '=' + std::to_string(named.month);
  }
  return all;
}

}  // namespace

TEST_CASE("months: a name beside a day or a year is one") {
  CHECK(told("On May 5, 2024 and on the 12th of March.", "en") == "May=5 March=3");
  CHECK(told("It may rain; March on, 40 of you.", "en").empty());
  CHECK(told("Am 5. Mai 2024, im Juni.", "de") == "Mai=5");
  CHECK(told("El 5 de mayo de 2024", "es") == "mayo=5");
  CHECK(told("12 апреля 2024 года", "ru") == "апреля=4");
  CHECK(told("٥ أبريل ٢٠٢٤", "ar") == "أبريل=4");
}

TEST_CASE("months: where they have numbers, what stands beside tells them from durations") {
  CHECK(told("2024年5月12日、12月3日", "ja") == "5月=5 12月=12");
  CHECK(told("5个月，5月", "zh").empty());
  CHECK(told("2024년 4월 12일", "ko") == "4월=4");
  CHECK(told("Ngày 12 tháng 4 năm 2024", "vi") == "tháng 4=4");
  CHECK(told("trong tháng 4", "vi").empty());
  CHECK(told("2024 年 5 月 12 日", "ja") == "5 月=5");
  CHECK(told("5/6/2024", "en").empty());
}

TEST_CASE("months: in digits they are read where the language leaves no doubt") {
  CHECK(told("2024-05-12, 15.6.2024", "de") == "05=5 6=6");
  CHECK(told("15.6.2024, 2024-13-02, 5.2024", "en").empty());
  CHECK(count_months("Am 15.6.2024 oder im Mai", *parse_locale("de"), Digits::read) == 2);
}

TEST_CASE("months: the same date in two languages, where one of them names the month") {
  const auto are_same = [](const std::string& english, const std::string& polish) {
    return is_same_date(english, *parse_locale("en"), polish, *parse_locale("pl"));
  };
  CHECK(are_same("Thu Oct 24 2002", "24 października 2002"));
  CHECK(are_same("9 June 2002", "2002-06-09"));
  CHECK(!are_same("24 October 2002", "25 października 2002"));
  CHECK(!are_same("24 October 2002", "24 listopada 2002"));
  CHECK(!are_same("2002-10-24", "2002-10-24T07:00"));
  CHECK(!are_same("The kettle of May 5, 2020", "Czajnik z 5 maja 2020"));
  CHECK(!are_same("2020-05-06T07:08", "2020-05-06T08:07"));
}

TEST_CASE("months: any bytes are read") {
  CHECK(told("\xff 5 \xff\xfe 2024 月", "ja").empty());
  CHECK(told("99999999999999999999999 May", "en").empty());
}
