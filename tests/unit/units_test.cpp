#include "text/units.h"

#include <catch2/catch.hpp>
#include <string>

using namespace recto;

namespace {

/// What `text` counts behind its first digits: `60000` for a minute; 0 for nothing known.
double factor(const std::string& text, const std::string& locale) {
  const std::size_t at = text.find_first_not_of("0123456789");
  const auto unit = unit_at(text, at, *parse_locale(locale));
  return unit ? unit->unit.factor : 0;
}

}  // namespace

TEST_CASE("units: words and symbols of a language, however they end") {
  CHECK(factor("30 seconds", "en") == 1e3);
  CHECK(factor("30-minute", "en") == 6e4);
  CHECK(factor("2 Tagen", "de") == 864e5);
  CHECK(factor("3 minut", "pl") == 6e4);
  CHECK(factor("200毫秒内", "zh-CN") == 1);
  CHECK(factor("30 分かかる", "ja") == 6e4);
  CHECK(factor("500 Ko", "fr") == 1e3);
  CHECK(factor("16 GiB", "ru") == 1e9);
  CHECK(factor("90 ساعة", "ar") == 36e5);
  CHECK(factor("2 l", "en") == 1e3);
  CHECK(factor("35 dl", "sv") == 100);
  CHECK(factor("2 Tonnen", "de") == 1e9);
  CHECK(factor("25 mm", "ja") == 1);
}

TEST_CASE("units: other words are none, nor are rates and what may be a date") {
  CHECK(factor("30 secondary", "en") == 0);
  CHECK(factor("5 x", "en") == 0);
  CHECK(factor("100 MB/s", "en") == 0);
  CHECK(factor("12日", "ja") == 0);
  CHECK(factor("5 分の1", "ja") == 0);
  CHECK(factor("30", "en") == 0);
  CHECK(!symbol_at("30 minutes", 2));
  CHECK(symbol_at("30ms", 2)->unit.factor == 1);
}

TEST_CASE("units: a kilobyte may be 1024 bytes, and no second is 1024 milliseconds") {
  CHECK(is_same_amount(Measure::data, 1024e3, 1e6));
  CHECK(is_same_amount(Measure::data, 5e8, 5e8));
  CHECK(!is_same_amount(Measure::data, 5e8, 5.5e8));
  CHECK(!is_same_amount(Measure::time, 1024, 1000));
}
