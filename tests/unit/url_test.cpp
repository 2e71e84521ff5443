#include "text/url.h"

#include <catch2/catch.hpp>

namespace {

using recto::is_same_but_for_text;
using recto::parse_url;
using recto::Url;

bool same(std::string_view left, std::string_view right) {
  return is_same_but_for_text(parse_url(left), parse_url(right));
}

TEST_CASE("a URL is taken apart as RFC 3986 does it") {
  const Url url = parse_url("HTTPS://www.Example.org:8080/a/b.png?x=1&title=Two%20words#end");
  CHECK(url.scheme == "https");
  CHECK(url.host == "example.org:8080");
  CHECK(url.path == "/a/b.png");
  CHECK(url.query ==
        std::vector<std::pair<std::string, std::string>>{{"x", "1"}, {"title", "Two words"}});
  CHECK(url.fragment == "end");
  CHECK(parse_url("./img/a.png").path == "./img/a.png");
  CHECK(parse_url("mailto:a@b.org").scheme == "mailto");
}

TEST_CASE("URLs are compared decoded, and but for the prose in them") {
  CHECK(same("https://a.org/og?title=Dry%20leaves", "https://a.org/og?title=Feuilles%20sèches"));
  CHECK(same("https://a.org/og?title=Dry%20leaves", "https://a.org/og?title=%E8%8C%B6"));
  CHECK(same("http://www.a.org/x/", "https://a.org/x"));
  CHECK(same("/caf%C3%A9", "/café"));
  CHECK_FALSE(same("https://a.org/og?title=x", "https://b.org/og?title=x"));
  CHECK_FALSE(same("https://a.org/og?size=10", "https://a.org/og?size=20"));
  CHECK_FALSE(same("https://a.org/x.png", "https://a.org/y.png"));
}

TEST_CASE("what is no UTF-8 after decoding stays as it was written") {
  CHECK(recto::percent_decoded("%FF%FE") == "%FF%FE");
  CHECK(recto::percent_decoded("100%") == "100%");
  CHECK(recto::percent_decoded("%E8%8C%B6") == "茶");
}

TEST_CASE("a value is found where it stands in the URL") {
  const std::string_view text = "https://a.org/og?size=1&title=Two%20words#x";
  const auto span = recto::query_value_span(text, "title");
  REQUIRE(span);
  CHECK(recto::slice(text, *span) == "Two%20words");
  CHECK_FALSE(recto::query_value_span(text, "name"));
  CHECK_FALSE(recto::query_value_span("https://a.org/title=x", "title"));
}

}  // namespace
