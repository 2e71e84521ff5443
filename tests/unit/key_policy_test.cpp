#include "base/key_policy.h"

#include <catch2/catch.hpp>

namespace {

using recto::KeyPolicy;
using recto::KeyRole;

const KeyPolicy kPolicy = {.same = {"slug", "sidebar.order"},
                           .translate = {"title", "hero.*", "sidebar"},
                           .local = {"hero.image"},
                           .url = {"image"}};

TEST_CASE("the longest entry that fits a key decides its role") {
  CHECK(kPolicy.role("slug") == KeyRole::same);
  CHECK(kPolicy.role("sidebar.order") == KeyRole::same);
  CHECK(kPolicy.role("sidebar.label") == KeyRole::translate);
  CHECK(kPolicy.role("hero.tagline") == KeyRole::translate);
  CHECK(kPolicy.role("hero.image") == KeyRole::local);
  CHECK(kPolicy.role("titles") == KeyRole::unlisted);
}

TEST_CASE("what a project says about a key replaces what the preset says") {
  const KeyPolicy own = {.translate = {"slug"}, .local = {"image"}};
  const KeyPolicy result = merged(kPolicy, own);
  CHECK(result.role("slug") == KeyRole::translate);
  CHECK(result.role("image") == KeyRole::local);
  CHECK_FALSE(recto::lists_key(result.url, "image"));
}

}  // namespace
