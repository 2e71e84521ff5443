#include "text/similarity.h"

#include <catch2/catch.hpp>
#include <string>

using namespace recto;

TEST_CASE("similarity: the distance counts letters, and a swap as one", "[similarity]") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("rentabilité", "rendabilité", 3) == 1);
  CHECK(edit_distance("title", "tilte", 3) == 1);
  CHECK(edit_distance("日本語", "日本", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
}

TEST_CASE("similarity: the distance stops at its limit", "[similarity]") {
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
  CHECK(edit_distance("a", std::string(10'000, 'a'), 2) == 3);
}

TEST_CASE("similarity: the nearest candidate is proposed, a far one is not", "[similarity]") {
  CHECK(nearest("keeep", {"source", "note", "keep"}) == "keep");
  CHECK_FALSE(nearest("xyz", {"source", "note", "keep"}));
}

TEST_CASE("similarity: resemblance lies between 0 and 1", "[similarity]") {
  CHECK(resemblance("GaugeHub", "GaugeHub") == Approx(1));
  CHECK(resemblance("abc", "xyz") == Approx(0));
  CHECK(resemblance("", "") == Approx(1));
  CHECK(resemblance("\xFF\xFE", "\xC3") == Approx(0));
}
