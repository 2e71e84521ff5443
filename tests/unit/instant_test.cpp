#include "text/instant.h"

#include <catch2/catch.hpp>

namespace {

using recto::parse_instant;

TEST_CASE("dates in all the ways of front matters are instants") {
  CHECK(parse_instant("1970-01-01") == 0);
  CHECK(parse_instant("2024-06-03") == 1717372800);
  CHECK(parse_instant("2024-6-3") == parse_instant("2024-06-03"));
  CHECK(parse_instant("2024/06/03") == parse_instant("2024-06-03"));
  CHECK(parse_instant("2024-06-03T00:00:00Z") == parse_instant("2024-06-03"));
  CHECK(parse_instant("2024-06-03T07:00:00+07:00") == parse_instant("2024-06-03"));
  CHECK(parse_instant("2024-06-03 10:30") == *parse_instant("2024-06-03") + 37800);
  CHECK(parse_instant("2024-02-29") == 1709164800);
  CHECK(parse_instant("2024-06-03T10:30:15.250Z") == *parse_instant("2024-06-03") + 37815);
}

TEST_CASE("what is no date is no instant") {
  for (const std::string_view text :
       {"", "2024", "2024-13-01", "2024-06-32", "3 June 2024", "2024-06-03x", "2024-06-03T",
        "2024-02-30", "2023-02-29", "2024-04-31", "2024-06-03T24:01", "2024-06-03T10:60"}) {
    INFO(text);
    CHECK_FALSE(parse_instant(text));
  }
}

}  // namespace
