#include "text/han_forms.h"

#include <catch2/catch.hpp>

using namespace recto;

namespace {

bool is_foreign(const char* locale, char32_t c) {
  HanForms forms(*parse_locale(locale));
  return forms.is_foreign(c);
}

}  // namespace

TEST_CASE("han forms: each locale writes its own") {
  CHECK(is_foreign("zh-Hans", U'體'));
  CHECK(!is_foreign("zh-Hans", U'体'));
  CHECK(is_foreign("zh-Hant", U'进'));
  CHECK(!is_foreign("zh-Hant", U'進'));
  CHECK(is_foreign("ja", U'们'));
  CHECK(!is_foreign("ja", U'体'));
  CHECK(!is_foreign("zh-HK", U'着'));
  CHECK(!is_foreign("zh-MO", U'着'));
}

TEST_CASE("han forms: rare characters and those that are standard again are written") {
  CHECK(!is_foreign("zh-Hans", U'喆'));
  CHECK(!is_foreign("zh-Hans", U'昇'));
  CHECK(!is_foreign("zh-Hans", U'瞭'));
  CHECK(!is_foreign("zh-Hant", U'喆'));
}

TEST_CASE("han forms: other languages have none") {
  CHECK(!HanForms(*parse_locale("ko")).knows_any());
  CHECK(!is_foreign("fr", U'體'));
  CHECK(!is_foreign("zh-Hans", U'a'));
}
